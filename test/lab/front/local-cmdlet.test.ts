import { expect } from "chai";
import type { WireArgument } from "../../../provider/session/frames.js";
import type { Lab, LabOptions } from "../lab.js";
import { reads, writes } from "../meter.js";
import { SCHANNEL, SUITES_LOCAL, SUITES_POLICY } from "../windows/keys.js";
import { WindowsAgent } from "./windows-agent.js";

const BOTTOM = 4_294_967_295;
const FIRST = "TLS_AES_256_GCM_SHA384";

type Arguments = Record<string, WireArgument>;

describe("lab: Windows' own cmdlets", () => {
    let windows: WindowsAgent;
    let lab: Lab;
    const start = async (options: Partial<LabOptions> = {}) => {
        windows = await WindowsAgent.start({ preset: "single", ...options });
        lab = windows.lab;
    };
    afterEach(() => windows.stop());

    const call = (cmd: string, par: Arguments = {}, sel: readonly string[] = []) => ({ cmd, par, sel, local: true });
    const run = (cmd: string, par?: Arguments) => windows.run(call(cmd, par));
    const out = async (cmd: string, par: Arguments, sel: readonly string[]) =>
        (await windows.out(call(cmd, par, sel))) ?? [];
    const error = (cmd: string, par: Arguments) => windows.error(call(cmd, par));
    const names = async (par = {}) => (await out("Get-TlsCipherSuite", par, ["Name"])).map(({ Name }) => Name);
    const curves = async () => (await out("Get-TlsEccCurve", {}, ["Value"])).map(({ Value }) => Value);

    describe("on a server of today", () => {
        beforeEach(() => start());

        const found: readonly (readonly [name: string, count: number])[] = [
            ["", 10],
            ["TLS_AES", 2],
            ["tls_aes", 0],
            ["ECDSA_WITH_AES_256", 2],
            ["*", 0],
            ["RC4", 0],
        ];
        for (const [name, count] of found) {
            it(`Get-TlsCipherSuite -Name "${name}" gives ${count}`, async () => {
                expect(await names({ Name: name })).to.have.length(count);
            });
        }

        it("objects have Protocols, and no Protocol", async () => {
            const [tls13] = await out("Get-TlsCipherSuite", { Name: FIRST }, ["Name", "Protocols", "Protocol"]);
            expect(tls13).to.deep.equal({ Name: FIRST, Protocols: ["772"] });
            const [tls12] = await out("Get-TlsCipherSuite", { Name: "CBC" }, ["Protocols", "CipherLength"]);
            expect(tls12).to.deep.equal({ Protocols: ["771", "65277"], CipherLength: 256 });
        });

        const changes: readonly (readonly [cmd: string, par: Arguments, at: number | undefined])[] = [
            ["Enable-TlsCipherSuite", { Name: "TLS_CHACHA20_POLY1305_SHA256" }, 10],
            ["Enable-TlsCipherSuite", { Name: "TLS_CHACHA20_POLY1305_SHA256", Position: 0 }, 0],
            ["Enable-TlsCipherSuite", { Name: "TLS_CHACHA20_POLY1305_SHA256", Position: 2 }, 2],
            ["enable-tlsciphersuite", { name: "TLS_CHACHA20_POLY1305_SHA256", position: BOTTOM }, 10],
            ["Enable-TlsCipherSuite", { Name: FIRST, Position: 1 }, 1],
            ["Enable-TlsCipherSuite", { Name: FIRST }, 9],
            ["Disable-TlsCipherSuite", { Name: FIRST }, undefined],
        ];
        for (const [cmd, par, at] of changes) {
            it(`${cmd} ${JSON.stringify(par)}: place ${at}, in force after a boot`, async () => {
                const before = await names();
                expect(await run(cmd, par)).to.include({ ok: true });
                const wanted = String(par.Name ?? par.name);
                const after = await names();
                expect(after.indexOf(wanted)).to.equal(at ?? -1);
                expect(after.filter((name) => name !== wanted)).to.deep.equal(before.filter((name) => name !== wanted));
                expect(lab.registry("EX01").texts(SUITES_LOCAL, "Functions")).to.deep.equal(after);
                expect(lab.organisation.active("EX01").texts(SUITES_LOCAL, "Functions")).to.deep.equal(before);
                lab.organisation.reboot("EX01");
                expect(lab.organisation.active("EX01").texts(SUITES_LOCAL, "Functions")).to.deep.equal(after);
                expect(writes(lab.meter.mark())).to.have.length(1);
                expect(writes(lab.meter.mark())[0]).to.include({ ok: true, effect: true });
            });
        }

        const refused: readonly (readonly [cmd: string, par: Arguments, reason: RegExp])[] = [
            ["Enable-TlsCipherSuite", {}, /^ParameterBinding/],
            ["Enable-TlsCipherSuite", { Name: null }, /^ParameterBinding/],
            ["Enable-TlsCipherSuite", { Name: FIRST, Position: -1 }, /^ParameterBinding/],
            ["Enable-TlsCipherSuite", { Name: FIRST, Position: BOTTOM + 1 }, /^ParameterBinding/],
            ["Enable-TlsCipherSuite", { Name: FIRST, Position: 99 }, /Exception$/],
            ["Enable-TlsCipherSuite", { Name: FIRST.toLowerCase() }, /Exception$/],
            ["Enable-TlsCipherSuite", { Name: "TLS_NO_SUCH" }, /Exception$/],
            ["Disable-TlsCipherSuite", { Name: "TLS_CHACHA20_POLY1305_SHA256" }, /Exception$/],
            ["Enable-TlsEccCurve", { Name: "NistP999" }, /Exception$/],
        ];
        for (const [cmd, par, reason] of refused) {
            it(`${cmd} ${JSON.stringify(par)} fails and leaves all as it was`, async () => {
                const before = lab.registry("EX01").dump("");
                const problem = await error(cmd, par);
                expect(problem?.code).to.equal("Cmdlet");
                expect(problem?.reason).to.match(reason);
                expect(lab.registry("EX01").dump("")).to.equal(before);
            });
        }

        const notAllowed: readonly (readonly [cmd: string, par: Arguments, local: true | undefined])[] = [
            ["Get-TlsCipherSuite", {}, undefined],
            ["Disable-TlsCipherSuite", { Name: FIRST }, undefined],
            ["Get-SendConnector", {}, true],
            ["Get-TlsSessionTicketKey", {}, true],
            ["Get-TlsCipherSuite", { Position: 0 }, true],
            ["Disable-TlsCipherSuite", { Name: FIRST, Force: true }, true],
        ];
        for (const [cmd, par, local] of notAllowed) {
            it(`${cmd} ${JSON.stringify(par)}, local ${local}: not allowed`, async () => {
                const asked = { cmd, par, sel: [], ...(local === undefined ? {} : { local }) };
                expect((await windows.error(asked))?.code).to.equal("NotAllowed");
            });
        }

        it("-WhatIf changes nothing, curves go by the same rules, reads count as reads", async () => {
            await run("Disable-TlsCipherSuite", { Name: FIRST, WhatIf: { $: "switch" } });
            expect(await names()).to.include(FIRST);
            expect(await curves()).to.deep.equal(["curve25519", "NistP256", "NistP384"]);
            await run("Disable-TlsEccCurve", { Name: "curve25519" });
            await run("Enable-TlsEccCurve", { Name: "NistP384", Position: 0 });
            expect(await curves()).to.deep.equal(["NistP384", "NistP256"]);
            expect(reads(lab.meter.mark()).map(({ cmd }) => cmd)).to.deep.equal([
                ...["Get-TlsCipherSuite", "Get-TlsEccCurve", "Get-TlsEccCurve"],
            ]);
        });

        it("a policy wins, what Windows does not know is left out", async () => {
            lab.registry("EX01").setText(SUITES_POLICY, "Functions", `TLS_NO_SUCH, ${FIRST}`);
            lab.registry("EX01").setTexts(SUITES_POLICY, "EccCurves", ["NistP256"]);
            expect(await names()).to.deep.equal([FIRST]);
            expect(await curves()).to.deep.equal(["NistP256"]);
            expect(await run("Disable-TlsEccCurve", { Name: "NistP256" })).to.include({ ok: true });
            expect(await curves()).to.deep.equal(["NistP256"]);
            lab.switches.suiteCmdletsUnderPolicy = "refuse";
            expect((await error("Disable-TlsEccCurve", { Name: "NistP256" }))?.code).to.equal("Cmdlet");
        });

        it("a local list of another kind is none", async () => {
            lab.registry("EX01").setText(SUITES_LOCAL, "Functions", FIRST);
            expect(await names()).to.have.length.greaterThan(20);
        });

        it("what may not be written is not written", async () => {
            lab.registry("EX01").deny(SUITES_LOCAL, "write");
            const problem = await error("Disable-TlsCipherSuite", { Name: FIRST });
            expect(problem).to.include({ code: "Cmdlet", reason: "UnauthorizedAccessException" });
            expect(await names()).to.include(FIRST);
        });

        it("the switches turn what is unsure", async () => {
            lab.switches.disableAbsentSuite = "accept";
            lab.switches.suitesActiveAtOnce = true;
            expect(await run("Disable-TlsCipherSuite", { Name: "TLS_NO_SUCH" })).to.include({ ok: true });
            await run("Disable-TlsCipherSuite", { Name: FIRST });
            expect(lab.organisation.active("EX01").texts(SUITES_LOCAL, "Functions")).not.to.include(FIRST);
            expect(lab.organisation.active("EX01").has(SCHANNEL)).to.equal(true);
        });

        it("meets faults by its name", async () => {
            lab.faults.inject({ fault: "error-after-write", cmd: "Disable-TlsCipherSuite" });
            expect((await error("Disable-TlsCipherSuite", { Name: FIRST }))?.code).to.equal("Cmdlet");
            expect(await names()).not.to.include(FIRST);
        });
    });

    for (const cmd of ["Get-TlsCipherSuite", "Enable-TlsCipherSuite", "Get-TlsEccCurve", "Disable-TlsEccCurve"]) {
        it(`there is no ${cmd} on WS2012 R2`, async () => {
            await start({ releases: ["2013 CU23"] });
            const par = cmd.startsWith("Get") ? {} : { Name: "x" };
            expect(await error(cmd, par)).to.include({ code: "Cmdlet", reason: "CommandNotFoundException" });
        });
    }
});
