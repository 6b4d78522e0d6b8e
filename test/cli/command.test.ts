import { expect } from "chai";
import { readArguments } from "../../provider/cli/arguments";
import { runCommand } from "../../provider/cli/run-command";
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
            { command: "restart-transport", servers: ["EX01"], timeoutS: 300, json: false, connectionFile: undefined },
        ],
        [
            "restart-transport --server EX01 --json --timeout=45 --server ex02.contoso.com --connection c.json",
            {
                ...{ command: "restart-transport", servers: ["EX01", "ex02.contoso.com"] },
                ...{ timeoutS: 45, json: true, connectionFile: "c.json" },
            },
        ],
    ];
    for (const [args, request] of good) {
        it(`takes '${args}'`, () => {
            expect(readArguments(args.split(" ").filter((word) => word !== ""))).to.deep.equal(request);
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
        ["restart-transport --server", "--server"],
    ];
    for (const [args, words] of bad) {
        it(`refuses '${args}'`, () => {
            expect(() => readArguments(args.split(" "))).to.throw(words);
        });
    }
});

describe("exchange-tls: exit codes and output", () => {
    const run = async (args: string, { env = {}, session = new FakeSession() } = {}) => {
        const lines = { out: [] as string[], progress: [] as string[] };
        const code = await runCommand(args.split(" "), {
            secrets: {
                env: { EXCHANGE_TLS_CONNECTION: connection, ...env },
                readFile: async (file) => {
                    if (file !== "c.json") throw new Error("no such file");
                    return `\ufeff${connection}`;
                },
            },
            clock: hastyClock(),
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

    it("0: the help, with every exit code", async () => {
        const { code, out } = await run("--help");
        expect(code).to.equal(0);
        expect(out.join()).to.match(/0 .*\n.*1 .*\n.*2 .*\n.*3 /);
    });
});
