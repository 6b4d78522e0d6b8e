import { expect } from "chai";
import fc from "fast-check";
import { isOnTheWay, orderCalls } from "../../../provider/resources/schannel-settings/suites/order-calls";
import { TestResource } from "./resource";
import { LOCAL, SCH, TestServer } from "./server";

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

const rows: readonly (readonly [from: string, to: string, calls: readonly string[]])[] = [
    ["", "ab", ["+a0", "+b1"]],
    ["ab", "ab", []],
    ["xab", "ab", ["-x"]],
    ["ab", "xab", ["+x0"]],
    ["ab", "axb", ["+x1"]],
    ["xy", "ab", ["+a0", "+b1", "-x", "-y"]],
    ["ab", "ba", ["-b", "+b0"]],
    ["aab", "b", ["-a"]],
];

const short = (from: string, to: string) =>
    orderCalls("cipherSuites", [...from], [...to]).map(({ cmd, par }) =>
        cmd.startsWith("Enable") ? `+${par.Name}${par.Position}` : `-${par.Name}`,
    );

describe(`schannel/suite order (SEED=${SEED})`, () => {
    for (const [from, to, calls] of rows) {
        it(`[${from}] to [${to}]: ${calls.join(" ") || "nothing"}`, () => expect(short(from, to)).to.deep.equal(calls));
    }

    it("always arrives, over a list that is never empty", () => {
        const list = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 });
        const property = fc.property(list, list, (from, to) => {
            const server = new TestServer(17763, from);
            server.run(orderCalls("cipherSuites", from, to));
            expect(server.suites).to.deep.equal(to);
        });
        fc.assert(property, { seed: SEED, numRuns: 1000 });
    });
});

describe(`schannel/an order half written (SEED=${SEED})`, () => {
    it("every order on the way is known for one, and the way from it is the rest of the calls", () => {
        const list = fc.uniqueArray(fc.constantFrom(..."abcdef"), { minLength: 1 });
        const property = fc.property(list, list, (from, to) => {
            const server = new TestServer(17763, from);
            const calls = orderCalls("cipherSuites", from, to);
            for (const [index, call] of calls.entries()) {
                server.run([call]);
                const now = server.suites ?? [];
                expect(isOnTheWay(now, "cipherSuites", from, to)).to.equal(true);
                expect(orderCalls("cipherSuites", now, to)).to.deep.equal(calls.slice(index + 1));
            }
        });
        fc.assert(property, { seed: SEED, numRuns: 500 });
    });

    for (const order of ["ab", "ba", "abc", ""]) {
        it(`[${order}] is none between [ab] and [ac]`, () => {
            expect(isOnTheWay([...order], "curves", [..."ab"], [..."ac"])).to.equal(false);
        });
    }
});

describe("schannel/order of writing", () => {
    it("what lets in comes first, then .NET, then what takes versions away, then algorithms", () => {
        const server = new TestServer(14393, ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]);
        server.set(64, LOCAL, "Functions", "MultiString", ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]);
        const { words } = new TestResource(server, "2016", { baseline: "exchange", force: ["G1"] }).preview();
        const marks = [/TLS 1\.2\\/, /\.NETFramework/, /TLS 1\.0\\/, /TLS cipher suites/, /Ciphers\\NULL/];
        const spans = marks.map((mark) => words.flatMap((line, index) => (mark.test(line) ? [index] : [])));
        for (const [index, span] of spans.entries()) {
            const next = spans[index + 1];
            if (next) expect(Math.max(...span)).to.be.lessThan(Math.min(...next));
        }
    });

    it("given back: the old versions are on again before .NET forgets the new ones", () => {
        const resource = new TestResource(new TestServer(17763), "SE", {
            protocols: { "TLS 1.0": "disabled" },
            dotNet: { strongCrypto: true, systemDefaultTlsVersions: true },
            force: ["G1"],
        });
        resource.up();
        const { words } = resource.destroy();
        const lastProtocol = words.findLastIndex((line) => line.includes(`${SCH}\\Protocols`) && line.includes("->"));
        expect(lastProtocol).to.be.lessThan(words.findIndex((line) => line.includes(".NETFramework")));
    });
});
