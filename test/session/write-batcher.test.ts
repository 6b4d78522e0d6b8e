import { expect } from "chai";
import { StoppingError } from "../../provider/session/errors";
import type { AgentCall, CallResult, CmdletCall } from "../../provider/session/frames";
import { type BatchPlan, planBatch, WriteBatcher, type WriteGroup } from "../../provider/session/pool/write-batcher";
import { HandClock, settle } from "./hand-clock";
import { rejection } from "./rejection";

const call = (cmd: string, par: CmdletCall["par"] = {}): CmdletCall => ({ cmd, par, sel: ["Name"] });
const ok = (call: AgentCall): CallResult => ({
    ok: true,
    out: [{ Name: "cmd" in call ? `${call.cmd} ${JSON.stringify(call.par)}` : (Object.values(call)[0] ?? "") }],
    warnings: [],
    ms: 1,
});
const READ = call("Get-SendConnector");

/** A batcher whose exchanges are answered by hand. */
function batcherOf(clock: HandClock) {
    const sent: {
        readonly calls: readonly AgentCall[];
        readonly inOrder: boolean;
        readonly answer: () => void;
        readonly lose: (error: Error) => void;
    }[] = [];
    const send = ({ calls, inOrder }: BatchPlan) =>
        new Promise<readonly CallResult[]>((resolve, reject) => {
            sent.push({ calls, inOrder, answer: () => resolve(calls.map(ok)), lose: reject });
        });
    return { sent, batcher: new WriteBatcher(send, clock, 20, 200) };
}

const group = (name: string, readBack = READ): WriteGroup => ({
    calls: [call("Set-SendConnector", { Identity: name })],
    readBack,
});

describe("session: batches of writes", () => {
    it("puts all calls first, then each distinct read-back once, and shares the results out", () => {
        const other = call("Get-TransportConfig");
        const { calls, share } = planBatch([
            { calls: [call("A"), call("B")], readBack: READ },
            { calls: [], readBack: other },
            { calls: [call("C")], readBack: call("Get-SendConnector") },
            { calls: [call("A")], readBack: call("Get-SendConnector", { Identity: "x" }) },
        ]);
        expect(calls.map((one) => "cmd" in one && one.cmd)).to.deep.equal([
            "A",
            "B",
            "C",
            "A",
            "Get-SendConnector",
            "Get-TransportConfig",
            "Get-SendConnector",
        ]);
        const results = calls.map((_, ms): CallResult => ({ ok: true, out: [], warnings: [], ms }));
        const places = share(results).map(({ results: own, readBack }) =>
            [...own, readBack].map((one) => "ms" in one && one.ms),
        );
        expect(places).to.deep.equal([[0, 1, 4], [5], [2, 4], [3, 6]]);
    });

    it("takes read-backs for the same whatever the order of their keys, and no others", () => {
        const plan = (...readBacks: AgentCall[]) =>
            planBatch(readBacks.map((readBack) => ({ calls: [], readBack }))).calls.length;
        expect(plan(call("G", { a: 1, b: ["x"] }), call("G", { b: ["x"], a: 1 }))).to.equal(1);
        expect(plan(call("G", { a: ["x", "y"] }), call("G", { a: ["y", "x"] }))).to.equal(2);
        expect(plan(call("G"), { ...call("G"), sel: ["Guid"] })).to.equal(2);
    });

    it("asks each group when it leaves whether it still may: one that may not goes alone, the others go", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        let closed = false;
        const permit = () => {
            if (closed) throw new StoppingError({ step: "writing", answer: "the window is over", hint: "Wait" });
        };
        void batcher.write({ ...group("a"), permit });
        await clock.advance(20);
        const late = rejection(batcher.write({ ...group("b"), permit }));
        void batcher.write(group("c"));
        closed = true;
        sent[0]?.answer();
        await settle();
        await clock.advance(20);
        expect((await late).message).to.include("the window is over");
        expect(sent.map(({ calls }) => calls)).to.deep.equal([
            [...group("a").calls, READ],
            [...group("c").calls, READ],
        ]);
        // Nothing at all left to send is no exchange.
        sent[1]?.answer();
        await settle();
        const last = rejection(batcher.write({ ...group("d"), permit }));
        await clock.advance(20);
        expect((await last).message).to.include("the window is over");
        expect(sent).to.have.length(2);
        void batcher.write(group("e"));
        await clock.advance(20);
        expect(sent).to.have.length(3);
    });

    it("leaves when 20 ms brought nothing new", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        void batcher.write(group("a"));
        await clock.advance(19);
        void batcher.write(group("b"));
        await clock.advance(19);
        expect(sent).to.have.length(0);
        await clock.advance(1);
        expect(sent.map(({ calls }) => calls.length)).to.deep.equal([3]);
    });

    it("leaves after 200 ms whatever keeps coming", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        for (let at = 0; at < 230; at += 10) {
            void batcher.write(group(`${at}`));
            await clock.advance(10);
        }
        expect(sent.map(({ calls }) => calls.length)).to.deep.equal([21]);
    });

    it("sends calls that presuppose each other alone, and in their turn", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        for (const name of ["a", "b"]) void batcher.write(group(name));
        void batcher.write({ ...group("c"), inOrder: true });
        void batcher.write({ ...group("d"), inOrder: true });
        void batcher.write(group("e"));
        for (let exchange = 0; exchange < 5; exchange += 1) {
            await clock.advance(20);
            sent[exchange]?.answer();
        }
        expect(sent.map(({ calls, inOrder }) => [calls.length, inOrder])).to.deep.equal([
            [3, false],
            [2, true],
            [2, true],
            [2, false],
        ]);
    });

    it("has one exchange under way; what comes meanwhile goes together with the next", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        void batcher.write(group("a"));
        await clock.advance(20);
        for (const name of ["b", "c", "d"]) {
            void batcher.write(group(name));
            await clock.advance(300);
        }
        expect(sent).to.have.length(1);
        sent[0]?.answer();
        await clock.advance(20);
        expect(sent.map(({ calls }) => calls.length)).to.deep.equal([2, 4]);
    });

    it("loses one batch without losing the next", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        const lost = Promise.allSettled([batcher.write(group("a")), batcher.write(group("b"))]);
        await clock.advance(20);
        const next = batcher.write(group("c"));
        sent[0]?.lose(new Error("cut"));
        expect((await lost).map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
        await clock.advance(20);
        sent[1]?.answer();
        expect((await next).results).to.deep.equal([ok(group("c").calls[0] as AgentCall)]);
    });

    it("refuses what is waiting and finishes what is under way", async () => {
        const clock = new HandClock();
        const { sent, batcher } = batcherOf(clock);
        const first = batcher.write(group("a"));
        await clock.advance(20);
        const second = rejection(batcher.write(group("b")));
        batcher.refuse(new StoppingError({ step: "x", answer: "x", hint: "x" }));
        expect((await second).code).to.equal("Stopping");
        let idle = false;
        void batcher.idle.then(() => {
            idle = true;
        });
        await settle();
        expect(idle).to.equal(false);
        sent[0]?.answer();
        await first;
        await settle();
        expect(idle).to.equal(true);
        await clock.advance(1000);
        expect(sent).to.have.length(1);
        expect(clock.pending).to.equal(0);
    });

    it("makes 7 exchanges of 50 writes, 8 at a time, a few milliseconds apart", async () => {
        const clock = new HandClock();
        const exchanges: number[] = [];
        const send = ({ calls }: BatchPlan) =>
            new Promise<readonly CallResult[]>((resolve) => {
                exchanges.push(calls.length - 1);
                clock.after(300, () => resolve(calls.map(ok)));
            });
        const batcher = new WriteBatcher(send, clock, 20, 200);
        const names = Array.from({ length: 50 }, (_, index) => `c${index}`);
        let written = 0;
        // As the engine does: at most eight at once, the next one some milliseconds after one ended.
        const worker = async (slot: number) => {
            for (let name = names.shift(); name !== undefined; name = names.shift()) {
                await new Promise<void>((resolve) => clock.after(3 + 2 * slot, resolve));
                await batcher.write(group(name));
                written += 1;
            }
        };
        const workers = Promise.all(Array.from({ length: 8 }, (_, slot) => worker(slot)));
        await clock.advance(10_000);
        await workers;
        expect(written).to.equal(50);
        expect(exchanges).to.deep.equal([8, 8, 8, 8, 8, 8, 2]);
    });
});
