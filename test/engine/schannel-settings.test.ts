import { expect } from "chai";
import { SchannelSettings, type SchannelSettingsArgs } from "../../sdk";
import { type Lab, SCHANNEL, SUITES_LOCAL, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, operations, type Run } from "./inline-stack";

const PROGRAM = {
    protocols: { "SSL 3.0": "disabled", "TLS 1.3": { client: "enabled", server: "enabled" } },
    keySizes: { diffieHellman: { serverMin: 4096 } },
    curves: { order: ["NistP384", "NistP256"] },
} satisfies Partial<SchannelSettingsArgs>;
const SIZES = `${SCHANNEL}\\KeyExchangeAlgorithms\\Diffie-Hellman`;

describe("SCHANNEL settings on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;
    let untouched: string;
    let names = ["ex01"];
    let ignoreChanges: string[] = [];

    before(async () => {
        lab = await startLab({ preset: "single", releases: ["SE"] });
        untouched = dump();
        stack = await InlineStack.create(lab);
        stack.program = () => {
            const connection = connectionTo(lab);
            let last: SchannelSettings[] = [];
            // One after the other: the engine asks in whatever order they arrive, and the first one is let through.
            for (const name of names)
                last = [new SchannelSettings(name, { connection, ...PROGRAM }, { dependsOn: last, ignoreChanges })];
        };
    });
    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    const dump = () => lab.registry("EX01").dump("");
    /** What is told, not what stands in outputs. */
    const lines = ({ text }: Run) =>
        [...new Set(text.match(/(?<!")(?:HKLM\\.* {2}|TLS curves).*: .* -> .*/g) ?? [])].map((line) => line.trimEnd());
    const exchanges = ({ reading }: Run) => [reading.connections, reading.exchanges.open + reading.exchanges.batch];

    it("preview tells every value once, in one connection and two exchanges", async () => {
        const run = await stack.preview();
        expect(run.failed, run.text).to.equal(false);
        expect(operations(run)).to.deep.equal(["create"]);
        expect(lines(run)).to.have.length(4 + 4 + 1 + 1);
        expect(run.text).to.contain(`HKLM\\${SIZES}  ServerMinKeyBitLength: absent -> DWord 4096 (0x1000)`);
        expect(exchanges(run)).to.deep.equal([1, 2]);
        expect(writes(run.reading)).to.deep.equal([]);
        expect(dump()).to.equal(untouched);
    });

    it("up writes just that, in one exchange, and reads it back in another", async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(exchanges(run)).to.deep.equal([1, 4]);
        expect(writes(run.reading).filter(({ cmd }) => cmd === "reg set")).to.have.length(4 + 4 + 1);
        const [resource] = await stack.resources();
        expect(resource?.id).to.equal("EX01");
        expect(resource?.outputs).to.deep.include({ computer: "EX01", rebootRequired: true, findings: [] });
        const onDestroy = resource?.outputs.onDestroy as readonly string[];
        expect(onDestroy.filter((line) => line.includes(" -> "))).to.have.length(4 + 4 + 1 + 1);
    });

    it("a second up does and says nothing", async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(operations(run).filter((op) => op !== "refresh")).to.deep.equal(["same"]);
        expect(exchanges(run)).to.deep.equal([1, 2]);
        expect(writes(run.reading)).to.deep.equal([]);
        expect(run.text).not.to.match(/warning|HKLM/);
    });

    it("drift shows by property, with the value that up will write", async () => {
        const hand = lab.registry("EX01");
        hand.setDword(SIZES, "ServerMinKeyBitLength", 1024);
        hand.setTexts(SUITES_LOCAL, "EccCurves", ["NistP384", "curve25519", "NistP256"]);
        const run = await stack.preview();
        hand.setDword(SIZES, "ServerMinKeyBitLength", 4096);
        hand.setTexts(SUITES_LOCAL, "EccCurves", ["NistP384", "NistP256"]);
        expect(run.failed, run.text).to.equal(false);
        expect(operations(run).filter((op) => op !== "refresh")).to.deep.equal(["update"]);
        expect(run.text).to.match(/~ serverMin\s*: 1024 => 4096/);
        expect(run.text).to.match(/~ curves/);
        expect(run.text).not.to.match(/[~+-] (?:protocols|clientMin|cipherSuites)/);
        expect(lines(run)).to.have.length(2);
    });

    it("ignoreChanges after drift takes what was found, also what no program may declare, and writes nothing", async () => {
        const hand = lab.registry("EX01");
        hand.setDword(SIZES, "ServerMinKeyBitLength", 7);
        ignoreChanges = ["keySizes"];
        const run = await stack.up({ skipPreview: true });
        ignoreChanges = [];
        hand.setDword(SIZES, "ServerMinKeyBitLength", 4096);
        expect(run.failed, run.text).to.equal(false);
        expect(writes(run.reading)).to.deep.equal([]);
        const [resource] = await stack.resources();
        expect(resource?.inputs?.keySizes).to.deep.equal({ diffieHellman: { serverMin: "as found: 7" } });
    });

    it("two resources for one machine are refused, and nothing is written", async () => {
        names = ["ex01", "twin"];
        const run = await stack.up();
        names = ["ex01"];
        expect(run.failed).to.equal(true);
        expect(run.text).to.match(/are declared twice: resource 'ex01' has the same connection/);
        expect(writes(run.reading)).to.deep.equal([]);
        expect(await stack.resources()).to.have.length(1);
    });

    it("destroy puts everything back", async () => {
        const run = await stack.destroy();
        expect(run.failed, run.text).to.equal(false);
        expect(dump()).to.equal(untouched);
        expect(await stack.resources()).to.deep.equal([]);
    });
});
