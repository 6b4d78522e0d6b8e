import { expect } from "chai";
import type { AgentError, CallResult, WireArgument, WireObject } from "../../../provider/session/frames.js";
import { type Lab, type LabOptions, startLab } from "../lab.js";
import { reads, writes } from "../meter.js";
import { SCHANNEL, SUITES_LOCAL, SUITES_POLICY } from "../windows/keys.js";
import { AGENT_PATH, OPEN, type RawAgent, RawClient } from "./raw-client.js";

const BOTTOM = 4_294_967_295;
const FIRST = "TLS_AES_256_GCM_SHA384";

describe("lab: Windows' own cmdlets", () => {
    let lab: Lab;
    let client: RawClient;
    let agent: RawAgent;
    const start = async (options: Partial<LabOptions> = {}) => {
        lab = await startLab({ preset: "single", ...options });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
        client = await RawClient.dial(lab);
        agent = await client.agent();
        await agent.ask({ ...OPEN, exchange: null });
    };
    afterEach(async () => {
        await client.end();
        await lab.stop();
    });

    const run = async (cmd: string, par: Record<string, WireArgument> = {}, sel: readonly string[] = []) => {
        const calls = [{ cmd, par, sel, local: true }];
        const answer = await agent.ask({ op: "batch", stopOnError: true, calls });
        return answer?.op === "result" ? answer.results[0] : undefined;
    };
    const outOf = (result: CallResult | undefined): readonly WireObject[] =>
        result !== undefined && "ok" in result && result.ok ? result.out : [];
    const errorOf = (result: CallResult | undefined): AgentError | undefined =>
        result !== undefined && "ok" in result && !result.ok ? result.error : undefined;
    const names = async (par = {}) => outOf(await run("Get-TlsCipherSuite", par, ["Name"])).map(({ Name }) => Name);
    const curves = async () => outOf(await run("Get-TlsEccCurve", {}, ["Value"])).map(({ Value }) => Value);

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
            const [tls13] = outOf(await run("Get-TlsCipherSuite", { Name: FIRST }, ["Name", "Protocols", "Protocol"]));
            expect(tls13).to.deep.equal({ Name: FIRST, Protocols: ["772"] });
            const [tls12] = outOf(await run("Get-TlsCipherSuite", { Name: "CBC" }, ["Protocols", "CipherLength"]));
            expect(tls12).to.deep.equal({ Protocols: ["771", "65277"], CipherLength: 256 });
        });

        const changes: readonly (readonly [cmd: string, par: Record<string, WireArgument>, at: number | undefined])[] =
            [
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

        const refused: readonly (readonly [cmd: string, par: Record<string, WireArgument>, reason: RegExp])[] = [
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
                const error = errorOf(await run(cmd, par));
                expect(error?.code).to.equal("Cmdlet");
                expect(error?.reason).to.match(reason);
                expect(lab.registry("EX01").dump("")).to.equal(before);
            });
        }

        const notAllowed: readonly (readonly [
            cmd: string,
            par: Record<string, WireArgument>,
            local: true | undefined,
        ])[] = [
            ["Get-TlsCipherSuite", {}, undefined],
            ["Disable-TlsCipherSuite", { Name: FIRST }, undefined],
            ["Get-SendConnector", {}, true],
            ["Get-TlsSessionTicketKey", {}, true],
            ["Get-TlsCipherSuite", { Position: 0 }, true],
            ["Disable-TlsCipherSuite", { Name: FIRST, Force: true }, true],
        ];
        for (const [cmd, par, local] of notAllowed) {
            it(`${cmd} ${JSON.stringify(par)}, local ${local}: not allowed`, async () => {
                const call = { cmd, par, sel: [], ...(local === undefined ? {} : { local }) };
                const answer = await agent.ask({ op: "batch", stopOnError: true, calls: [call] });
                expect(errorOf(answer?.op === "result" ? answer.results[0] : undefined)?.code).to.equal("NotAllowed");
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
            expect(errorOf(await run("Disable-TlsEccCurve", { Name: "NistP256" }))?.code).to.equal("Cmdlet");
        });

        it("a local list of another kind is none", async () => {
            lab.registry("EX01").setText(SUITES_LOCAL, "Functions", FIRST);
            expect(await names()).to.have.length.greaterThan(20);
        });

        it("what may not be written is not written", async () => {
            lab.registry("EX01").deny(SUITES_LOCAL, "write");
            const error = errorOf(await run("Disable-TlsCipherSuite", { Name: FIRST }));
            expect(error).to.include({ code: "Cmdlet", reason: "UnauthorizedAccessException" });
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
            expect(errorOf(await run("Disable-TlsCipherSuite", { Name: FIRST }))?.code).to.equal("Cmdlet");
            expect(await names()).not.to.include(FIRST);
        });
    });

    for (const cmd of ["Get-TlsCipherSuite", "Enable-TlsCipherSuite", "Get-TlsEccCurve", "Disable-TlsEccCurve"]) {
        it(`there is no ${cmd} on WS2012 R2`, async () => {
            await start({ releases: ["2013 CU23"] });
            const par = cmd.startsWith("Get") ? {} : { Name: "x" };
            expect(errorOf(await run(cmd, par))).to.include({ code: "Cmdlet", reason: "CommandNotFoundException" });
        });
    }
});
