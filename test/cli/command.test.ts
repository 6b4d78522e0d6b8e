import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import type { OpenLog } from "../../provider/audit/audit-log";
import { readArguments } from "../../provider/cli/arguments";
import { runCommand } from "../../provider/cli/run-command";
import { repositoryRoot } from "../repository-root";
import { FINGERPRINT } from "../session/settings";
import { FakeSession, failed, hastyClock } from "./fake-session";

const connection = JSON.stringify({ host: "ex01.contoso.com", username: "svc", hostKey: FINGERPRINT });

describe("exchange-tls: the command line", () => {
    const good: [args: string, request: object][] = [
        ["", { command: "help" }],
        ["--help", { command: "help" }],
        ["restart-transport -h", { command: "help" }],
        [
            "restart-transport --server EX01",
            {
                ...{ command: "restart-transport", servers: ["EX01"], timeoutS: 300, json: false },
                ...{ connectionFile: undefined, changeWindow: undefined, auditLog: undefined },
            },
        ],
        [
            "restart-transport --server EX01 --json --timeout=45 --server ex02.contoso.com --connection c.json --change-window=daily_00:00-24:00_UTC --audit-log a",
            {
                ...{ command: "restart-transport", servers: ["EX01", "ex02.contoso.com"] },
                ...{
                    timeoutS: 45,
                    json: true,
                    connectionFile: "c.json",
                    changeWindow: "daily 00:00-24:00 UTC",
                    auditLog: "a",
                },
            },
        ],
    ];
    for (const [args, request] of good) {
        it(`takes '${args}'`, () => {
            expect(readArguments(wordsIn(args))).to.deep.equal(request);
        });
    }

    const bad: [args: string, words: string][] = [
        ["restart", "no command 'restart'"],
        ["--json", "no command ''"],
        ["restart-transport", "no server"],
        ["restart-transport EX01", "'EX01' is not expected"],
        ["restart-transport --server *", "'*' is not the name"],
        ["restart-transport --server EX01 --timeout 0", "--timeout '0'"],
        ["restart-transport --server EX01 --timeout 5m", "--timeout '5m'"],
        ["restart-transport --server EX01 --timeout 9999", "--timeout '9999'"],
        ["restart-transport --server EX01 --force", "--force"],
        ["restart-transport --server EX01 --sever EX02", "failed: Unknown option '--sever'. See exchange-tls --help."],
        ["restart-transport --server EX01 --change-window Mon_3-4", "failed: --change-window 'Mon 3-4' is no window"],
        ["restart-transport --server", "--server"],
    ];
    for (const [args, words] of bad) {
        it(`refuses '${args}'`, () => {
            expect(() => readArguments(wordsIn(args))).to.throw(words);
        });
    }
});

/** `_` stands for a blank within a word. */
function wordsIn(args: string): string[] {
    return args.split(" ").flatMap((word) => (word === "" ? [] : [word.replaceAll("_", " ")]));
}

interface Options {
    readonly env?: Record<string, string>;
    readonly session?: FakeSession;
    readonly openLog?: OpenLog;
    readonly now?: () => number;
}

const noLog: OpenLog = async (file) => Promise.reject(new Error(`${file} was opened`));

describe("exchange-tls: exit codes and output", () => {
    const run = async (args: string | readonly string[], options: Options = {}) => {
        const { env = {}, session = new FakeSession(), openLog = noLog } = options;
        const { now = () => Date.parse("2026-11-27T12:00:00Z") } = options;
        const lines = { out: [] as string[], progress: [] as string[] };
        const code = await runCommand(typeof args === "string" ? args.split(" ") : args, {
            secrets: {
                env: { EXCHANGE_TLS_CONNECTION: connection, ...env },
                readFile: async (file) => {
                    if (file !== "c.json") throw new Error("no such file");
                    return `\ufeff${connection}`;
                },
            },
            clock: hastyClock(),
            sender: { user: "anna", client: "ws12", env, now, openLog },
            sessionFor: () => session,
            signal: new AbortController().signal,
            out: (line) => lines.out.push(line),
            progress: (line) => lines.progress.push(line),
        });
        return { code, ...lines, told: lines.progress.join("\n") };
    };

    it("0: done, a line for each server on stdout, progress on stderr", async () => {
        const { code, out, told } = await run("restart-transport --server EX01 --server EX02 --connection c.json");
        expect(code).to.equal(0);
        expect(out).to.deep.equal(
            ["EX01", "EX02"].map(
                (name) => `${name}: MSExchangeFrontEndTransport and MSExchangeTransport restarted, 2 bindings listen`,
            ),
        );
        expect(told).to.include("EX02: restarts MSExchangeTransport");
    });

    it("3: no server is asked where the environment says so", async () => {
        const { code, out, told } = await run("restart-transport --server EX01", {
            env: { EXCHANGE_TLS_OFFLINE: "true" },
        });
        expect([code, out]).to.deep.equal([3, []]);
        expect(told).to.match(/^transport services: restarting failed: exchange-tls:offline is set/);
    });

    it("1: stopped, with the same facts as one JSON object on stdout", async () => {
        const session = new FakeSession();
        session.troubles["EX02 MSExchangeFrontEndTransport"] = failed("Service", "did not stop in time");
        const args = "restart-transport --json --server EX01 --server EX02 --server EX03";
        const { code, out } = await run(args, { session });
        expect(code).to.equal(1);
        expect(out).to.have.length(1);
        const told = JSON.parse(out[0] ?? "");
        expect(told).to.deep.include({
            outcome: "stopped",
            servers: [
                {
                    ...{ server: "EX01", state: "done", bindings: 2 },
                    restarted: ["MSExchangeFrontEndTransport", "MSExchangeTransport"],
                },
                { server: "EX02", state: "stopped", restarted: [], bindings: null },
                { server: "EX03", state: "untouched", restarted: [], bindings: null },
            ],
        });
        expect(told.error).to.include({
            code: "Service",
            server: "EX02",
            step: "restarting MSExchangeFrontEndTransport",
        });
    });

    const useless: [what: string, args: string, env: Record<string, string>, words: string][] = [
        ["no connection", "", { EXCHANGE_TLS_CONNECTION: "" }, "EXCHANGE_TLS_CONNECTION is not set"],
        ["a connection that is no JSON", "", { EXCHANGE_TLS_CONNECTION: "s3cret" }, "does not hold JSON"],
        [
            "a connection with one backslash in the account",
            "",
            { EXCHANGE_TLS_CONNECTION: '{"host":"ex01","username":"CONTOSO\\svc","hostKey":"s3cret"}' },
            'a backslash is written twice: "username": "CONTOSO\\\\svc-tls"',
        ],
        [
            "one backslash that JSON understands",
            "",
            { EXCHANGE_TLS_CONNECTION: '{"host":"ex01","username":"CONTOSO\\backup","hostKey":"s3cret"}' },
            "username must not hold a control character; in JSON a backslash is written twice",
        ],
        ["a connection without a host", "", { EXCHANGE_TLS_CONNECTION: '{"username":"x"}' }, "host"],
        ["a file that is not there", " --connection d.json", {}, "d.json cannot be read: no such file"],
    ];
    for (const [what, args, env, words] of useless) {
        it(`2: ${what}`, async () => {
            const { code, told, out } = await run(`restart-transport --json --server EX01${args}`, { env });
            expect(code).to.equal(2);
            expect(told).to.include(words).and.not.include("s3cret");
            expect(JSON.parse(out[0] ?? "")).to.deep.include({ outcome: "refused", servers: [] });
        });
    }

    it("3: refused", async () => {
        const { code, told } = await run("restart-transport --server EX09");
        expect(code).to.equal(3);
        expect(told).to.include("EX09");
    });

    const WINDOW = "Sat 22:00-02:00 Europe/Berlin";
    const NEXT = "next window: Sat 2026-11-28 22:00-02:00 Europe/Berlin, in 1 day 9 h";
    const closed: [how: string, args: string[], env: Record<string, string>][] = [
        ["as an argument", ["--change-window", WINDOW], {}],
        ["in the environment", [], { EXCHANGE_TLS_CHANGE_WINDOW: WINDOW }],
        [
            "as an argument, which goes first",
            ["--change-window", WINDOW],
            { EXCHANGE_TLS_CHANGE_WINDOW: "daily 00:00-24:00 UTC" },
        ],
        ["with an override that is no reason", ["--change-window", WINDOW], { EXCHANGE_TLS_OUTSIDE_WINDOW: "yes" }],
    ];
    for (const [how, args, env] of closed) {
        it(`3: outside the change window, ${how}`, async () => {
            const session = new FakeSession();
            const { code, told } = await run(["restart-transport", "--server", "EX01", ...args], { env, session });
            expect({ code, restarts: session.restarts }).to.deep.equal({ code: 3, restarts: [] });
            expect(told).to.include(`${NEXT}. This was not sent. Run again then, or`);
            expect(told).to.match(/EXCHANGE_TLS_OUTSIDE_WINDOW\. Done before: none; not touched: EX01\.$/);
            expect(told).not.to.include("EX01: restarts");
        });
    }

    it("1: the change window ends on the way; what was done stays done, and the rest is named", async () => {
        const session = new FakeSession();
        let now = Date.parse("2026-11-28T21:30:00Z");
        session.whileRestarting = () => (now += 2 * 3_600_000);
        const args = ["restart-transport", "--server", "EX01", "--server", "EX02", "--change-window", WINDOW];
        const { code, told } = await run(args, { session, now: () => now });
        expect(code).to.equal(1);
        expect(session.restarts).to.deep.equal(["EX01 MSExchangeFrontEndTransport", "EX01 MSExchangeTransport"]);
        expect(told).to.include(
            "restarting MSExchangeFrontEndTransport (EX02) failed: it is outside the change window",
        );
        expect(told).to.include("Done before: EX01");
    });

    it("0: outside the change window with a reason, which is told and put on record with each restart", async () => {
        const lines: string[] = [];
        const openLog = async () => ({
            append: async (more: readonly string[]) => void lines.push(...more),
            close: async () => undefined,
        });
        const env = {
            EXCHANGE_TLS_OUTSIDE_WINDOW: "incident 4711, board informed",
            EXCHANGE_TLS_STACK: "acme/mail/prod",
        };
        const args = ["restart-transport", "--server", "EX01", "--change-window", WINDOW, "--audit-log", "audit.jsonl"];
        const { code, told } = await run(args, { env, openLog });
        expect(code).to.equal(0);
        expect(told).to.include("because EXCHANGE_TLS_OUTSIDE_WINDOW says: incident 4711, board informed");
        const [first, second] = lines.map((line) => JSON.parse(line));
        expect(lines).to.have.length(2);
        expect(first).to.deep.equal({
            ...{ time: "2026-11-27T12:00:00.000Z", user: "anna", client: "ws12", account: "CONTOSO\\svc" },
            ...{ host: "ex01.contoso.com:22", computer: "EX01", stack: "acme/mail/prod", urn: null },
            ...{ window: null, outsideWindow: "incident 4711, board informed" },
            cmdlet: "service restart",
            parameters: { name: "MSExchangeFrontEndTransport", server: "ex01.contoso.com", timeoutS: 300 },
            ...{ outcome: "accepted", reason: null, before: { status: "Running" }, after: { status: "Running" } },
        });
        expect(second.parameters.name).to.equal("MSExchangeTransport");
    });

    it("3: an audit log that cannot be opened keeps the restart from happening", async () => {
        const session = new FakeSession();
        const args = ["restart-transport", "--server", "EX01", "--audit-log", "audit.jsonl"];
        for (const [code, words, remedy] of [
            ["EACCES", "permission denied", "Make the file writable"],
            ["ENOENT", "no such file or directory", "Make its folder"],
        ]) {
            const cause = Object.assign(new Error(`${code}: ${words}`), { code });
            const found = await run(args, { session, openLog: async () => Promise.reject(cause) });
            expect({ code: found.code, restarts: session.restarts }).to.deep.equal({ code: 3, restarts: [] });
            expect(found.told).to.include(`audit.jsonl: ${code}: ${words}. This was not sent`);
            expect(found.told).to.include(`${remedy}, then run again. Done before: none; not touched: EX01.`);
            expect(found.told).not.to.include("EX01: restarts");
        }
    });

    it("1: a restart that cannot be put on record ends the run, and the error names it", async () => {
        const session = new FakeSession();
        const append = async () => Promise.reject(new Error("ENOSPC: no space left on device"));
        const openLog = async () => ({ append, close: async () => undefined });
        const args = ["restart-transport", "--server", "EX01", "--server", "EX02", "--audit-log", "audit.jsonl"];
        const { code, told } = await run(args, { session, openLog });
        expect({ code, restarts: session.restarts }).to.deep.equal({
            code: 1,
            restarts: ["EX01 MSExchangeFrontEndTransport"],
        });
        expect(told).to.match(/Not on record: \S+ service restart .*MSExchangeFrontEndTransport.* accepted/);
    });

    it("2: a change window that is none", async () => {
        const { code, told } = await run([
            "restart-transport",
            "--server",
            "EX01",
            "--change-window",
            "Sa 22:00-02:00 UTC",
        ]);
        expect(code).to.equal(2);
        expect(told).to.include("'Sa' is no day");
    });

    it("0: the version of the package", async () => {
        const { version } = JSON.parse(await readFile(join(repositoryRoot(), "package.json"), "utf8"));
        const { code, out } = await run("--version");
        expect([code, out]).to.deep.equal([0, [version]]);
    });

    it("0: the help, with every exit code", async () => {
        const { code, out } = await run("--help");
        expect(code).to.equal(0);
        expect(out.join()).to.match(/^ {2}0 .*^ {2}1 .*^ {2}2 .*^ {2}3 /ms);
    });
});
