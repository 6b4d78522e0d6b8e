import { expect } from "chai";
import fc from "fast-check";
import type { SchannelInputs } from "../../../provider/resources/schannel-settings";
import { SETTINGS } from "../../../provider/resources/schannel-settings/settings";
import { TestResource } from "./resource";
import { NET, POLICY, SCH, type StoredValue, TestServer } from "./server";

/** `SEED=<seed>` repeats a run. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

const KINDS: readonly StoredValue[] = [
    { kind: "DWord", data: 0 },
    { kind: "DWord", data: 1 },
    { kind: "DWord", data: 7 },
    { kind: "DWord", data: 0xffffffff },
    { kind: "QWord", data: "1" },
    { kind: "String", data: "0" },
    { kind: "MultiString", data: ["a", "b"] },
    { kind: "Binary", data: "AQID" },
];
const PLACES = SETTINGS.flatMap(({ values }) => values.map(({ place }) => place));

const state = fc.constantFrom("enabled", "disabled", "default", "unmanaged" as const);
const flag = fc.constantFrom(true, false, "default", "unmanaged" as const);
const names = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_RC4_128_SHA"];
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const inputs = fc
    .record({
        protocols: some(
            fc.record(
                { "TLS 1.0": state, "TLS 1.2": fc.record({ client: state, server: state }), "SSL 3.0": state },
                { requiredKeys: [] },
            ),
        ),
        ciphers: some(fc.record({ "RC4 40/128": state, "AES 128/128": state }, { requiredKeys: [] })),
        keySizes: some(
            fc.record({ diffieHellman: fc.record({ serverMin: fc.constantFrom(2048, "default" as const) }) }),
        ),
        dotNet: some(fc.record({ strongCrypto: flag, v2: fc.record({ systemDefaultTlsVersions: flag }) })),
        winHttp: some(fc.record({ protocols: fc.constantFrom(["TLS 1.2"], ["TLS 1.1", "TLS 1.2"], "default") })),
        cipherSuites: some(
            fc.record({
                order: fc.shuffledSubarray(names, { minLength: 1 }),
                scope: fc.constantFrom("local", "policy"),
            }),
        ),
        eventLogging: some(fc.nat(7)),
        baseline: some(fc.constant("exchange" as const)),
    })
    .map((one) => {
        const declared = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
        return { ...declared, force: ["G1", "G2", "G3", "G4", "G5", "G6"], repair: true } as SchannelInputs;
    });

const place = fc.nat(PLACES.length - 1).map((index) => PLACES[index] as (typeof PLACES)[number]);
const values = fc.array(fc.tuple(place, fc.constantFrom(...KINDS)), { maxLength: 12 });

const check = (property: fc.IProperty<unknown>, runs: number) => {
    const details = fc.check(property, { seed: SEED, numRuns: runs });
    if (details.failed) throw new Error(`SEED=${SEED}: ${fc.defaultReportMessage(details)}`);
};

function serverWith(start: readonly (readonly [(typeof PLACES)[number], StoredValue])[]): TestServer {
    const server = new TestServer(14393, names);
    for (const [{ view, key, name }, { kind, data }] of start) {
        // Policy's lists would only refuse the local ones.
        if (!/Policies/.test(key)) server.set(view, key, name, kind, data);
    }
    return server;
}

describe(`schannel/exact revert (SEED=${SEED})`, () => {
    it("whatever was declared, one after another, with restarts in between: destroy gives everything back", () => {
        check(
            fc.property(
                values,
                fc.array(fc.tuple(inputs, fc.boolean()), { minLength: 1, maxLength: 4 }),
                (start, steps) => {
                    const server = serverWith(start);
                    const before = server.dump();
                    const resource = new TestResource(server, "2016");
                    for (const [declared, restarts] of steps) {
                        expect(resource.declare(declared).up().refusals).to.deep.equal([]);
                        const again = resource.preview();
                        expect(again.words).to.deep.equal([]);
                        if (restarts) server.restart();
                    }
                    const end = resource.destroy();
                    // A server without any TLS is what it was, and not what it goes back to.
                    fc.pre(!end.notes.some((note) => note.startsWith("TLS 1.2 stays")));
                    expect(end.refusals).to.deep.equal([]);
                    expect(server.dump()).to.deep.equal(before);
                    expect(resource.destroy().calls).to.deep.equal([]);
                },
            ),
            150,
        );
    });

    it("what preview lists is what up writes", () => {
        check(
            fc.property(values, inputs, (start, declared) => {
                const resource = new TestResource(serverWith(start), "2016", declared);
                const preview = resource.preview();
                expect(resource.up().words).to.deep.equal(preview.words);
            }),
            100,
        );
    });

    it("what somebody changed since is left and named; the rest goes back", () => {
        check(
            fc.property(values, inputs, place, fc.constantFrom(...KINDS), (start, declared, at, theirs) => {
                const server = serverWith(start);
                const before = server.get(at.view, at.key, at.name);
                const resource = new TestResource(server, "2016", declared);
                resource.up();
                const wrote = server.get(at.view, at.key, at.name);
                const [was, ours, hand] = [before, wrote, theirs].map((one) => JSON.stringify(one));
                fc.pre(!/Policies/.test(at.key) && was !== ours && hand !== ours);
                server.set(at.view, at.key, at.name, theirs.kind, theirs.data);
                const { notes } = resource.destroy();
                expect(server.get(at.view, at.key, at.name)).to.deep.equal(theirs);
                const left = notes.filter((note) => note.startsWith("left as somebody else") && note.includes(at.name));
                expect(left.length).to.equal(hand === was ? 0 : 1);
            }),
            100,
        );
    });
});

describe("schannel/removal", () => {
    const server = () => new TestServer(17763, names);

    it("a property that is no longer declared goes back, the others stay", () => {
        const one = server();
        one.set(64, `${SCH}\\Hashes\\MD5`, "Enabled", "DWord", 1);
        const resource = new TestResource(one, "SE", { hashes: { MD5: "disabled" }, ciphers: { NULL: "disabled" } });
        resource.up();
        const plan = resource.declare({ ciphers: { NULL: "disabled" } }).up();
        expect(plan.words).to.deep.equal([`HKLM\\${SCH}\\Hashes\\MD5  Enabled: DWord 0 -> DWord 1 (given back)`]);
        expect(one.get(64, `${SCH}\\Ciphers\\NULL`, "Enabled")?.data).to.equal(0);
    });

    it("an empty key that was there before us stays", () => {
        const one = server();
        one.set(64, `${SCH}\\Ciphers\\NULL`, undefined);
        const resource = new TestResource(one, "SE", { ciphers: { NULL: "disabled" } });
        resource.up();
        resource.destroy();
        expect(one.hasKey(64, `${SCH}\\Ciphers\\NULL`)).to.equal(true);
    });

    it("a key that we made and somebody else filled stays", () => {
        const one = server();
        const resource = new TestResource(one, "SE", { ciphers: { NULL: "disabled" } });
        resource.up();
        one.set(64, `${SCH}\\Ciphers\\NULL`, "Theirs", "String", "x");
        resource.destroy();
        expect(one.get(64, `${SCH}\\Ciphers\\NULL`, "Theirs")?.data).to.equal("x");
        expect(one.get(64, `${SCH}\\Ciphers\\NULL`, "Enabled")).to.equal(undefined);
    });

    it("keys that were made above a value go as well, also where they may not be read", () => {
        const one = server();
        const order = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"];
        const before = one.dump();
        for (const parent of ["", "\\Configuration", "\\Configuration\\SSL"]) {
            one.hidden.add(`SOFTWARE\\Policies\\Microsoft\\Cryptography${parent}`.toLowerCase());
        }
        const resource = new TestResource(one, "SE", { cipherSuites: { order, scope: "policy" } });
        resource.up();
        resource.destroy();
        expect(one.dump()).to.deep.equal(before);
    });

    it("switching TLS 1.0 on again is allowed, and named", () => {
        const one = server();
        const resource = new TestResource(one, "SE", { protocols: { "TLS 1.0": "disabled" }, force: ["G1"] });
        resource.up();
        // Four values, and the keys that were made for them.
        expect(resource.outputs().onDestroy.filter((line) => line.includes(" -> "))).to.have.length(4);
        const plan = resource.destroy();
        expect(plan.notes.join()).to.match(/TLS 1\.0 is switched on again/);
        expect(resource.outputs().onDestroy).to.deep.equal([]);
    });

    it("onDestroy names what stays, in the place of what would have gone back: one changed value, two changed lines", () => {
        const one = server();
        const resource = new TestResource(one, "SE", { ciphers: { NULL: "disabled", "DES 56/56": "disabled" } });
        resource.up();
        const before = resource.outputs().onDestroy;
        one.set(64, `${SCH}\\Ciphers\\DES 56/56`, "Enabled", "DWord", 7);
        const after = resource.outputs().onDestroy;
        expect(after.map((line, index) => (line === before[index] ? "" : line))).to.deep.equal([
            `HKLM\\${SCH}\\Ciphers\\DES 56/56  Enabled: stays DWord 7, as somebody else set it`,
            `HKLM\\${SCH}\\Ciphers\\DES 56/56: the key stays, because it is not empty then`,
            ...["", ""],
        ]);
        resource.destroy();
        expect(one.get(64, `${SCH}\\Ciphers\\DES 56/56`, "Enabled")?.data).to.equal(7);
    });

    it("TLS 1.2 is not switched off where nothing else would be on", () => {
        const one = server();
        for (const role of ["Client", "Server"]) {
            one.set(64, `${SCH}\\Protocols\\TLS 1.2\\${role}`, "Enabled", "DWord", 0);
            one.set(64, `${SCH}\\Protocols\\TLS 1.0\\${role}`, "Enabled", "DWord", 1);
        }
        const resource = new TestResource(one, "SE", { protocols: { "TLS 1.2": "enabled" } });
        resource.up();
        for (const name of ["TLS 1.0", "TLS 1.1"]) {
            for (const role of ["Client", "Server"])
                one.set(64, `${SCH}\\Protocols\\${name}\\${role}`, "Enabled", "DWord", 0);
        }
        expect(resource.destroy().notes.join()).to.match(/TLS 1\.2 stays as it is/);
        expect(one.get(64, `${SCH}\\Protocols\\TLS 1.2\\Client`, "Enabled")?.data).to.equal(1);
    });

    it("what cannot be read stops it, and nothing is written or forgotten", () => {
        const one = server();
        const resource = new TestResource(one, "SE", { dotNet: { strongCrypto: true } });
        resource.up();
        const { kept } = resource;
        const writes = one.writes;
        one.denied.add(NET.toLowerCase());
        expect(resource.destroy().refusals.map(({ code }) => code)).to.include("Unreadable");
        expect([one.writes, resource.kept]).to.deep.equal([writes, kept]);
    });

    it("what cannot be read is said by onDestroy, and not told as staying", () => {
        const one = server();
        const resource = new TestResource(one, "SE", { dotNet: { strongCrypto: true } });
        resource.up();
        one.denied.add(NET.toLowerCase());
        const lines = resource.outputs().onDestroy;
        expect(lines).not.to.deep.equal([]);
        for (const line of lines) expect(line).to.match(/^is refused: what was written cannot be managed/);
    });

    it("what the program gave up and nobody can read stops an update, too", () => {
        const one = server();
        const resource = new TestResource(one, "SE", { dotNet: { strongCrypto: true } });
        resource.up();
        one.denied.add(NET.toLowerCase());
        const plan = resource.declare({ eventLogging: 7 }).preview();
        expect(plan.refusals.map(({ message }) => message).join()).to.contain("what was written cannot be managed");
    });

    it("a list stays where group policy's overrides it by now", () => {
        const one = server();
        const [first = "", ...others] = one.suites ?? [];
        const resource = new TestResource(one, "SE", { cipherSuites: { order: [first] } });
        resource.up();
        one.set(64, POLICY, "Functions", "String", others.join(","));
        const before = one.dump();
        expect(resource.outputs().onDestroy).to.deep.equal([
            `TLS cipher suites: stays [${first}], because group policy's list overrides it`,
        ]);
        expect(resource.destroy().notes).to.include("cipherSuites stays as it is: group policy's list overrides it");
        expect(one.dump()).to.deep.equal(before);
    });

    it("a repaired drift is not what destroy brings back", () => {
        const one = server();
        const before = one.dump();
        const resource = new TestResource(one, "SE", { ciphers: { NULL: "disabled" } });
        resource.up();
        one.set(64, `${SCH}\\Ciphers\\NULL`, "Enabled", "DWord", 1);
        expect(resource.up().words.length).to.equal(1);
        resource.destroy();
        expect(one.dump()).to.deep.equal(before);
    });
});
