import { expect } from "chai";
import { healthCheck, type Release, type WindowsName } from "../lab/index.js";
import { Bench, expectNothing, succeed, told, written } from "./bench";

const PROGRAM = { baseline: "exchange" };

interface Row {
    readonly release: Release;
    readonly windows: WindowsName;
    /** TLS 1.0 and 1.1 are still on, so that they wait for a restart. */
    readonly waits: boolean;
    readonly upgraded?: true;
}

const rows: readonly Row[] = [
    { release: "2016 CU23", windows: "WS2016", waits: true },
    { release: "2016 CU23", windows: "WS2012 R2", waits: true },
    { release: "2019 CU13", windows: "WS2019", waits: false },
    { release: "2019 CU14", windows: "WS2019", waits: false },
    { release: "2019 CU14", windows: "WS2022", waits: false },
    { release: "2019 CU15", windows: "WS2019", waits: false },
    { release: "2019 CU15", windows: "WS2022", waits: false },
    { release: "2019 CU15", windows: "WS2022", waits: false, upgraded: true },
    { release: "SE", windows: "WS2025", waits: false },
];

describe("SCHANNEL settings: the baseline on an untouched server", () => {
    for (const { release, windows, waits, upgraded = false } of rows) {
        describe(`${release} on ${windows}${upgraded ? ", updated from an older one" : ""}`, () => {
            let bench: Bench;
            let untouched: string;

            before(async () => {
                bench = await Bench.open({ releases: [release], windows: [windows], upgraded });
                untouched = bench.dump();
            });
            after(() => bench.close());

            it("preview tells every value, and touches nothing", async () => {
                const preview = await succeed(bench.stack.preview(PROGRAM));
                expect(told(preview).length).to.be.greaterThan(0);
                expect(written(preview)).to.deep.equal([]);
                expect(bench.dump()).to.equal(untouched);
            });

            it(`up writes ${waits ? "what may go before the restart" : "everything at once"}`, async () => {
                await succeed(bench.stack.up(PROGRAM));
                const old = bench.machine.configuredState.protocols["TLS 1.0 Server"];
                expect(old).to.equal(waits ? "on" : "off");
                await expectNothing(bench.stack, PROGRAM, waits ? ["baseline"] : []);
                bench.restart();
            });

            if (waits) {
                it("up after the restart takes the old versions away", async () => {
                    const up = await succeed(bench.stack.up(PROGRAM));
                    expect(
                        told(up).every((line) => /\\Protocols\\TLS 1\.[01]\\/.test(line)),
                        told(up).join("\n"),
                    ).to.equal(true);
                    await expectNothing(bench.stack, PROGRAM);
                    bench.restart();
                });
            }

            it("after the last restart HealthChecker sees no red, and nothing is left to do", async () => {
                const [server] = bench.place.lab.organisation.servers;
                if (server === undefined) throw new Error("no server");
                const { findings } = healthCheck(bench.machine.registry, server);
                expect(findings).to.deep.equal([]);
                await expectNothing(bench.stack, PROGRAM);
                expect(bench.stack.state?.outputs.healthChecker).to.deep.equal([]);
                expect(bench.stack.state?.outputs).to.include({ rebootRequired: false, pendingSince: null });
                const { protocols } = bench.machine.activeState;
                for (const role of ["Client", "Server"]) {
                    expect([protocols[`TLS 1.0 ${role}`], protocols[`TLS 1.1 ${role}`]]).to.deep.equal(["off", "off"]);
                    expect(protocols[`TLS 1.2 ${role}`]).to.equal("on");
                }
            });

            it("destroy restores the registry byte for byte, and a second one is quiet", async () => {
                const last = bench.stack.state;
                await succeed(bench.stack.destroy());
                expect(bench.dump()).to.equal(untouched);
                bench.stack.state = last;
                const again = await succeed(bench.stack.destroy());
                expect(written(again)).to.deep.equal([]);
                expect(bench.dump()).to.equal(untouched);
            });
        });
    }
});
