import { expect } from "chai";
import { Bench, succeed, written } from "./bench";

/** An alias that was moved, or a copy of the machine with its host key. */
describe("SCHANNEL settings: another machine answers than the one that was written to", () => {
    let bench: Bench;
    let ours: string;

    beforeEach(async () => {
        bench = await Bench.open({ releases: ["SE"] });
        const { stack } = bench;
        await succeed(stack.up({ eventLogging: 3 }));
        stack.state = stack.state && { ...stack.state, id: "EX07" };
        ours = bench.dump();
    });
    afterEach(() => bench.close());

    const said = /EX01 answers, and these are the settings of EX07/;

    for (const refresh of [true, false]) {
        it(`destroy ${refresh ? "with" : "without"} refresh: it keeps what it has, and the state stays`, async () => {
            const destroy = await bench.stack.destroy({ refresh });
            expect(destroy.errors.join()).to.match(said);
            expect(destroy.errors.join()).to.contain("pulumi state delete");
            expect(written(destroy)).to.deep.equal([]);
            expect(bench.dump()).to.equal(ours);
            expect(bench.stack.state?.id).to.equal("EX07");
        });
    }

    it("up: nothing is given back on the wrong one", async () => {
        const up = await bench.stack.up({ eventLogging: 5 });
        expect(up.errors.join()).to.match(said);
        expect(written(up)).to.deep.equal([]);
        expect(bench.dump()).to.equal(ours);
    });

    it("the same name in another case is the same machine", async () => {
        const { stack } = bench;
        stack.state = stack.state && { ...stack.state, id: "ex01" };
        const up = await succeed(stack.up({ eventLogging: 5 }));
        expect(up.operation).to.equal("update");
        await succeed(stack.destroy());
    });
});
