import { expect } from "chai";
import { Bench, expectNothing, succeed, written } from "./bench";

const HOUR = 3_600_000;
const LOGGING = { eventLogging: 7 };

describe("SCHANNEL settings: whether a restart is due", () => {
    let bench: Bench;

    beforeEach(async () => {
        bench = await Bench.open({ releases: ["SE"] });
    });
    afterEach(() => bench.close());

    const due = () => {
        const { rebootRequired, pendingSince } = bench.stack.state?.outputs ?? {};
        return { rebootRequired, pendingSince };
    };
    const now = () => bench.clock.now().toISOString();
    const NOT_DUE = { rebootRequired: false, pendingSince: null };

    it("nothing was changed: none", async () => {
        await succeed(bench.stack.up({ eventLogging: 1 }));
        expect(due()).to.deep.equal(NOT_DUE);
    });

    it("true across runs, since the first change, until the machine was started", async () => {
        await succeed(bench.stack.up(LOGGING));
        const since = now();
        const first = { rebootRequired: true, pendingSince: since };
        expect(due()).to.deep.equal(first);
        for (let run = 0; run < 3; run += 1) {
            bench.clock.advance(10 * HOUR);
            await expectNothing(bench.stack, LOGGING);
            expect(due()).to.deep.equal(first);
        }
        await succeed(bench.stack.refresh());
        expect(due()).to.deep.equal(first);
        bench.clock.advance(HOUR);
        await succeed(bench.stack.up({ ...LOGGING, hashes: { MD5: "default" } }));
        expect(due()).to.deep.equal(first);
        bench.restart();
        await succeed(bench.stack.refresh());
        expect(due()).to.deep.equal(NOT_DUE);
        await expectNothing(bench.stack, { ...LOGGING, hashes: { MD5: "default" } });
    });

    it("nothing that is sent restarts anything", async () => {
        const booted = bench.machine.lastBoot;
        const runs = [
            await succeed(bench.stack.up({ ...LOGGING, baseline: "exchange" })),
            await succeed(bench.stack.refresh()),
            await succeed(bench.stack.destroy()),
        ];
        const sent = new Set(runs.flatMap((run) => written(run).map(({ cmd }) => cmd)));
        expect([...sent].filter((cmd) => !/^(?:reg (?:set|delete)|(?:En|Dis)able-Tls\w+)$/.test(cmd))).to.deep.equal(
            [],
        );
        expect(bench.machine.lastBoot).to.deep.equal(booted);
    });

    it("a start before the change does not count", async () => {
        bench.restart();
        await succeed(bench.stack.up(LOGGING));
        await expectNothing(bench.stack, LOGGING);
        expect(due().rebootRequired).to.equal(true);
    });

    it("a second change after the start makes one due again, from then on", async () => {
        await succeed(bench.stack.up(LOGGING));
        bench.restart();
        await succeed(bench.stack.up({ eventLogging: 3 }));
        expect(due()).to.deep.equal({ rebootRequired: true, pendingSince: now() });
    });

    it("a change that is taken back by hand stays due: nobody can tell what the system took", async () => {
        await succeed(bench.stack.up(LOGGING));
        bench.hand.setDword("SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL", "EventLogging", 1);
        await succeed(bench.stack.refresh());
        expect(due().rebootRequired).to.equal(true);
    });

    it("the running system's state is told beside the configured one until the start", async () => {
        const program = { protocols: { "TLS 1.3": "disabled" } };
        await succeed(bench.stack.up(program));
        const roles = () => {
            const effective = bench.stack.state?.outputs.effective as Record<
                string,
                Record<string, { active: string; configured: string }>
            >;
            const { active, configured } = effective["TLS 1.3"]?.server ?? {};
            return { active, configured };
        };
        expect(roles()).to.deep.equal({ active: "offered", configured: "off" });
        expect(bench.machine.activeState.protocols["TLS 1.3 Server"]).to.equal("on");
        bench.restart();
        await succeed(bench.stack.refresh());
        expect(roles()).to.deep.equal({ active: "off", configured: "off" });
    });

    it("the clock was set back by a day after the change, then the machine started: started", async () => {
        bench.clock.advance(48 * HOUR);
        await succeed(bench.stack.up(LOGGING));
        bench.clock.advance(-24 * HOUR);
        bench.restart();
        await succeed(bench.stack.refresh());
        expect(due()).to.deep.equal(NOT_DUE);
    });

    it("a start that was seen once stays seen, also when the clock makes it doubtful later", async () => {
        bench.clock.advance(48 * HOUR);
        await succeed(bench.stack.up(LOGGING));
        bench.clock.advance(-24 * HOUR);
        bench.restart();
        await succeed(bench.stack.refresh());
        expect(due()).to.deep.equal(NOT_DUE);
        bench.clock.advance(72 * HOUR);
        await succeed(bench.stack.refresh());
        expect(due()).to.deep.equal(NOT_DUE);
        await expectNothing(bench.stack, LOGGING);
        expect(due()).to.deep.equal(NOT_DUE);
    });

    it("the clock was set back by a day without a start: still due", async () => {
        bench.clock.advance(48 * HOUR);
        await succeed(bench.stack.up(LOGGING));
        bench.clock.advance(-24 * HOUR);
        await succeed(bench.stack.refresh());
        expect(due().rebootRequired).to.equal(true);
    });

    it("the clock was set ahead by a year without a start: still due", async () => {
        await succeed(bench.stack.up(LOGGING));
        bench.clock.advance(365 * 24 * HOUR);
        await expectNothing(bench.stack, LOGGING);
        expect(due().rebootRequired).to.equal(true);
    });

    it("what destroy gives back needs a start as well, and says so", async () => {
        await succeed(bench.stack.up(LOGGING));
        const destroy = await succeed(bench.stack.destroy());
        expect(destroy.log.join("\n")).to.match(/used by the system from the next start of the machine on/);
    });
});
