import { expect } from "chai";
import { readArguments } from "../../../provider/cli/arguments";

const all = { kinds: ["send", "receive", "lists"], connectors: [], servers: [], builtIn: false, schannel: false };
const rest = { everyProperty: false, out: "exchange-export", force: false, connectionFile: undefined };
const named = (...connectors: string[]) => ({ ...all, kinds: ["send", "receive"], connectors });

describe("exchange-tls export: the command line", () => {
    const good: [args: readonly string[], request: object][] = [
        [[], { selection: all }],
        [["--connector", "To Fabrikam"], { selection: named("To Fabrikam") }],
        [
            ["--connector", "EX01\\Relay", "--connector=b", "--kind", "lists"],
            { selection: { ...named("EX01\\Relay", "b"), kinds: ["lists"] } },
        ],
        [["--server", "ex01.contoso.com"], { selection: { ...all, servers: ["ex01.contoso.com"] } }],
        [["--built-in", "--schannel"], { selection: { ...all, builtIn: true, schannel: true } }],
        [
            ["--all-properties", "--force", "--out", "a b", "--connection", "c.json"],
            { selection: all, everyProperty: true, out: "a b", force: true, connectionFile: "c.json" },
        ],
    ];
    for (const [args, request] of good) {
        it(`takes '${args.join(" ")}'`, () => {
            expect(readArguments(["export", ...args])).to.deep.equal({ command: "export", ...rest, ...request });
        });
    }

    const bad: [args: readonly string[], words: string][] = [
        [["EX01"], "'EX01' is not expected"],
        [["--kind", "Send"], "--kind 'Send' is none of send, receive, lists"],
        [["--server", "*"], "'*' is not the name of a server"],
        [["--out", " "], "--out names no folder"],
        [["--timeout", "5"], "export takes no --timeout"],
        [["--json"], "export takes no --json"],
        [["--connector"], "--connector"],
    ];
    for (const [args, words] of bad) {
        it(`refuses '${args.join(" ")}'`, () => {
            expect(() => readArguments(["export", ...args])).to.throw(words);
        });
    }

    it("restart-transport takes none of its options", () => {
        const args = ["restart-transport", "--server", "EX01", "--built-in"];
        expect(() => readArguments(args)).to.throw("restart-transport takes no --built-in");
    });
});
