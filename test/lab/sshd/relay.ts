import { connect } from "node:net";
import { createInterface } from "node:readline";

/**
 * Runs as `powershell.exe` where there is no PowerShell: hands its standard input to the lab as it comes, and takes
 * lines of JSON from it: `out` and `err` are texts to write, `exit` is the code to end with.
 */
const { LAB_PORT, LAB_TOKEN } = process.env;
const socket = connect({ host: "127.0.0.1", port: Number(LAB_PORT), noDelay: true });
socket.write(`${JSON.stringify({ token: LAB_TOKEN, pid: process.pid, args: process.argv.slice(2) })}\n`);
process.stdin.pipe(socket);
// sshd may be gone, and the lab, too.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => process.exit(1));
socket.on("error", () => process.exit(1));
socket.on("close", () => process.exit(1));
createInterface({ input: socket }).on("line", (line) => {
    const { out = "", err = "", exit } = JSON.parse(line) as { out?: string; err?: string; exit?: number };
    process.stderr.write(err);
    process.stdout.write(out, () => {
        // Only eight bits of a code arrive, and a failure must not become a success.
        if (exit !== undefined) process.exit(exit === 0 ? 0 : exit & 0xff || 1);
    });
});
