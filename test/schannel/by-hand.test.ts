import { expect } from "chai";
import { NET_4, SCHANNEL, SUITES_LOCAL } from "../lab/index.js";
import { Bench, expectNothing, succeed, told, written } from "./bench";
import { changedKeys, changedValues, differingPaths } from "./contents";

const TLS13 = `${SCHANNEL}\\Protocols\\TLS 1.3`;
const DOT_NET = NET_4[0] ?? "";

const PROGRAM = {
    protocols: { "TLS 1.3": "enabled", "SSL 3.0": { client: "disabled" } },
    ciphers: { "RC4 40/128": "disabled", "AES 256/256": "enabled" },
    dotNet: { v4: { strongCrypto: true } },
    eventLogging: 3,
};

describe("SCHANNEL settings: what people change by hand (conformance D, E, H)", () => {
    let bench: Bench;
    let untouched: string;

    beforeEach(async () => {
        bench = await Bench.open({ releases: ["SE"] });
        untouched = bench.dump();
        await succeed(bench.stack.up(PROGRAM));
    });
    afterEach(() => bench.close());

    it("E: a role's key deleted: refresh shows that protocol, up writes it anew, destroy leaves nothing of it", async () => {
        const ours = bench.dump();
        bench.hand.removeTree(`${TLS13}\\Server`);
        await succeed(bench.stack.refresh());
        const shown = differingPaths(PROGRAM.protocols, bench.stack.state?.inputs.protocols);
        expect(shown).to.deep.equal(["TLS 1.3"]);
        const up = await succeed(bench.stack.up(PROGRAM));
        expect(told(up)).to.have.members([
            `HKLM\\${TLS13}\\Server  Enabled: absent -> DWord 1`,
            `HKLM\\${TLS13}\\Server  DisabledByDefault: absent -> DWord 0`,
        ]);
        expect(bench.dump()).to.equal(ours);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("E: all of Protocols and Ciphers deleted: up writes what is declared, and nothing else", async () => {
        for (const family of ["Protocols", "Ciphers"]) bench.hand.removeTree(`${SCHANNEL}\\${family}`);
        const before = bench.contents();
        await succeed(bench.stack.up(PROGRAM));
        const changed = changedValues(before, bench.contents());
        expect(changed.every((line) => / {2}(?:Enabled|DisabledByDefault): absent -> /.test(line))).to.equal(true);
        expect(changed).to.have.length(4 + 2 + 2);
        await expectNothing(bench.stack, PROGRAM);
    });

    it("E: .NET's key deleted with all that others had there: only the declared value comes back", async () => {
        bench.hand.removeTree(DOT_NET);
        const up = await succeed(bench.stack.up(PROGRAM));
        expect(told(up)).to.deep.equal([`HKLM\\${DOT_NET}  SchUseStrongCrypto: absent -> DWord 1`]);
        expect(bench.hand.names(DOT_NET)).to.deep.equal(["SchUseStrongCrypto"]);
    });

    it("E: .NET's key missing before us: it is made, and destroy leaves it, empty as it is", async () => {
        await succeed(bench.stack.destroy());
        bench.hand.removeTree(DOT_NET);
        await succeed(bench.stack.up(PROGRAM));
        await succeed(bench.stack.destroy());
        expect(bench.hand.has(DOT_NET)).to.equal(true);
        expect(bench.hand.names(DOT_NET)).to.deep.equal([]);
    });

    it("a curve that stands twice in the list: no difference, nothing told that no cmdlet does", async () => {
        const order = ["NistP384", "NistP256"];
        bench.hand.setTexts(SUITES_LOCAL, "EccCurves", [...order, "NistP384"]);
        const dump = bench.dump();
        const stack = bench.newStack();
        expect(told(await succeed(stack.up({ curves: { order } })))).to.deep.equal([]);
        await expectNothing(stack, { curves: { order } });
        await succeed(stack.destroy());
        expect(bench.dump()).to.equal(dump);
    });

    it("destroy after keys were deleted by hand: they are not made anew to be removed", async () => {
        bench.hand.removeTree(TLS13);
        bench.hand.removeTree(`${SCHANNEL}\\Ciphers\\AES 256/256`);
        const destroy = await succeed(bench.stack.destroy());
        expect(written(destroy).every(({ effect }) => effect)).to.equal(true);
        expect(bench.dump()).to.equal(untouched);
    });

    it("H: a value changed since is left and named; the others go back", async () => {
        bench.hand.setDword(`${TLS13}\\Client`, "Enabled", 0);
        bench.hand.setText(SCHANNEL, "EventLogging", "5");
        const destroy = await succeed(bench.stack.destroy({ refresh: false }));
        const left = destroy.log.filter((line) => line.startsWith("left as somebody else set it"));
        expect(left).to.have.members([
            `left as somebody else set it: HKLM\\${TLS13}\\Client  Enabled is DWord 0, we had written DWord 1`,
            `left as somebody else set it: HKLM\\${SCHANNEL}  EventLogging is String '5', we had written DWord 3`,
        ]);
        expect(bench.hand.names(`${TLS13}\\Client`)).to.deep.equal(["Enabled"]);
        expect(bench.hand.has(`${TLS13}\\Server`)).to.equal(false);
        expect(bench.hand.text(SCHANNEL, "EventLogging")).to.equal("5");
    });

    it("H: a value changed since to what it was before us: nothing to do, nothing to say", async () => {
        bench.hand.setDword(SCHANNEL, "EventLogging", 1);
        const destroy = await succeed(bench.stack.destroy({ refresh: false }));
        expect(destroy.log.join("\n")).not.to.match(/left as/);
        expect(bench.dump()).to.equal(untouched);
    });

    it("H: somebody else's value and key inside ours stay, and so do the keys that hold them", async () => {
        bench.hand.setText(`${TLS13}\\Client`, "Contoso", "theirs");
        bench.hand.createKey(`${SCHANNEL}\\Protocols\\SSL 3.0\\Server`);
        await succeed(bench.stack.destroy());
        const keys = bench.hand.keys(`${SCHANNEL}\\Protocols`);
        expect(keys).to.include.members(["TLS 1.3", "SSL 3.0"]);
        expect(bench.hand.names(`${TLS13}\\Client`)).to.deep.equal(["Contoso"]);
        expect(bench.hand.has(`${TLS13}\\Server`)).to.equal(false);
        expect(bench.hand.keys(`${SCHANNEL}\\Protocols\\SSL 3.0`)).to.deep.equal(["Server"]);
    });

    it("a property that is taken out goes back at once, the others stay", async () => {
        const before = bench.contents();
        const { eventLogging, ...rest } = PROGRAM;
        const up = await succeed(bench.stack.up(rest));
        expect(told(up)).to.deep.equal([`HKLM\\${SCHANNEL}  EventLogging: DWord 3 -> DWord 1`]);
        expect(changedKeys(before, bench.contents())).to.deep.equal([]);
        await expectNothing(bench.stack, rest);
        await succeed(bench.stack.destroy());
        expect(bench.dump()).to.equal(untouched);
    });

    it("a value of the same meaning in another number is no drift", async () => {
        bench.hand.setDword(`${TLS13}\\Server`, "Enabled", 0xffffffff);
        bench.hand.setDword(`${SCHANNEL}\\Ciphers\\AES 256/256`, "Enabled", 1);
        await expectNothing(bench.stack, PROGRAM);
    });

    it("what others change beside ours is never shown and never touched", async () => {
        bench.hand.setDword(DOT_NET, "SystemDefaultTlsVersions", 0);
        bench.hand.setTexts(SCHANNEL, "Contoso", ["a", "b"]);
        bench.hand.setDword(`${SCHANNEL}\\Protocols\\TLS 1.2\\Client`, "DisabledByDefault", 1);
        const before = bench.dump();
        await expectNothing(bench.stack, PROGRAM);
        expect(bench.dump()).to.equal(before);
    });
});
