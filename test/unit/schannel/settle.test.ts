import { expect } from "chai";
import { BOOT, nothingKept, settle } from "../../../provider/resources/schannel-settings";
import { keyFrom } from "../../../provider/resources/schannel-settings/registry/place";
import type { CallResult } from "../../../provider/session/frames";
import { TestResource } from "./resource";
import { SCH, TestServer } from "./server";

const KEY = `${SCH}\\Ciphers\\NULL`;
const FAILED: CallResult = { ok: false, error: { code: "Registry", message: "no", transient: false } };

function planned() {
    const server = new TestServer(17763);
    const resource = new TestResource(server, "SE", { ciphers: { NULL: "disabled", "DES 56/56": "disabled" } });
    return { server, plan: resource.preview() };
}

describe("schannel/settle: what is remembered of a write", () => {
    it("keys that the server says it made, not one that somebody else made in between", () => {
        const { server, plan } = planned();
        expect(plan.after.createdKeys.map(({ key }) => key)).to.include(KEY);
        server.set(64, KEY, undefined);
        const { kept, failures } = settle(plan, nothingKept, server.run(plan.calls), server.run([BOOT])[0]);
        expect(failures).to.deep.equal([]);
        expect(kept.createdKeys.map(({ key }) => key)).to.deep.equal([`${SCH}\\Ciphers\\DES 56/56`]);
    });

    it("the time of a change is the one after it", () => {
        const { server, plan } = planned();
        server.now += 60_000;
        const { kept } = settle(plan, nothingKept, server.run(plan.calls), server.run([BOOT])[0]);
        expect(kept.pending.every(({ changed }) => changed === server.now)).to.equal(true);
        expect(kept.pending.every(({ since }) => since < server.now - 60_000)).to.equal(true);
    });

    for (const [what, results, failures] of [
        ["no answer at all", [], ["no answer came", "no answer came"]],
        [
            "a failed call and what was skipped behind it",
            [FAILED, { skipped: true }],
            ["no", "skipped, because a call before it failed"],
        ],
        [
            "other data than what was written",
            [
                { ok: true, out: [{ Name: "Enabled", Kind: "DWord", Data: 1 }], warnings: [], ms: 1 },
                { ok: true, out: [{ Name: "Enabled", Kind: "DWord", Data: 0 }], warnings: [], ms: 1 },
            ],
            ["read back as DWord 1"],
        ],
    ] as const) {
        it(`${what}: told, and nothing forgotten`, () => {
            const { plan } = planned();
            const settled = settle(plan, nothingKept, results);
            expect(settled.failures.map((text) => text.split(": ").at(-1))).to.deep.equal(failures);
            expect(settled.kept).to.deep.equal(plan.after);
        });
    }
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
