import { expect } from "chai";
import { Chance } from "../chance.js";
import { HandClock } from "../clock.js";
import { healthCheck } from "../health-checker/report.js";
import { PRESETS, type PresetOptions, presetOrganisation } from "../model/presets.js";
import type { Release } from "../model/releases.js";
import type { WindowsName } from "./build.js";
import { CURRENT_VERSION, NET_2, NET_4, NET_SETUP, SCHANNEL, SUITES_LOCAL } from "./keys.js";

function serverWith(options: PresetOptions) {
    const organisation = presetOrganisation("single", new Chance(1), options);
    organisation.clock = new HandClock();
    const [server] = organisation.servers;
    if (server === undefined) throw new Error("no server");
    return { organisation, server, machine: organisation.machines.of("EX01") };
}

describe("lab: Windows as setup leaves it", () => {
    const windows: readonly (readonly [WindowsName, build: string, suites: number, first: string, RegExp, RegExp])[] = [
        ["WS2012 R2", "9600", 39, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384", /RC4.*SSL_CK/s, /P521|ECDHE_RSA.*GCM/],
        ["WS2016", "14393", 32, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", /RC4_128_MD5/, /^TLS_AES|_P256/m],
        ["WS2019", "17763", 23, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", /3DES/, /^TLS_AES|RC4|DSS/m],
        ["WS2022", "20348", 25, "TLS_AES_256_GCM_SHA384", /DHE_RSA.*3DES/s, /RC4|DSS|CHACHA/],
        ["WS2025", "26100", 22, "TLS_AES_256_GCM_SHA384", /NULL_SHA256/, /3DES|_DHE_|CHACHA/],
    ];
    for (const [name, build, count, first, has, hasNot] of windows) {
        it(`${name}: its identity, its suites, and nothing decided`, () => {
            const { machine } = serverWith({ releases: ["2016 CU23"], windows: [name] });
            const { hand } = machine;
            expect(hand.text(CURRENT_VERSION, "CurrentBuild")).to.equal(build);
            expect(hand.kind(CURRENT_VERSION, "UBR")).to.equal("DWord");
            expect(hand.text(CURRENT_VERSION, "ProductName")).to.include(name.slice(2, 6));
            const suites = hand.texts(SUITES_LOCAL, "Functions") ?? [];
            expect(new Set(suites).size).to.equal(count);
            expect(suites[0]).to.equal(first);
            expect(suites.join("\n")).to.match(has).and.not.to.match(hasNot);
            expect(hand.keys(`${SCHANNEL}\\Protocols`)).to.deep.equal([]);
            for (const key of [...NET_4, ...NET_2]) {
                expect(hand.names(key)).not.to.include.members(["SchUseStrongCrypto"]);
                expect(hand.keys(key), key).not.to.deep.equal([]);
            }
            expect(hand.dword(NET_SETUP[1], "Release")).to.be.greaterThan(500_000);
            expect(machine.activeState).to.deep.equal(machine.configuredState);
            expect(machine.hand.lastWrite(SCHANNEL)).to.deep.equal(serverWith({}).server.installed);
        });
    }

    it("Windows that no sheet tells of has an identity and unknown states", () => {
        const organisation = presetOrganisation("legacy", new Chance(1));
        const { hand, configuredState } = organisation.machines.of("EX10");
        expect(hand.text(CURRENT_VERSION, "CurrentBuild")).to.equal("7601");
        expect(new Set(Object.values(configuredState.protocols))).to.deep.equal(new Set(["unknown"]));
    });

    it("every server of every preset has one", () => {
        for (const preset of PRESETS) {
            const { servers, machines } = presetOrganisation(preset, new Chance(1), {});
            for (const { name, fqdn } of servers) expect(machines.of(name)).to.equal(machines.of(fqdn.toUpperCase()));
        }
        expect(() => serverWith({}).organisation.reboot("EX09")).to.throw();
    });

    const setups: readonly (readonly [
        release: Release,
        options: Omit<PresetOptions, "releases">,
        tls: readonly [tls10: string, tls12: string, tls13: string],
        net: readonly [strong: number | undefined, system: number | undefined],
        renegotiation: number | undefined,
    ])[] = [
        ["2013 CU23", {}, ["on", "on", "not supported"], [undefined, undefined], undefined],
        ["2016 CU23", {}, ["on", "on", "not supported"], [undefined, undefined], undefined],
        ["2019 CU13", {}, ["off", "on", "not supported"], [undefined, 1], 0],
        ["2019 CU14", {}, ["off", "on", "not supported"], [1, 1], 0],
        ["2019 CU14", { upgraded: true }, ["off", "on", "not supported"], [undefined, 1], 0],
        ["2019 CU14", { windows: ["WS2022"] }, ["off", "on", "on"], [1, 1], 0],
        ["2019 CU15", {}, ["off", "on", "on"], [1, 1], 0],
        ["2019 CU15", { windows: ["WS2019"] }, ["off", "on", "not supported"], [1, 1], 0],
        ["SE", {}, ["off", "on", "on"], [1, 1], 0],
        ["SE", { upgraded: true }, ["off", "on", "on"], [undefined, 1], 0],
    ];
    for (const [release, options, [tls10, tls12, tls13], [strong, system], renegotiation] of setups) {
        it(`${release} ${JSON.stringify(options)}: what Exchange's setup does about TLS`, () => {
            const { machine } = serverWith({ ...options, releases: [release] });
            const { protocols } = machine.activeState;
            for (const role of ["Client", "Server"]) {
                expect([protocols[`TLS 1.0 ${role}`], protocols[`TLS 1.1 ${role}`]]).to.deep.equal([tls10, tls10]);
                expect([protocols[`TLS 1.2 ${role}`], protocols[`TLS 1.3 ${role}`]]).to.deep.equal([tls12, tls13]);
            }
            for (const key of NET_4) {
                expect(machine.hand.dword(key, "SchUseStrongCrypto")).to.equal(strong);
                expect(machine.hand.dword(key, "SystemDefaultTlsVersions")).to.equal(system);
            }
            expect(machine.hand.dword(SCHANNEL, "AllowInsecureRenegoServers")).to.equal(renegotiation);
        });
    }

    it("HealthChecker finds nothing wrong with a new 2019 CU15, and much with 2016", () => {
        const found = (options: PresetOptions) => {
            const { machine, server } = serverWith(options);
            return healthCheck(machine.registry, server).findings;
        };
        expect(found({})).to.deep.equal([]);
        expect(found({ releases: ["2016 CU23"] })).not.to.deep.equal([]);
        expect(found({ upgraded: true }).map(({ colour }) => colour)).to.include("red");
    });

    const states: readonly (readonly [
        enabled: number | undefined,
        disabledByDefault: number | undefined,
        string,
        string,
    ])[] = [
        // TLS 1.2, then SSL 3.0, which WS2022 has off.
        [undefined, undefined, "on", "off"],
        [undefined, 0, "on", "off"],
        [undefined, 1, "by request", "off"],
        [0, undefined, "off", "off"],
        [0, 0, "off", "off"],
        [1, undefined, "on", "by request"],
        [1, 0, "on", "on"],
        [1, 1, "by request", "by request"],
        [0xffff_ffff, 0, "on", "on"],
        [2, 5, "by request", "by request"],
    ];
    for (const [enabled, disabledByDefault, tls12, ssl3] of states) {
        it(`Enabled ${enabled}, DisabledByDefault ${disabledByDefault}: TLS 1.2 ${tls12}, SSL 3.0 ${ssl3}`, () => {
            const { machine } = serverWith({ releases: ["2016 CU23"], windows: ["WS2022"] });
            for (const protocol of ["TLS 1.2", "SSL 3.0", "SSL 2.0"]) {
                const key = `${SCHANNEL}\\Protocols\\${protocol}\\Server`;
                if (enabled !== undefined) machine.hand.setDword(key, "Enabled", enabled);
                if (disabledByDefault !== undefined) machine.hand.setDword(key, "DisabledByDefault", disabledByDefault);
            }
            const { protocols } = machine.configuredState;
            expect(protocols["TLS 1.2 Server"]).to.equal(tls12);
            expect(protocols["SSL 3.0 Server"]).to.equal(ssl3);
            expect(protocols["SSL 2.0 Server"]).to.equal("not supported");
            expect(protocols["TLS 1.2 Client"]).to.equal("on");
        });
    }
});
