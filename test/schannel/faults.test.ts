import { expect } from "chai";
import { type Fault, NET_4, SCHANNEL } from "../lab/index.js";
import { Bench, expectNothing, succeed, told, written } from "./bench";
import { changedValues } from "./contents";

const PROGRAM = {
    protocols: { "TLS 1.3": "enabled", "SSL 3.0": "disabled" },
    ciphers: { "AES 256/256": "enabled" },
    dotNet: { v2: { strongCrypto: true } },
    curves: { order: ["NistP384", "NistP256"] },
    winHttp: { protocols: ["TLS 1.2", "TLS 1.3"] },
    eventLogging: 3,
};

describe("SCHANNEL settings: writes that go wrong", () => {
    let bench: Bench;
    let untouched: string;
    let wanted: string;
    let calls: number;

    before("what a run without a fault makes of the server", async () => {
        bench = await Bench.open({ releases: ["SE"] });
        calls = written(await succeed(bench.stack.up(PROGRAM))).length;
        wanted = bench.dump();
        await bench.close();
    });
    beforeEach(async () => {
        bench = await Bench.open({ releases: ["SE"] });
        untouched = bench.dump();
    });
    afterEach(() => bench.close());

    const expectConverged = async () => {
        await expectNothing(bench.stack, PROGRAM);
        expect(bench.dump()).to.equal(wanted);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    };

    const givenBack = () =>
        ((bench.stack.state?.outputs.onDestroy ?? []) as readonly string[]).filter((line) => line.includes(" -> "));

    const lost: readonly Fault[] = ["cut-before-answer", "cut-in-answer", "garbage-answer"];
    for (const fault of lost) {
        it(`${fault}: settled by reading, nothing is written twice, the state is complete`, async () => {
            bench.place.lab.faults.inject({ fault, cmd: "reg set" });
            const up = await succeed(bench.stack.up(PROGRAM));
            const calls = written(up);
            expect(calls.every(({ effect }) => effect)).to.equal(true);
            expect(new Set(calls.map(({ cmd, par }) => JSON.stringify([cmd, par]))).size).to.equal(calls.length);
            expect(bench.stack.state?.outputs.rebootRequired).to.equal(true);
            await expectConverged();
        });
    }

    it("the answer lost to a write that made keys above keys: destroy takes all of them away", async () => {
        const program = { cipherSuites: { order: ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"], scope: "policy" } };
        bench.place.lab.faults.inject({ fault: "cut-before-answer", cmd: "reg set" });
        await succeed(bench.stack.up(program));
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("cut before it was carried out: read, then written once", async () => {
        bench.place.lab.faults.inject({ fault: "cut-before-execution", cmd: "reg set" });
        const up = await succeed(bench.stack.up(PROGRAM));
        expect(written(up).every(({ effect }) => effect)).to.equal(true);
        await expectConverged();
    });

    it("the answer lost, and the server gone: what may be written is recorded, the next up takes it from there", async () => {
        const { faults } = bench.place.lab;
        faults.inject({ fault: "cut-before-answer", cmd: "reg set" });
        await succeed(bench.stack.preview(PROGRAM));
        faults.inject({ fault: "cut-before-answer", cmd: "reg get", nth: 2, times: 4 });
        const up = await bench.stack.up(PROGRAM);
        faults.clear();
        expect(up.errors).to.have.length(1);
        expect(bench.stack.state?.id).to.equal("EX01");
        const next = await succeed(bench.stack.up(PROGRAM));
        expect(written(next)).to.deep.equal([]);
        await expectConverged();
    });

    it("written and answered, and nothing can be read after it: recorded, the next up finds all there", async () => {
        const { faults } = bench.place.lab;
        faults.inject({ fault: "cut-before-answer", cmd: "reg get", nth: 2, times: 4 });
        const up = await bench.stack.up(PROGRAM);
        faults.clear();
        expect(up.errors).to.have.length(1);
        expect(written(up)).to.have.length(calls);
        expect(bench.stack.state?.outputs.rebootRequired).to.equal(true);
        const next = await succeed(bench.stack.up(PROGRAM));
        expect(written(next)).to.deep.equal([]);
        await expectConverged();
    });

    it("written, and the time of the last start cannot be read after it: told, recorded under the machine's name", async () => {
        const { faults } = bench.place.lab;
        // The first tells of the server, the second ends the write.
        faults.inject({ fault: "cmdlet-error", cmd: "machine boot", nth: 3, times: 100 });
        const up = await bench.stack.up(PROGRAM);
        faults.clear();
        expect(up.errors.join()).to.match(/time of the last start could not be read/);
        expect(bench.stack.state?.id).to.equal("EX01");
        expect(bench.stack.state?.outputs).to.include({ computer: "EX01", rebootRequired: true });
        expect(written(await succeed(bench.stack.up(PROGRAM)))).to.deep.equal([]);
        await expectConverged();
    });

    it("the baseline killed before its state was saved: that nobody knows of a restart is told before TLS 1.0 goes", async () => {
        await bench.close();
        bench = await Bench.open({ releases: ["2016 CU23"], windows: ["WS2016"] });
        const program = { baseline: "exchange" };
        const unchecked =
            /^not checked: whether EX01 was restarted since protocols\.TLS 1\.2, dotNet\.v4, dotNet\.v2 were set/;
        await succeed(bench.stack.up(program));
        const { state } = bench.stack;
        bench.stack = bench.newStack();
        const killed = await succeed(bench.stack.preview(program));
        expect(killed.log.filter((line) => unchecked.test(line))).to.have.length(1);
        bench.stack.state = state;
        bench.restart();
        const known = await succeed(bench.stack.preview(program));
        expect(told(known)).to.have.length(8);
        expect(known.log.filter((line) => unchecked.test(line))).to.deep.equal([]);
    });

    it("the answer to destroy lost: settled by reading, gone", async () => {
        await succeed(bench.stack.up(PROGRAM));
        bench.place.lab.faults.inject({ fault: "cut-before-answer", cmd: "reg delete" });
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("killed after the write, before the state was saved: the next up finds all there, and destroy leaves it", async () => {
        await succeed(bench.stack.up(PROGRAM));
        bench.stack = bench.newStack();
        const up = await succeed(bench.stack.up(PROGRAM));
        expect(written(up)).to.deep.equal([]);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(wanted);
    });

    const denials: Readonly<Record<string, string>> = {
        "a protocol's parent": `${SCHANNEL}\\Protocols`,
        "one .NET key": NET_4[0]?.replace("v4.0.30319", "v2.0.50727") ?? "",
        "the lists": "SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002",
        "all of SCHANNEL": SCHANNEL,
    };
    for (const [what, key] of Object.entries(denials)) {
        it(`${what} may not be written: told, what came before is recorded, the next up does the rest`, async () => {
            const before = bench.contents();
            bench.hand.deny(key, "write");
            const up = await bench.stack.up(PROGRAM);
            expect(up.errors).to.have.length(1);
            expect(up.errors[0]).to.match(/writing the settings/);
            expect(up.errors[0]).to.match(/administrator of the server/);
            expect(up.errors[0]).to.match(/the (?:call after it was|\d+ calls after it were) not sent/);
            expect(bench.stack.state?.id).to.equal("EX01");
            expect(written(up).map(({ ok }) => ok)).to.deep.equal([
                ...written(up)
                    .slice(1)
                    .map(() => true),
                false,
            ]);
            // What is remembered is what is different now, and nothing else.
            const changed = changedValues(before, bench.contents());
            expect(givenBack()).to.have.length(changed.length);
            expect(bench.stack.state?.outputs.rebootRequired).to.equal(changed.length > 0);
            bench.hand.allow(key);
            const next = await succeed(bench.stack.up(PROGRAM));
            expect([...written(up), ...written(next)].filter(({ effect }) => effect)).to.have.length(calls);
            await expectConverged();
        });
    }

    it("a suite that Windows refuses: nothing is taken off the list, and the name is told", async () => {
        const order = ["TLS_ECDHE_RSA_WITH_AES_512_GCM_SHA512", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"];
        const program = { cipherSuites: { order }, ciphers: { "RC4 40/128": "enabled" } };
        const up = await bench.stack.up(program);
        expect(up.errors).to.have.length(1);
        expect(up.errors[0]).to.match(/Enable-TlsCipherSuite TLS_ECDHE_RSA_WITH_AES_512_GCM_SHA512 \(position 0\): /);
        expect(up.errors[0]).to.match(/\d+ calls after it were not sent/);
        expect(up.errors[0]).to.match(/Windows knows the name TLS_ECDHE_RSA_WITH_AES_512_GCM_SHA512/);
        expect(up.errors[0]).not.to.match(/administrator/);
        expect(written(up).map(({ cmd }) => cmd)).to.deep.equal(["reg set", "Enable-TlsCipherSuite"]);
        expect(givenBack()).to.have.length(1);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("destroy: .NET's values stay while TLS 1.0 does not return", async () => {
        await bench.close();
        bench = await Bench.open({ releases: ["2016 CU23"], windows: ["WS2016"] });
        untouched = bench.dump();
        const program = { baseline: "exchange" };
        for (let run = 0; run < 2; run += 1) {
            await succeed(bench.stack.up(program));
            bench.restart();
        }
        const key = `${SCHANNEL}\\Protocols\\TLS 1.0\\Client`;
        bench.hand.deny(key, "write");
        const destroy = await bench.stack.destroy();
        expect(destroy.errors.join()).to.match(/TLS 1\.0\\Client .*administrator/);
        for (const dotNet of NET_4) expect(bench.hand.dword(dotNet, "SchUseStrongCrypto")).to.equal(1);
        bench.hand.allow(key);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    for (const cmd of [
        "Enable-TlsCipherSuite",
        "Disable-TlsCipherSuite",
        "Enable-TlsEccCurve",
        "Disable-TlsEccCurve",
    ]) {
        it(`destroy broken off at any ${cmd}: the next one goes on, and restores exactly`, async () => {
            const order = ["TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"];
            const program = { cipherSuites: { order }, curves: { order: ["NistP521", "NistP384", "NistP256"] } };
            await succeed(bench.stack.up(program));
            const { state } = bench.stack;
            let [nth, hit] = [1, true];
            for (; hit; nth += 3) {
                bench.place.lab.faults.inject({ fault: "cmdlet-error", cmd, nth });
                const broken = await bench.stack.destroy();
                bench.place.lab.faults.clear();
                hit = broken.errors.length > 0;
                if (hit) await succeed(bench.stack.destroy({ refresh: nth % 2 === 0 }));
                expect(bench.dump()).to.equal(untouched);
                bench.stack = bench.newStack();
                await succeed(bench.stack.up(program));
                expect(bench.stack.state).to.deep.equal(state);
            }
            expect(nth).to.be.greaterThan(4);
        });
    }

    it("denied, and destroyed as it is: only what was written goes back", async () => {
        bench.hand.deny(`${SCHANNEL}\\Protocols`, "write");
        await bench.stack.up(PROGRAM);
        bench.hand.allow(`${SCHANNEL}\\Protocols`);
        const destroy = await succeed(bench.stack.destroy());
        expect(destroy.log.join("\n")).not.to.match(/left as/);
        expect(bench.dump()).to.equal(untouched);
    });

    it("destroy denied in part: an error that names it, the state stays, the next one finishes", async () => {
        await succeed(bench.stack.up(PROGRAM));
        bench.hand.deny(`${SCHANNEL}\\Protocols`, "write");
        const destroy = await bench.stack.destroy();
        expect(destroy.errors).to.have.length(1);
        expect(bench.stack.state).not.to.equal(undefined);
        bench.hand.allow(`${SCHANNEL}\\Protocols`);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("a policy that writes its own value at once: told after two writes, not written for ever", async () => {
        const theirs = () => bench.hand.setDword(SCHANNEL, "EventLogging", 1);
        for (let nth = 1; nth < 1_000; nth += 1) bench.place.lab.faults.before("reg get", nth, theirs);
        const up = await bench.stack.up({ eventLogging: 3 });
        expect(up.errors.join()).to.match(/after two writes the server still shows another value/);
        expect(written(up)).to.have.length(2);
        expect(told(up).length).to.be.greaterThan(0);
    });
});
