import { expect } from "chai";
import fc from "fast-check";
import type { Program } from "../conformance/driver/stack";
import { SCHANNEL } from "../lab/index.js";
import { Bench, succeed, told, written } from "./bench";
import { changedValues } from "./contents";
import { lineOf } from "./line-of";

/** `SEED=<seed>` repeats a run. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const RUNS = 30;

const state = fc.constantFrom("enabled", "disabled", "default", "unmanaged");
const flag = fc.constantFrom(true, false, "default", "unmanaged");
const size = fc.constantFrom(512, 2048, 16_384, "default", "unmanaged");
const some = <T>(inner: Record<string, fc.Arbitrary<T>>) => fc.record(inner, { requiredKeys: [] });

const SUITES = [
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_RSA_WITH_AES_128_CBC_SHA",
];
const order = (names: readonly string[]) => fc.shuffledSubarray([...names], { minLength: 1 });

const program: fc.Arbitrary<Program> = fc
    .record(
        {
            baseline: fc.constant("exchange"),
            protocols: some({
                "SSL 3.0": state,
                "TLS 1.0": state,
                "TLS 1.1": some({ client: state, server: state }),
                "TLS 1.2": fc.constantFrom("enabled", "default"),
                "DTLS 1.2": state,
            } as Record<string, fc.Arbitrary<unknown>>),
            ciphers: some({ "RC4 40/128": state, "AES 128/128": state, NULL: state, "Triple DES 168": state }),
            hashes: some({ MD5: state, SHA: state }),
            keyExchange: some({ PKCS: state, ECDH: state }),
            keySizes: some({
                diffieHellman: some({ clientMin: size, serverMin: size }),
                pkcs: some({ clientMin: size }),
            } as Record<string, fc.Arbitrary<unknown>>),
            dotNet: some({ strongCrypto: flag, v2: some({ systemDefaultTlsVersions: flag }) } as Record<
                string,
                fc.Arbitrary<unknown>
            >),
            winHttp: fc.record({ protocols: fc.constantFrom(["TLS 1.2"], ["TLS 1.1", "TLS 1.2"], "default") }),
            renegotiation: some({ allowInsecureClients: flag, allowInsecureServers: flag }),
            cipherSuites: order(SUITES).map((names) => ({ order: names })),
            curves: order(["NistP384", "NistP256", "NistP521"]).map((names) => ({ order: names })),
            eventLogging: fc.oneof(fc.nat(7), fc.constantFrom("default", "unmanaged")),
            repair: fc.boolean(),
        },
        { requiredKeys: [] },
    )
    .map((one) => ({ ...one, force: ["G1", "G2", "G3", "G4", "G5", "G6"] }));

const bits = fc.constantFrom(0, 1, 7, 0xffffffff);
const places = [
    [`${SCHANNEL}\\Protocols\\TLS 1.1\\Server`, "Enabled"],
    [`${SCHANNEL}\\Protocols\\SSL 3.0\\Client`, "DisabledByDefault"],
    [`${SCHANNEL}\\Ciphers\\RC4 40/128`, "Enabled"],
    [`${SCHANNEL}\\Hashes\\SHA`, "Enabled"],
    [`${SCHANNEL}\\KeyExchangeAlgorithms\\Diffie-Hellman`, "ServerMinKeyBitLength"],
    [SCHANNEL, "EventLogging"],
] as const;
const byHand = fc.array(fc.tuple(fc.constantFrom(...places), bits), { maxLength: 4 });

describe(`SCHANNEL settings: what preview tells is what up writes (SEED=${SEED})`, () => {
    const expectHonest = async (bench: Bench, declared: Program) => {
        const { stack } = bench;
        const preview = await succeed(stack.preview(declared));
        expect(written(preview)).to.deep.equal([]);
        const before = bench.contents();
        const { suites, curves } = bench.machine.configuredState;
        const up = await succeed(stack.up(declared));
        const calls = written(up);
        const values = calls.filter(({ cmd }) => cmd.startsWith("reg "));
        const lines = told(preview);
        expect(lines).to.deep.equal(told(up));
        expect(lines.filter((line) => line.startsWith("HKLM"))).to.deep.equal(
            values.map((call) => lineOf(call, before)),
        );
        const now = bench.machine.configuredState;
        const list = (what: string, from: readonly string[], to: readonly string[]) =>
            from.join() === to.join() ? [] : [`TLS ${what}: [${from.join(", ")}] -> [${to.join(", ")}]`];
        expect(lines.filter((line) => line.startsWith("TLS")).sort()).to.deep.equal(
            [...list("cipher suites", suites, now.suites), ...list("curves", curves, now.curves)].sort(),
        );
        expect(calls.every(({ effect }) => effect)).to.equal(true);
        // Nothing but what was told is different now.
        const changed = changedValues(before, bench.contents()).map((line) => line.split(": ")[0] ?? "");
        expect(changed.filter((place) => !place.includes("\\Local\\"))).to.have.members(
            lines
                .filter((line) => / -> /.test(line) && line.startsWith("HKLM"))
                .map((line) => line.split(": ")[0] ?? ""),
        );
    };

    it(`${RUNS} random programs, three in a row each, with hands in between; then destroy gives everything back`, async () => {
        const property = fc.asyncProperty(
            fc.array(fc.tuple(program, byHand), { minLength: 1, maxLength: 3 }),
            async (steps) => {
                const bench = await Bench.open({ releases: ["2016 CU23"], windows: ["WS2016"] });
                try {
                    const untouched = bench.dump();
                    for (const [declared, hands] of steps) {
                        await expectHonest(bench, declared);
                        for (const [[key, name], data] of hands) bench.hand.setDword(key, name, data);
                        if (hands.length > 1) bench.restart();
                    }
                    await succeed(bench.stack.destroy());
                    if (steps.every(([, hands]) => hands.length === 0)) expect(bench.dump()).to.equal(untouched);
                } finally {
                    await bench.close();
                }
            },
        );
        const details = await fc.check(property, { seed: SEED, numRuns: RUNS });
        if (!details.failed) return;
        throw new Error(`SEED=${SEED}: ${fc.defaultReportMessage(details)}`, { cause: details.errorInstance });
    });
});
