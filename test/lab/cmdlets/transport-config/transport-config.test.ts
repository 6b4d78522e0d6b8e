import { expect } from "chai";
import type { Argument } from "../argument.js";
import { Hashtable } from "../argument.js";
import { Bench } from "../bench.js";

const START = ["partner-01.example", "partner-02.example"];
const edit = (add: string[], remove: string[] = []) => new Hashtable({ Add: add, Remove: remove });

/** What is written, and the list afterwards (null: refused); `still`: nothing changed, W-1. */
const TABLE: readonly (readonly [Argument, readonly string[] | null, still?: "still"])[] = [
    [["*"], null],
    [["*.example"], null],
    [[""], null],
    ["", null],
    [["a.example", "A.EXAMPLE"], null],
    [edit(["*.example"]), null],
    [edit(["a.example", "A.example"]), null],
    [edit(["PARTNER-01.example"]), null],
    [new Hashtable({ Ad: ["a.example"] }), null],
    [null, []],
    [[], []],
    ["a.example", ["a.example"]],
    [
        ["b.example", "a.example"],
        ["b.example", "a.example"],
    ],
    [edit(["a.example"]), [...START, "a.example"]],
    [edit([], ["Partner-01.EXAMPLE"]), ["partner-02.example"]],
    [edit(["a.example"], ["absent.example", "partner-02.example"]), ["partner-01.example", "a.example"]],
    [edit([], ["absent.example"]), START, "still"],
    [edit([]), START, "still"],
    [["PARTNER-02.example", "partner-01.example"], START, "still"],
];

describe("lab: transport configuration", () => {
    for (const [written, after, still] of TABLE) {
        it(`${JSON.stringify(written)} gives ${after === null ? "an error" : JSON.stringify(after)}`, () => {
            const bench = new Bench("single", {}, { foreignDomains: 2 });
            const outcome = bench.run("Set-TransportConfig", { TLSSendDomainSecureList: written });
            expect(outcome.error !== null).to.equal(after === null);
            expect(outcome.warnings).to.have.length(still === undefined ? 0 : 1);
            expect(outcome.changed).to.equal(after !== null && still === undefined);
            const { settings } = bench.organisation.transport;
            expect(settings.TLSSendDomainSecureList).to.deep.equal(after ?? START);
            expect(settings.TLSReceiveDomainSecureList).to.deep.equal(START);
        });
    }

    it("accepts Add of a present value, or ignores every merge, where the switches say so", () => {
        const lenient = new Bench("single", { addPresent: "accept" }, { foreignDomains: 2 });
        const again = lenient.run("Set-TransportConfig", { TLSSendDomainSecureList: edit(["partner-01.example"]) });
        expect(again).to.include({ error: null, changed: false });
        const deaf = new Bench("single", { mergeHasNoEffect: true }, { foreignDomains: 2 });
        const lost = deaf.run("Set-TransportConfig", { TLSSendDomainSecureList: edit(["a.example"]) });
        expect(lost).to.include({ error: null, changed: false });
        expect(deaf.organisation.transport.settings.TLSSendDomainSecureList).to.deep.equal(START);
    });

    it("changes both lists at once and reads them back, whatever the identity", () => {
        const bench = new Bench();
        bench.run("Set-TransportConfig", {
            TLSSendDomainSecureList: ["a.example"],
            TLSReceiveDomainSecureList: ["b.example"],
            InternalSMTPServers: ["10.0.0.0/8"],
            MaxSendSize: "20MB",
        });
        const [config] = bench.run("Get-TransportConfig", { Identity: "anything" }).objects;
        expect(config).to.deep.include({
            TLSSendDomainSecureList: ["a.example"],
            TLSReceiveDomainSecureList: ["b.example"],
            InternalSMTPServers: ["10.0.0.0/8"],
            MaxSendSize: "20 MB (20,971,520 bytes)",
            Xexch50Enabled: true,
            SafetyNetHoldTime: "7.00:00:00",
        });
    });
});
