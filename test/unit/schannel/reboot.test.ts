import { expect } from "chai";
import { startedSince } from "../../../provider/resources/schannel-settings/remember/reboot";
import { TestResource } from "./resource";
import { TestServer } from "./server";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const T = Date.UTC(2026, 0, 10, 12);

/** A change at T on a machine that had been up for a day; then what it says of its boot and its clock. */
const rows: readonly (readonly [what: string, bootedAt: number, now: number, started: boolean])[] = [
    ["a boot in the future", T + 2 * HOUR, T + HOUR, false],
    ["no boot, the same clock", T - 24 * HOUR, T + HOUR, false],
    ["no boot, the boot time wanders by seconds", T - 24 * HOUR + 20_000, T + HOUR, false],
    ["no boot, the clock was set back", T - 24 * HOUR, T - 3 * HOUR, false],
    ["no boot, the clock and the boot time were set back together", T - 27 * HOUR, T - 3 * HOUR, false],
    ["no boot, both were set forward by less than it was up", T - 4 * HOUR, T + 21 * HOUR, false],
    ["a boot after the change", T + MINUTE, T + HOUR, true],
    ["a boot long ago, after the change", T + MINUTE, T + 900 * HOUR, true],
    ["a boot after the change, then the clock was set back before it", T - HOUR, T - HOUR + 5 * MINUTE, true],
];

/** The same on a machine that had been up for so long only. */
const fresh: readonly (readonly [what: string, upFor: number, bootedAt: number, now: number, started: boolean])[] = [
    ["up for 10 s, the boot time wanders by 20 s, past the change", 10_000, T + 10_000, T + HOUR, false],
    ["up for 10 s, the boot time wanders by 59 s", 10_000, T + 49_000, T + HOUR, false],
    ["up for 0 s, and the clock goes on", 0, T, T + HOUR, false],
    ["up for 10 s, then a boot two minutes after the change", 10_000, T + 2 * MINUTE, T + HOUR, true],
    ["up for two minutes, a boot 10 s after the change", 2 * MINUTE, T + 10_000, T + MINUTE, true],
];

describe("schannel/reboot", () => {
    for (const [what, upFor, bootedAt, now, started] of fresh) {
        it(`${what}: ${started ? "active" : "still pending"}`, () => {
            const pending = { id: "x", since: T, changed: T, upFor, active: null };
            expect(startedSince(pending, { computer: "EX01", bootedAt, now })).to.equal(started);
        });
    }

    for (const [what, bootedAt, now, started] of rows) {
        it(`${what}: ${started ? "active" : "still pending"}`, () => {
            const pending = { id: "x", since: T, changed: T, upFor: 24 * HOUR, active: null };
            expect(startedSince(pending, { computer: "EX01", bootedAt, now })).to.equal(started);
        });
    }

    it("two changes without a restart: due since the first, until a start after the second", () => {
        const server = new TestServer(17763);
        const resource = new TestResource(server, "SE", { eventLogging: 3 });
        resource.up();
        const since = resource.outputs().pendingSince;
        server.now += HOUR;
        resource.declare({ eventLogging: 7 }).up();
        expect(resource.outputs().pendingSince).to.equal(since);
        expect(resource.kept.pending[0]?.active).to.deep.equal({ kind: "DWord", data: 1 });
        server.restart();
        expect(resource.outputs()).to.include({ rebootRequired: false, pendingSince: null });
        resource.declare({ eventLogging: 3 }).up();
        expect(resource.outputs().pendingSince).not.to.equal(since);
    });

    it("without a boot time nothing is written, and what is pending stays", () => {
        const server = new TestServer(17763);
        const resource = new TestResource(server, "SE", { eventLogging: 3 });
        resource.up();
        server.bootedAt = server.now + 5 * MINUTE;
        expect(resource.outputs().rebootRequired).to.equal(true);
    });
});
