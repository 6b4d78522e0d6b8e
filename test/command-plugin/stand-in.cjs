// Stands in for the `command` plugin of Pulumi where that cannot be had: command:local:Command alone, as far as this
// package uses it, written from the plugin's documentation and sources. Plain JavaScript, because the engine starts it.
const { spawn } = require("node:child_process");
const { randomBytes } = require("node:crypto");
const { connect } = require("node:http2");
const { isDeepStrictEqual } = require("node:util");
const provider = require("@pulumi/pulumi/provider");

const SECRET = "4dabf18193072939515e22adb298388d";
const INPUTS = ["create", "update", "delete", "dir", "environment", "interpreter", "stdin", "triggers"];

/** Values as they are; a secret comes wrapped in an object that carries this signature. */
function plain(value) {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    if (value[SECRET] !== undefined) return plain(value.value);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function run(command, { interpreter, dir, environment, stdin }, previous) {
    const shell = process.platform === "win32" ? ["cmd", "/C"] : ["/bin/sh", "-c"];
    const [program, ...args] = [...(interpreter?.length > 0 ? interpreter : shell), command];
    const last = [
        ["PULUMI_COMMAND_STDOUT", previous.stdout],
        ["PULUMI_COMMAND_STDERR", previous.stderr],
    ].filter(([, text]) => text);
    const env = { ...process.env, ...environment, ...Object.fromEntries(last) };
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, { cwd: dir ?? process.cwd(), env });
        const texts = { stdout: "", stderr: "", both: "" };
        for (const name of ["stdout", "stderr"]) {
            child[name].setEncoding("utf8").on("data", (text) => {
                texts[name] += text;
                texts.both += text;
            });
        }
        child.stdin.on("error", () => undefined).end(stdin ?? "");
        child.on("error", reject);
        child.on("close", (code) => {
            const problem = `exit status ${code}: running ${JSON.stringify(command)}:\n${texts.both}`;
            if (code !== 0) reject(new Error(problem));
            else resolve({ stdout: texts.stdout.replace(/\n$/, ""), stderr: texts.stderr.replace(/\n$/, "") });
        });
    });
}

const standIn = {
    version: "1.2.1",
    async check(_urn, _olds, news) {
        return { inputs: news };
    },
    async diff(_id, _urn, olds, news) {
        const [before, after] = [plain(olds), plain(news)];
        const changed = INPUTS.filter((name) => !isDeepStrictEqual(before[name], after[name]));
        return { changes: changed.length > 0, replaces: changed.filter((name) => name === "triggers") };
    },
    async create(urn, news) {
        const inputs = plain(news);
        const id = `${urn.split("::").at(-1)}${randomBytes(4).toString("hex")}`;
        const out = inputs.create === undefined ? {} : await run(inputs.create, inputs, {});
        return { id, outs: { stdout: "", stderr: "", ...news, ...out } };
    },
    async update(_id, _urn, olds, news) {
        const inputs = plain(news);
        const command = inputs.update ?? inputs.create;
        const { stdout, stderr } = plain(olds);
        const out = command === undefined ? { stdout, stderr } : await run(command, inputs, { stdout, stderr });
        return { outs: { ...news, ...out } };
    },
    async delete(_id, _urn, props) {
        const inputs = plain(props);
        if (inputs.delete !== undefined) await run(inputs.delete, inputs, inputs);
    },
};

// An engine that was killed tells nobody: an idle connection to it is what notices.
const watch = connect(`http://${process.argv.at(-1)}`);
watch.on("error", () => undefined).once("close", () => process.exit());
watch.unref();

provider.main(standIn, process.argv.slice(2));
