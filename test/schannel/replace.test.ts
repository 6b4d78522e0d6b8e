import { expect } from "chai";
import { schannelSettings } from "../conformance/driver/place";
import { Stack, urnOf } from "../conformance/driver/stack";
import { Bench, succeed, told, written } from "./bench";

const PROGRAM = { baseline: "exchange" };

const memoryOf = ({ state }: Stack) => (state?.outputs.__kept as { values?: unknown } | undefined)?.values;

/** Giving back and setting again would switch old versions on until the next start of the machine. */
describe("SCHANNEL settings are not replaced", () => {
    let bench: Bench;
    let settled: string;

    before(async () => {
        bench = await Bench.open({ releases: ["2016 CU23"], windows: ["WS2016"] });
        for (const _ of ["what comes first", "the rest"]) {
            await succeed(bench.stack.up(PROGRAM));
            bench.restart();
        }
        settled = bench.dump();
    });
    after(() => bench.close());

    /** Outputs hold the name of before the alias as long as nothing is updated. */
    const renamed = () => {
        const stack = new Stack(bench.place, schannelSettings, urnOf(schannelSettings, "renamed"));
        const { state } = bench.stack;
        stack.state = state && { ...state, inputs: { ...state.inputs, __urn: stack.urn } };
        return stack;
    };
    for (const [what, stackOf] of [
        ["", () => bench.stack],
        [", renamed by an alias", renamed],
    ] as const) {
        for (const refresh of [true, false]) {
            it(`--replace with${refresh ? "" : "out"} refresh${what}: refused, with what to do instead`, async () => {
                const stack = stackOf();
                const kept = memoryOf(stack);
                expect(kept).to.not.equal(undefined);
                const run = await stack.replace(PROGRAM, { refresh });
                expect(run.errors.join()).to.match(
                    /nothing to make anew.*Without it .*pulumi up writes whatever differs/,
                );
                expect(run.errors.join()).not.to.match(/aliases/);
                expect(run.errors).to.have.length(1);
                expect(written(run)).to.deep.equal([]);
                expect(bench.dump()).to.equal(settled);
                expect(memoryOf(stack)).to.deep.equal(kept);
            });
        }
    }

    it("what was looked up by get and is declared by now is told as any new one", async () => {
        const stack = new Stack(bench.place, schannelSettings, urnOf(schannelSettings, "theirs"));
        const process = await bench.place.process([])(schannelSettings);
        const get = { connection: bench.place.connection, __urn: stack.urn, __get: true };
        await process.read("EX01", get);
        const log: string[] = [];
        const provider = await bench.place.process(log)(schannelSettings);
        await provider.read("EX01", get);
        await provider.check({}, { connection: bench.place.connection, __urn: stack.urn, eventLogging: 7 });
        expect(told({ log })).to.have.length(1);
    });
});
