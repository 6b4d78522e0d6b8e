import { expect } from "chai";
import { SCHANNEL, SUITES_LOCAL } from "../lab/index.js";
import { Bench, expectNothing, succeed, told, written } from "./bench";

const RSA = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
const ECDSA = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
const ORDER = [RSA, ECDSA];

/** Preview, then up: what up writes, by what preview told. */
describe("SCHANNEL settings: one run writes nothing that its preview did not tell", () => {
    let bench: Bench;
    let untouched: string;

    beforeEach(async () => {
        // Windows' own list: while policy hides it, nobody can read it.
        bench = await Bench.open({ releases: ["SE"] }, (hand) => hand.remove(SUITES_LOCAL, "Functions"));
        untouched = bench.dump();
    });
    afterEach(() => bench.close());

    it("from the policy's list to the local one: two runs, each as previewed, and destroy gives all back", async () => {
        const windowsOwn = bench.machine.configuredState.suites;
        await succeed(bench.stack.up({ cipherSuites: { order: ORDER, scope: "policy" } }));
        const local = { cipherSuites: { order: ORDER } };
        const again = /^not written, because no preview told it: TLS cipher suites: .*Run pulumi up again$/;
        for (const last of [false, true]) {
            const preview = await succeed(bench.stack.preview(local));
            const up = await succeed(bench.stack.up(local));
            expect(told(up)).to.deep.equal(told(preview));
            expect(told(up).filter((line) => line.startsWith("TLS cipher suites"))).to.have.length(last ? 1 : 0);
            expect(written(up).some(({ cmd }) => cmd.includes("CipherSuite"))).to.equal(last);
            expect(up.log.some((line) => again.test(line))).to.equal(!last);
        }
        await expectNothing(bench.stack, local);
        expect(bench.machine.configuredState.suites).to.deep.equal(ORDER);
        await succeed(bench.stack.destroy());
        expect(bench.machine.configuredState.suites).to.deep.equal(windowsOwn);
    });

    it("destroyed between the two runs: the local list was never ours", async () => {
        await succeed(bench.stack.up({ cipherSuites: { order: ORDER, scope: "policy" } }));
        await succeed(bench.stack.up({ cipherSuites: { order: ORDER } }));
        expect(bench.stack.state?.outputs.onDestroy).to.deep.equal([]);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("what waits for a restart was told: the write does not tell it again as something that no preview told", async () => {
        await bench.close();
        bench = await Bench.open({ releases: ["2016 CU23"], windows: ["WS2016"] });
        const preview = await succeed(bench.stack.preview({ baseline: "exchange" }));
        const up = await succeed(bench.stack.up({ baseline: "exchange" }));
        expect(written(up)).not.to.deep.equal([]);
        expect(up.log.filter((line) => line.startsWith("waits for a restart"))).to.have.length(8);
        expect(up.log).to.deep.equal(preview.log);
    });

    it("somebody changes another value of ours meanwhile: told, and left to the next run", async () => {
        await succeed(bench.stack.up({ eventLogging: 3, hashes: { MD5: "disabled" } }));
        const { faults } = bench.place.lab;
        faults.before("reg set", 1, () => bench.hand.setDword(`${SCHANNEL}\\Hashes\\MD5`, "Enabled", 1));
        const program = { eventLogging: 5, hashes: { MD5: "disabled" } };
        const up = await succeed(bench.stack.up(program));
        expect(written(up)).to.have.length(1);
        expect(up.log.join("\n")).to.match(
            /not written, because no preview told it: .*MD5 {2}Enabled: DWord 1 -> DWord 0/,
        );
        const next = await succeed(bench.stack.up(program));
        expect(told(next)).to.deep.equal([`HKLM\\${SCHANNEL}\\Hashes\\MD5  Enabled: DWord 1 -> DWord 0`]);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("what stands there already when it is first declared: a creation that writes nothing says so", async () => {
        bench.hand.setDword(SCHANNEL, "EventLogging", 3);
        const { log } = await succeed(bench.stack.preview({ eventLogging: 3 }));
        expect(log).to.deep.equal(["nothing is written: only the stack's state changes"]);
        expect(written(await succeed(bench.stack.up({ eventLogging: 3 })))).to.deep.equal([]);
    });

    it("what stands there already and is declared by now: an update of the state alone, which says so", async () => {
        await succeed(bench.stack.up({ eventLogging: 3 }));
        const { log } = await succeed(bench.stack.preview({ eventLogging: 3, repair: true }));
        expect(log).to.deep.equal(["nothing is written: only the stack's state changes"]);
        const up = await succeed(bench.stack.up({ eventLogging: 3, repair: true }));
        expect(up.log).to.deep.equal(log);
        expect(written(up)).to.deep.equal([]);
        await expectNothing(bench.stack, { eventLogging: 3, repair: true });
    });
});
