import { realpathSync } from "node:fs";
import path from "node:path";
import { folderOnPath } from "./cli-places.mjs";
import { hasDynamicPlugin } from "./dynamic-plugin.mjs";
import { sdkFolder } from "./places.mjs";

/** What demo and tests run in: PATH first leads to the CLI, its language host and the plugin of dynamic providers. */
export function cliEnvironment(cli, env = process.env) {
    const folders = [...pathFolders(cli, env), env.PATH ?? ""];
    return { ...env, PATH: folders.join(path.delimiter), PULUMI_SKIP_UPDATE_CHECK: "true" };
}

/** The line that does the same in a shell. */
export function pathLine(cli, env = process.env, platform = process.platform) {
    const folders = pathFolders(cli, env).join(path.delimiter);
    if (platform === "win32") {
        return `$env:Path = '${folders.replaceAll("'", "''")};' + $env:Path`;
    }
    return `export PATH='${folders.replaceAll("'", "'\\''")}':"$PATH"`;
}

function pathFolders(cli, env) {
    const plugin = hasDynamicPlugin(cli.folder) ? [] : [sdkFolder];
    return [cli.folder, ...plugin, ...nodeFolder(env)];
}

/** The language host starts the `node` of PATH, which must be the one that runs here. */
function nodeFolder(env) {
    const folder = folderOnPath("node", env.PATH ?? "");
    const same =
        folder !== undefined && realpathSync(path.join(folder, programName)) === realpathSync(process.execPath);
    return same ? [] : [path.dirname(process.execPath)];
}

const programName = process.platform === "win32" ? "node.exe" : "node";
