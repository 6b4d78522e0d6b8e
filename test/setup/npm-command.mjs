import path from "node:path";

/**
 * How to start npm. Inside `npm run` npm names its own script: the same npm again, on every platform, without a shell.
 * Otherwise the one on PATH, which on Windows is a .cmd file and needs a shell.
 */
export function npmCommand(env, platform = process.platform) {
    const script = env.npm_execpath ?? "";
    if (path.basename(script) === "npm-cli.js") {
        return { command: process.execPath, args: [script] };
    }
    return platform === "win32" ? { command: "npm.cmd", args: [], shell: true } : { command: "npm", args: [] };
}
