import { expect } from "chai";
import type { Run } from "../conformance/driver/stack";
import { NET_4, type Plan, SCHANNEL, SUITES_LOCAL } from "../lab/index.js";
import { Bench, succeed, told, written } from "./bench";
import { CURRENT_VERSION_KEY } from "./places";

const PROGRAM = {
    protocols: { "TLS 1.2": "enabled" },
    ciphers: { "RC4 128/128": "disabled" },
    dotNet: { strongCrypto: true },
    curves: { order: ["NistP384", "NistP256"] },
};
const DRIFTED = `${SCHANNEL}\\Protocols\\TLS 1.2\\Server`;
/** So many times faster: ten seconds for a call are over in a fraction of one. */
const HURRY = 1_200;

describe("SCHANNEL settings: what cannot be read stops the run (conformance K)", () => {
    let bench: Bench;
    let calm: (() => void)[] = [];

    /** A read is repeated once on a new connection, so what breaks one must break two. */
    const fault = (plan: Plan) => () => bench.place.lab.faults.inject({ times: 2, ...plan });
    const slow = (plan: Plan) => () => {
        bench.place.clock.speed = HURRY;
        fault(plan)();
    };
    const denied = (key: string) => () => {
        bench.hand.deny(key, "read");
        calm.push(() => bench.hand.allow(key));
    };
    const odd = (key: string, name: string, type: number, data: string) => () => {
        const [kind, was] = [bench.hand.kind(key, name), bench.hand.raw(key, name)];
        bench.hand.setRaw(key, name, type, Buffer.from(data, "hex"));
        calm.push(() => {
            if (was === undefined) bench.hand.remove(key, name);
            else bench.hand.setRaw(key, name, kind === "MultiString" ? 7 : 4, was);
        });
    };
    const causes: Readonly<Record<string, () => void>> = {
        "a key that is denied": denied(DRIFTED),
        "all of SCHANNEL denied": denied(SCHANNEL),
        ".NET's key denied": denied(NET_4[1] ?? ""),
        "the lists' key denied": denied(SUITES_LOCAL),
        "a DWord of two bytes": odd(DRIFTED, "Enabled", 4, "0100"),
        "a value of a kind that nobody knows": odd(DRIFTED, "DisabledByDefault", 77, "00"),
        "no answer in time": slow({ fault: "stall", cmd: "reg get" }),
        "a call that had to be stopped": slow({ fault: "delay", ms: 3_600_000, cmd: "reg get", nth: 5, times: 200 }),
        garbage: fault({ fault: "garbage-answer", cmd: "reg get" }),
        "an answer cut off": fault({ fault: "cut-in-answer", cmd: "reg get" }),
        "a connection cut before the answer": fault({ fault: "cut-before-answer", cmd: "reg get" }),
        "an agent that dies": fault({ fault: "agent-crash", cmd: "reg get" }),
        "each key an error": fault({ fault: "cmdlet-error", cmd: "reg get", times: 1_000 }),
    };
    const commands: Readonly<Record<string, () => Promise<Run>>> = {
        preview: () => bench.stack.preview(PROGRAM),
        up: () => bench.stack.up(PROGRAM),
        refresh: () => bench.stack.refresh(),
        destroy: () => bench.stack.destroy(),
        "destroy without refresh": () => bench.stack.destroy({ refresh: false }),
    };

    before(async () => {
        bench = await Bench.open({ releases: ["2016 CU23"], windows: ["WS2016"] });
        await succeed(bench.stack.up(PROGRAM));
        bench.hand.setDword(DRIFTED, "DisabledByDefault", 1);
    });
    after(() => bench.close());
    let last: Bench["stack"]["state"];
    beforeEach(() => {
        last = bench.stack.state;
    });
    afterEach(function () {
        if (this.currentTest?.isFailed()) bench.stack.state = last;
        bench.place.clock.speed = 1;
        bench.place.lab.faults.clear();
        for (const undo of calm) undo();
        calm = [];
    });

    for (const [cause, strike] of Object.entries(causes)) {
        for (const [command, run] of Object.entries(commands)) {
            it(`${cause}, at ${command}: one clear error, no write, the state as it was`, async () => {
                const { state } = bench.stack;
                strike();
                const before = bench.dump();
                const ended = await run();
                expect(ended.errors).to.have.length(1);
                expect(ended.errors[0]).to.match(/^\S[^\n]{20,}$/);
                expect(ended.errors[0]).not.to.match(/defect/);
                expect(written(ended)).to.deep.equal([]);
                expect(bench.dump()).to.equal(before);
                expect(bench.stack.state).to.equal(state);
            });
        }
    }

    it("once it can be read again, the next up repairs", async () => {
        const up = await succeed(bench.stack.up(PROGRAM));
        expect(told(up)).to.deep.equal([`HKLM\\${DRIFTED}  DisabledByDefault: DWord 1 -> DWord 0`]);
    });

    it("what is not managed may be as unreadable as it likes", async () => {
        denied(`${SCHANNEL}\\Hashes`)();
        odd(SCHANNEL, "EventLogging", 77, "00")();
        await succeed(bench.stack.up(PROGRAM));
    });

    it("the time of the last start, and nothing to write: no resource without a name comes of it", async () => {
        const fresh = bench.newStack();
        fault({ fault: "cmdlet-error", cmd: "machine boot", times: 100 })();
        for (const run of [await fresh.preview({ eventLogging: 1 }), await fresh.up({ eventLogging: 1 })]) {
            expect(run.errors.join()).to.match(/time of the last start could not be read/);
            expect(fresh.state).to.equal(undefined);
        }
    });

    const identity: Readonly<Record<string, () => void>> = {
        "Windows' version denied": () => denied(CURRENT_VERSION_KEY)(),
        "the time of the last start": fault({ fault: "cmdlet-error", cmd: "machine boot", times: 100 }),
    };
    for (const [what, strike] of Object.entries(identity)) {
        it(`${what}: nothing is written, and it is said`, async () => {
            const fresh = bench.newStack();
            strike();
            const before = bench.dump();
            const up = await fresh.up({ eventLogging: 3 });
            expect(up.errors.join()).to.match(/could not be read, so nothing is/);
            expect(written(up)).to.deep.equal([]);
            expect(bench.dump()).to.equal(before);
            expect(fresh.state).to.equal(undefined);
        });
    }
});
