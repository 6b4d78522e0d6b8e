import { expect } from "chai";
import { keyStateOf, valueIn } from "../../../provider/resources/schannel-settings/reading/key-state";
import { machineOf } from "../../../provider/resources/schannel-settings/reading/machine";
import { exchangeOf } from "../../../provider/resources/schannel-settings/versions/exchange";
import type { CallResult, WireObject } from "../../../provider/session/frames";

const ok = (...out: WireObject[]): CallResult => ({ ok: true, out, warnings: [], ms: 1 });
const head = { Exists: true, SubKeys: [] };
const failed: CallResult = { ok: false, error: { code: "Registry", message: "denied", transient: false } };

/** Answers and what is known of the value `Enabled` then. */
const rows: readonly (readonly [what: string, result: CallResult | undefined, found: string])[] = [
    ["no answer", undefined, "unreadable"],
    ["a skipped call", { skipped: true }, "unreadable"],
    ["denied", failed, "unreadable"],
    ["no object", ok(), "unreadable"],
    ["an object without Exists", ok({ SubKeys: [] }), "unreadable"],
    ["subkeys that are no list", ok({ Exists: true, SubKeys: 5 }), "unreadable"],
    ["a value without a name", ok(head, { Kind: "DWord", Data: 1 }), "unreadable"],
    ["a DWord without data", ok(head, { Name: "Enabled", Kind: "DWord", Data: null }), "unreadable"],
    ["a DWord of three bytes, as base64", ok(head, { Name: "Enabled", Kind: "DWord", Data: "AQID" }), "unreadable"],
    ["a DWord beyond 32 bits", ok(head, { Name: "Enabled", Kind: "DWord", Data: 4_294_967_296 }), "unreadable"],
    ["a DWord with a fraction", ok(head, { Name: "Enabled", Kind: "DWord", Data: 0.5 }), "unreadable"],
    ["a kind that nothing writes", ok(head, { Name: "Enabled", Kind: "Unknown", Data: "AQID" }), "unreadable"],
    ["a key that is not there", ok({ Exists: false }), "absent"],
    ["a key without values", ok(head), "absent"],
    ["other values", ok(head, { Name: "Enabled2", Kind: "DWord", Data: 1 }), "absent"],
    ["a DWord", ok(head, { Name: "Enabled", Kind: "DWord", Data: 1 }), "DWord 1"],
    ["another case", ok(head, { Name: "ENABLED", Kind: "DWord", Data: 0 }), "DWord 0"],
    ["-1", ok(head, { Name: "Enabled", Kind: "DWord", Data: -1 }), "DWord 4294967295"],
    ["a text", ok(head, { Name: "Enabled", Kind: "String", Data: "0" }), "String 0"],
    ["an empty list", ok(head, { Name: "Enabled", Kind: "MultiString", Data: [] }), "MultiString "],
];

describe("schannel/reading: unreadable is never absent", () => {
    for (const [what, result, expected] of rows) {
        it(`${what}: ${expected}`, () => {
            const found = valueIn(keyStateOf(result), "Enabled");
            const text = found.found === "present" ? `${found.raw.kind} ${String(found.raw.data)}` : found.found;
            expect(text).to.equal(expected);
        });
    }

    for (const [what, result] of [
        ["no times", ok({ Computer: "EX01" })],
        ["garbled times", ok({ Computer: "EX01", LastBootUpTime: "yesterday", Now: "now" })],
        ["a garbled start", ok({ Computer: "EX01", LastBootUpTime: "yesterday", Now: "2026-01-10T12:00:00Z" })],
        ["a garbled clock", ok({ Computer: "EX01", LastBootUpTime: "2026-01-10T12:00:00Z", Now: "now" })],
        ["a skipped call", { skipped: true }],
        ["an error", failed],
    ] as const) {
        it(`machine, ${what}: not known`, () => expect(machineOf(result)).to.equal(undefined));
    }
});

describe("schannel/versions of Exchange", () => {
    for (const [text, generation, mayDropOld] of [
        [null, undefined, undefined],
        ["", undefined, undefined],
        ["15.2.1748.10", undefined, undefined],
        ["Version 15.3 (Build 1.0)", undefined, undefined],
        ["Version 6.5 (Build 7638.2)", undefined, undefined],
        ["Version 8.3 (Build 83.6)", "2010 or older", false],
        ["Version 14.3 (Build 123.4)", "2010 or older", false],
        ["Version 15.0 (Build 1365.1)", "2013", false],
        ["Version 15.0 (Build 1367.3)", "2013", true],
        ["Version 15.1 (Build 1415.2)", "2016", false],
        ["Version 15.1 (Build 1466.3)", "2016", true],
        ["Version 15.1 (Build 2507.6)", "2016", true],
        ["Version 15.2 (Build 1544.4)", "2019 before CU15", true],
        ["Version 15.2 (Build 1748.10)", "2019 CU15 or SE", true],
        ["Version 15.2 (Build 2562.17)", "2019 CU15 or SE", true],
    ] as const) {
        it(`${text}: ${generation}, may drop TLS 1.0: ${mayDropOld}`, () => {
            const exchange = exchangeOf(text);
            expect([exchange?.generation, exchange?.mayDropOld]).to.deep.equal([generation, mayDropOld]);
        });
    }
});
