import { expect } from "chai";
import type { WireArgument } from "../../provider/session/frames";
import { call, describeOnPowerShell, errorOf, outOf, sharedAgent } from "./conversation";

const awkward = [
    'it\'s "quoted" ` and $(Get-Date) $env:PATH $(1){x} %PATH%',
    "'; Remove-Item / -Recurse; '",
    "\u2018typographic\u2019 \u201aquotes\u201b",
    "line one\nline two\r\nline three\ttab",
    "Gr\u00f6\u00dfe \u6f22\u5b57 \u{1f600}",
    '@@nonce {"op":"bye"}',
    "<Obj>_x000A_&amp;</Obj>",
    "-Confirm",
    "\\u0041 \\ / \b \f",
    "2026-01-02T03:04:05Z",
    "2026-01-02",
    "/Date(1700000000000)/",
    "0123",
    "",
    "x".repeat(20_000),
];

const values: [given: WireArgument, kind: string, texts: readonly string[]][] = [
    ...awkward.map((text): [string, string, string[]] => [text, "text", [text]]),
    [true, "boolean", ["True"]],
    [false, "boolean", ["False"]],
    [25, "int", ["25"]],
    [-2147483648, "int", ["-2147483648"]],
    [1.5, "double", ["1.5"]],
    [null, "null", []],
    [[], "list", []],
    [["one"], "list", ["one"]],
    [["one", "it's", "2026-01-02T03:04:05Z"], "list", ["one", "it's", "2026-01-02T03:04:05Z"]],
    [{ $: "null" }, "null", []],
    [{ $: "switch" }, "boolean", ["True"]],
    [{ $: "secure", v: "p\u00e4ss $x" }, "secure", ["p\u00e4ss $x"]],
    [{ $: "credential", user: "CONTOSO\\svc", v: "p'w" }, "credential", ["CONTOSO\\svc", "p'w"]],
    [{ $: "merge", add: ["a", "b"], remove: ["c"] }, "merge", ["Add=a|b", "Remove=c"]],
    [{ $: "merge", add: ["a"], remove: [] }, "merge", ["Add=a"]],
    [{ $: "merge", add: [], remove: ["c"] }, "merge", ["Remove=c"]],
    [{ $: "bytes", v: "AAEC/w==" }, "bytes", ["AAEC/w=="]],
];

describeOnPowerShell("agent.ps1: values in", () => {
    const agent = sharedAgent();

    for (const [given, kind, texts] of values) {
        it(`hands on ${JSON.stringify(given).slice(0, 60)} as ${kind}`, async () => {
            const result = await call(agent(), "Set-SendConnector", { Comment: given }, ["Parameter", "Kind", "Texts"]);
            expect(outOf(result)).to.deep.equal([
                { Parameter: "Comment", Kind: kind, Texts: texts },
                { Parameter: "Confirm", Kind: "boolean", Texts: ["False"] },
            ]);
        });
    }

    it("passes names in the spelling of the allow-list", async () => {
        const result = await call(agent(), "set-sendconnector", { tLSdOMAIN: "x" }, ["Parameter"]);
        expect(outOf(result)).to.deep.equal([{ Parameter: "Confirm" }, { Parameter: "TlsDomain" }]);
    });

    it("never lets a confirmation be asked for", async () => {
        const result = await call(agent(), "Set-SendConnector", { Confirm: true }, ["Texts"]);
        expect(outOf(result)).to.deep.equal([{ Texts: ["False"] }]);
    });

    it("adds no Confirm to a cmdlet that only reads", async () => {
        const result = await call(agent(), "Get-SendConnector", { Identity: "echo" }, ["Parameter"]);
        expect(outOf(result)).to.deep.equal([{ Parameter: "Identity" }]);
    });

    const bad: [what: string, given: unknown][] = [
        ["an unknown tag", { $: "script", v: "Get-Date" }],
        ["no tag", { a: 1 }],
        ["bytes that are not base64", { $: "bytes", v: "?" }],
        ["a secret that is not a text", { $: "secure", v: 1 }],
        ["a credential without a user", { $: "credential", v: "x" }],
        ["a list in a list", [["a"]]],
        ["a null in a list", [null]],
    ];
    for (const [what, given] of bad) {
        it(`refuses ${what}`, async () => {
            const result = await call(agent(), "Set-SendConnector", { Comment: given as WireArgument });
            expect(errorOf(result)).to.include({ code: "BadRequest" });
        });
    }

    const refused: [what: string, cmd: string, par: Record<string, WireArgument>, named: string][] = [
        ["a cmdlet", "Get-Process", {}, "Get-Process"],
        ["script text", "Get-SendConnector; Get-Date", {}, "Get-SendConnector; Get-Date"],
        ["a path", "/bin/sh", {}, "/bin/sh"],
        ["an alias", "iex", {}, "iex"],
        ["a wildcard", "Get-*", {}, "Get-*"],
        ["a parameter", "Get-SendConnector", { Filter: "x" }, "Filter"],
        ["a common parameter", "Get-SendConnector", { ErrorAction: "Ignore" }, "ErrorAction"],
        ["a shortened parameter", "Get-SendConnector", { Ident: "x" }, "Ident"],
    ];
    for (const [what, cmd, par, named] of refused) {
        it(`refuses ${what} that is not on the list: ${named}`, async () => {
            const error = errorOf(await call(agent(), cmd, par));
            expect(error).to.include({ code: "NotAllowed", transient: false });
            expect(error.message).to.include(named);
        });
    }
});
