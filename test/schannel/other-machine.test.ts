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

describe("SCHANNEL settings: the program's connection leads to another machine", () => {
    let bench: Bench;
    let elsewhere: object;
    const dumps = () => ["EX01", "EX02"].map((name) => bench.place.lab.organisation.machines.of(name).hand.dump(""));

    before(async () => {
        bench = await Bench.open({ preset: "dag" });
        const { lab, connection } = bench.place;
        const fqdn = lab.organisation.servers.find(({ name }) => name === "EX02")?.fqdn ?? "";
        elsewhere = { ...connection, ...(await lab.connectionTo("EX02")), exchange: { server: fqdn } };
    });
    after(() => bench.close());

    it("the one gets its own values back and the other the declared ones, as the preview said", async () => {
        const { stack } = bench;
        const untouched = dumps();
        await succeed(stack.up({ eventLogging: 3 }));
        const preview = await succeed(stack.preview({ eventLogging: 5, connection: elsewhere }));
        expect(preview.operation).to.equal("replace");
        expect(preview.log).to.include("EX01 gets its own values back, as the output onDestroy says");
        expect(preview.log.join("\n")).to.match(/EventLogging: DWord 1 -> DWord 5/);
        expect(written(preview)).to.deep.equal([]);

        await succeed(stack.up({ eventLogging: 5, connection: elsewhere }));
        expect(stack.state?.id).to.equal("EX02");
        const [first, second] = dumps();
        expect(first).to.equal(untouched[0]);
        expect(second).not.to.equal(untouched[1]);
        expect((await succeed(stack.preview({ eventLogging: 5, connection: elsewhere }))).operation).to.equal("same");
        await succeed(stack.destroy());
        expect(dumps()).to.deep.equal(untouched);
    });

    it("what the other refuses is refused before the one is touched", async () => {
        const { stack } = bench;
        await succeed(stack.up({ eventLogging: 3 }));
        const ours = dumps();
        const up = await stack.up({ protocols: { "TLS 1.2": "disabled" }, connection: elsewhere });
        expect(up.errors.join()).to.match(/\(G\d\)/);
        expect(written(up)).to.deep.equal([]);
        expect(dumps()).to.deep.equal(ours);
        await succeed(stack.destroy());
    });
});
