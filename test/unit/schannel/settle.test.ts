import { expect } from "chai";
import { BOOT, nothingKept, settle } from "../../../provider/resources/schannel-settings";
import { keyFrom } from "../../../provider/resources/schannel-settings/registry/place";
import type { CallResult } from "../../../provider/session/frames";
import { TestResource } from "./resource";
import { SCH, TestServer } from "./server";

const KEY = `${SCH}\\Ciphers\\NULL`;
const FIRST = `${SCH}\\Ciphers\\DES 56/56`;
const FAILED: CallResult = { ok: false, error: { code: "Registry", message: "no", transient: false } };

function planned() {
    const server = new TestServer(17763);
    const resource = new TestResource(server, "SE", { ciphers: { NULL: "disabled", "DES 56/56": "disabled" } });
    const plan = resource.preview();
    const answered = (results: readonly CallResult[]) => {
        const live = resource.live();
        return settle(plan, nothingKept, { results, readBack: server.run([BOOT])[0] ?? { skipped: true } }, live);
    };
    return { server, resource, plan, answered };
}

describe("schannel/settle: what is remembered of a write", () => {
    it("keys that the server says it made, not one that somebody else made in between", () => {
        const { server, plan, answered } = planned();
        expect(plan.after.createdKeys.map(({ key }) => key)).to.include(KEY);
        server.set(64, KEY, undefined);
        const { kept, failures } = answered(server.run(plan.calls));
        expect(failures).to.deep.equal([]);
        expect(kept.createdKeys.map(({ key }) => key)).to.deep.equal([FIRST]);
    });

    it("the time of a change is the one after it", () => {
        const { server, plan, answered } = planned();
        server.now += 60_000;
        const { kept } = answered(server.run(plan.calls));
        expect(kept.pending.every(({ changed }) => changed === server.now)).to.equal(true);
        expect(kept.pending.every(({ since }) => since < server.now - 60_000)).to.equal(true);
    });

    it("what was refused and not made, and what was not sent, is not ours, makes no restart due, and made no key", () => {
        const { plan, answered } = planned();
        const { kept, failures, skipped } = answered([FAILED, { skipped: true }]);
        expect(failures.map(({ text }) => text)).to.deep.equal([
            `HKLM\\${SCH}\\Ciphers\\DES 56/56  Enabled: absent -> DWord 0: no`,
        ]);
        expect(skipped).to.equal(1);
        expect(plan.after.values).to.have.length(2);
        expect(kept).to.deep.equal({
            ...nothingKept,
            // It may have been made, and goes only while it is empty.
            createdKeys: [{ view: 64, key: FIRST }],
        });
    });

    it("what was refused and is there all the same is ours; what stood before us is known", () => {
        const { server, plan, answered } = planned();
        server.run(plan.calls.slice(0, 1));
        const { kept } = answered([FAILED, { skipped: true }]);
        expect(kept.values.map(({ key, was, wrote }) => [key, was, wrote])).to.deep.equal([
            [FIRST, null, { kind: "DWord", data: 0 }],
        ]);
        expect(kept.pending).to.have.length(1);
    });

    it("other data than what was written is told, and what follows is written", () => {
        const { server, plan, answered } = planned();
        server.run(plan.calls);
        const row = (Data: number): CallResult => ({
            ok: true,
            out: [{ Name: "Enabled", Kind: "DWord", Data }],
            warnings: [],
            ms: 1,
        });
        const { kept, failures } = answered([row(1), row(0)]);
        expect(failures.map(({ text }) => text.split(": ").at(-1))).to.deep.equal(["read back as DWord 1"]);
        expect(kept.values).to.have.deep.members(plan.after.values);
    });

    it("a lost answer and no reading: everything may be ours", () => {
        const { plan } = planned();
        expect(settle(plan, nothingKept, undefined, undefined).kept).to.deep.equal(plan.after);
    });

    it("a lost answer, and the reading shows that half of it was made", () => {
        const { server, plan, resource } = planned();
        server.run(plan.calls.slice(1));
        const { kept } = settle(plan, nothingKept, undefined, resource.live());
        expect(kept.values.map(({ key }) => key)).to.deep.equal([KEY]);
        expect(kept.pending).to.have.length(1);
    });
});

describe("schannel/keys that a server says it made", () => {
    for (const [path, view, key] of [
        ["SOFTWARE\\Wow6432Node\\Microsoft\\A", 32, "SOFTWARE\\Microsoft\\A"],
        ["SOFTWARE\\Microsoft\\A", 32, "SOFTWARE\\Microsoft\\A"],
        ["HKEY_LOCAL_MACHINE\\SYSTEM\\A", 64, "SYSTEM\\A"],
        ["HKLM:\\SYSTEM\\A/B", 64, "SYSTEM\\A/B"],
        ["SOFTWARE\\Wow6432Node\\Microsoft\\A", 64, "SOFTWARE\\Wow6432Node\\Microsoft\\A"],
    ] as const) {
        it(`${path} in view ${view}`, () => expect(keyFrom(path, view)).to.deep.equal({ view, key }));
    }
});
