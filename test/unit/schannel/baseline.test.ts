import { expect } from "chai";
import { EXCHANGE_SUITES } from "../../../provider/resources/schannel-settings/suites/windows-lists";
import { type ExchangeName, TestResource } from "./resource";
import { SCH, TestServer } from "./server";

const SUITES = ["TLS_RSA_WITH_3DES_EDE_CBC_SHA", ...EXCHANGE_SUITES.toReversed(), "TLS_RSA_WITH_AES_128_CBC_SHA"];

const rows: readonly (readonly [what: string, build: number, exchange: ExchangeName, tls13: string])[] = [
    ["2016 on Windows Server 2012 R2", 9600, "2016", "undefined"],
    ["2016 on Windows Server 2016", 14393, "2016", "undefined"],
    ["2019 on Windows Server 2019", 17763, "2019 CU14", "undefined"],
    ["2019 CU14 on Windows Server 2022", 20348, "2019 CU14", "off"],
    ["2019 CU15 on Windows Server 2022", 20348, "2019 CU15", "offered"],
    ["SE on Windows Server 2025", 26100, "SE", "offered"],
];

describe("schannel/baseline on an untouched server", () => {
    for (const [what, build, exchange, tls13] of rows) {
        describe(what, () => {
            const server = new TestServer(build, build === 9600 ? undefined : SUITES);
            const untouched = server.dump();
            const resource = new TestResource(server, exchange, { baseline: "exchange" });

            it("prepares first: the old versions wait for a restart", () => {
                const plan = resource.up();
                expect(plan.refusals).to.deep.equal([]);
                expect(plan.held.length).to.equal(8);
                expect(resource.outputs()).to.include({ rebootRequired: true });
                expect(server.hasKey(64, `${SCH}\\Protocols\\TLS 1.0`)).to.equal(false);
                expect(resource.preview().calls).to.deep.equal([]);
            });

            it("takes the old versions away after the restart", () => {
                server.restart();
                const plan = resource.up();
                expect([plan.held, plan.changes.length]).to.deep.equal([[], 8]);
            });

            it("has nothing red for HealthChecker after the next one, and nothing left to do", () => {
                server.restart();
                const { healthChecker, rebootRequired, pendingSince, effective } = resource.outputs();
                expect(healthChecker.filter((line) => line.startsWith("red"))).to.deep.equal([]);
                expect({ rebootRequired, pendingSince }).to.deep.equal({ rebootRequired: false, pendingSince: null });
                const states = ["TLS 1.0", "TLS 1.1", "TLS 1.2"].map(
                    (protocol) => effective[protocol as "TLS 1.2"]?.client.active,
                );
                expect(states).to.deep.equal(["off", "off", "offered"]);
                expect(String(effective["TLS 1.3"]?.server.active)).to.equal(tls13);
                const writes = server.writes;
                expect(resource.up().action).to.equal("none");
                expect(server.writes).to.equal(writes);
            });

            it("keeps what else is in its keys, and gives everything back byte for byte", () => {
                expect(resource.destroy().refusals).to.deep.equal([]);
                expect(server.dump()).to.deep.equal(untouched);
            });
        });
    }

    it("does it all at once where the guard is lifted", () => {
        const server = new TestServer(14393, SUITES);
        const resource = new TestResource(server, "2016", { baseline: "exchange", force: ["G1"] });
        expect(resource.up().held).to.deep.equal([]);
        server.restart();
        expect(resource.outputs().healthChecker.filter((line) => line.startsWith("red"))).to.deep.equal([]);
        expect(resource.up().action).to.equal("none");
    });

    for (const [build, exchange, code] of [
        [17763, "2016", "Version"],
        [26100, "2019 CU14", "Version"],
        [9600, "2013", "Version"],
        [25398, "SE", "Version"],
        [20348, "next", "Version"],
    ] as const) {
        it(`is refused for ${exchange} on build ${build}, which still can be read`, () => {
            const resource = new TestResource(new TestServer(build, SUITES), exchange, { baseline: "exchange" });
            expect(resource.up().refusals.map((refusal) => refusal.code)).to.include(code);
            expect(resource.server.writes).to.equal(0);
            expect(resource.outputs().computer).to.equal("EX01");
        });
    }

    it("yields to what is declared beside it, setting by setting", () => {
        const server = new TestServer(20348, SUITES);
        const resource = new TestResource(server, "SE", {
            baseline: "exchange",
            ciphers: { "Triple DES 168": "unmanaged", "AES 128/128": "enabled" },
            dotNet: { strongCrypto: false, v2: { strongCrypto: "unmanaged" } },
            protocols: { "TLS 1.0": "unmanaged", "TLS 1.1": "unmanaged", "SSL 3.0": { client: "default" } },
        });
        const { words } = resource.preview();
        expect(words.filter((line) => /Triple|TLS 1\.[01]|SSL 3.0\\Client/.test(line))).to.deep.equal([]);
        expect(words.filter((line) => /SSL 3.0\\Server/.test(line)).length).to.equal(2);
        expect(words.find((line) => line.includes("AES 128/128"))).to.match(
            /absent -> DWord 4294967295 \(0xffffffff\)$/,
        );
        expect(words.filter((line) => /v4.*SchUseStrongCrypto: absent -> DWord 0$/.test(line)).length).to.equal(2);
        expect(words.filter((line) => /v2.*SchUseStrongCrypto/.test(line))).to.deep.equal([]);
        expect(words.filter((line) => /v2.*SystemDefault/.test(line)).length).to.equal(2);
    });
});

describe("schannel/baseline without one of its lists", () => {
    for (const list of ["cipherSuites", "curves"] as const) {
        it(`${list}: "unmanaged" leaves it, and only it, as it is`, () => {
            const told = (inputs = {}) => {
                const resource = new TestResource(new TestServer(14393, SUITES), "2016", {
                    baseline: "exchange",
                    ...inputs,
                });
                return resource.preview().words;
            };
            const ofList = list === "curves" ? /curves/i : /cipher suites/i;
            const [own, without] = [told(), told({ [list]: "unmanaged" })];
            expect(own.filter((line) => ofList.test(line))).to.have.length(1);
            expect(without).to.deep.equal(own.filter((line) => !ofList.test(line)));
        });
    }
});
