import { expect } from "chai";
import type { Program } from "../conformance/driver/stack";
import { SCHANNEL, SUITES_LOCAL } from "../lab/index.js";
import { Bench, expectNothing, succeed, told, written } from "./bench";

const PROGRAM = {
    baseline: "exchange",
    protocols: { "TLS 1.3": "disabled" },
    keySizes: { diffieHellman: { clientMin: 2048 } },
    curves: { order: ["NistP384", "NistP256"] },
    eventLogging: 3,
};
const TLS13 = `${SCHANNEL}\\Protocols\\TLS 1.3\\Server`;
const SIZES = `${SCHANNEL}\\KeyExchangeAlgorithms\\Diffie-Hellman`;

describe("SCHANNEL settings: ignoreChanges after drift leaves everything as it was found", () => {
    let bench: Bench;
    let untouched: string;

    beforeEach(async () => {
        bench = await Bench.open({ releases: ["SE"] });
        untouched = bench.dump();
        await succeed(bench.stack.up(PROGRAM));
        bench.hand.setDword(TLS13, "Enabled", 1);
        bench.hand.setDword(SIZES, "ClientMinKeyBitLength", 7);
        bench.hand.setTexts(SUITES_LOCAL, "EccCurves", ["Nist P256"]);
        bench.hand.setText(SCHANNEL, "EventLogging", "3");
        bench.hand.setDword(`${SCHANNEL}\\Hashes\\MD5`, "Enabled", 1);
        await succeed(bench.stack.refresh());
    });
    afterEach(() => bench.close());

    /** As the engine does it: the inputs of the state, which the refresh made, take the place of the program's. */
    const ignoring = (...names: (keyof typeof PROGRAM)[]): Program => {
        const inputs = bench.stack.state?.inputs ?? {};
        return { ...PROGRAM, ...Object.fromEntries(names.map((name) => [name, inputs[name]])) };
    };
    const NAMES = Object.keys(PROGRAM) as (keyof typeof PROGRAM)[];

    it("all of it: two ups write nothing, and the second has nothing to do", async () => {
        const before = bench.dump();
        expect(bench.stack.state?.inputs).to.deep.include({
            baseline: "exchange, but hashes.MD5: enabled",
            eventLogging: "as found: EventLogging String '3'",
        });
        const up = await succeed(bench.stack.up(ignoring(...NAMES)));
        expect(written(up)).to.deep.equal([]);
        await expectNothing(bench.stack, ignoring(...NAMES));
        expect(bench.dump()).to.equal(before);
    });

    for (const name of NAMES) {
        it(`${name} alone: the rest is put right, and it stays`, async () => {
            const others = { ...ignoring(...NAMES), repair: true };
            const program = { ...PROGRAM, repair: true, [name]: others[name as keyof typeof others] };
            const all = told(await succeed(bench.stack.preview({ ...PROGRAM, repair: true })));
            const up = told(await succeed(bench.stack.up(program)));
            expect(up.length).to.be.lessThan(all.length);
            expect(all).to.include.members([...up]);
            await expectNothing(bench.stack, { ...PROGRAM, repair: true, ...ignoring(name) });
        });
    }

    it("taken out again: what is declared is written, and destroy gives everything back", async () => {
        await succeed(bench.stack.up(ignoring(...NAMES)));
        const mended = { ...PROGRAM, repair: true };
        await succeed(bench.stack.up(mended));
        await expectNothing(bench.stack, mended);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("destroyed as it was found: what others set stays, and is named", async () => {
        await succeed(bench.stack.up(ignoring(...NAMES)));
        const destroy = await succeed(bench.stack.destroy());
        const left = destroy.log.filter((line) => line.startsWith("left as somebody else set it"));
        expect(left.join("\n")).to.match(/ClientMinKeyBitLength is DWord 7/);
        expect(left.join("\n")).to.match(/curves is \[Nist P256\]/);
        expect(bench.hand.names(TLS13)).to.deep.equal(["Enabled"]);
    });
});
