import { join } from "node:path";
import { expect } from "chai";
import type { AgentCall, CallResult, WireArgument } from "../../provider/session/frames";
import { repositoryRoot } from "../repository-root";
import type { AgentProcess } from "./agent-process";
import { agentText } from "./agent-script";
import { batch, call, describeOnPowerShell, errorOf, open, outOf, ownAgents, resultsOf } from "./conversation";

/** Holds a module named TLS, as Windows has one; on Windows itself that one would be found first. */
const environment = { PSModulePath: join(repositoryRoot(), "test", "agent", "local-stub") };

describe("agent.ps1: the list of Windows' own cmdlets", () => {
    it("holds those for cipher suites and curves, and no other", () => {
        const block = /^\$LocalAllowList = @\{\n([\s\S]*?)^\}\n/m.exec(agentText)?.[1] ?? "";
        const entries = [...block.matchAll(/^ {4}'(\w+-\w+)' = @\(([^)]*)\)\n/gm)];
        expect(entries.map(([line]) => line).join("")).to.equal(block);
        expect(Object.fromEntries(entries.map(([, cmdlet, parameters]) => [cmdlet, parameters]))).to.deep.equal({
            "Disable-TlsCipherSuite": "'Confirm', 'Name'",
            "Disable-TlsEccCurve": "'Confirm', 'Name'",
            "Enable-TlsCipherSuite": "'Confirm', 'Name', 'Position'",
            "Enable-TlsEccCurve": "'Confirm', 'Name', 'Position'",
            "Get-TlsCipherSuite": "'Name'",
            "Get-TlsEccCurve": "",
        });
    });
});

describeOnPowerShell("agent.ps1: cmdlets of Windows itself", () => {
    const start = ownAgents();
    let agent: AgentProcess;

    beforeEach(async function () {
        if (process.platform === "win32") this.skip();
        agent = start(environment);
        await agent.hello();
        await open(agent, null);
    });

    const local = async (
        cmd: string,
        par: Readonly<Record<string, WireArgument>> = {},
        sel: readonly string[] = [],
    ): Promise<CallResult> => (await batch(agent, [{ cmd, par, sel, local: true }]))[0] ?? { skipped: true };

    it("run without an Exchange session, in the agent's own process", async () => {
        const sel = ["Name", "CipherLength", "Protocols", "Process"];
        const suite = { CipherLength: 256, Protocols: ["771", "772"], Process: (await agent.hello()).pid };
        expect(outOf(await local("Get-TlsCipherSuite", {}, sel))).to.deep.equal([
            { Name: "TLS_AES_256_GCM_SHA384", ...suite },
            { Name: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", ...suite },
        ]);
        expect(outOf(await local("get-tlsciphersuite", { name: "ECDHE" }, ["Name"]))).to.have.length(1);
    });

    it("that give texts give them as Value", async () => {
        expect(outOf(await local("Get-TlsEccCurve", {}, ["Value"]))).to.deep.equal([
            { Value: "curve25519" },
            { Value: "NistP256" },
        ]);
        expect(outOf(await local("Get-TlsEccCurve", {}, ["Name"]))).to.deep.equal([{}, {}]);
        expect(outOf(await local("Get-TlsEccCurve"))).to.deep.equal([]);
    });

    it("get their parameters as data, and are never asked for a confirmation", async () => {
        const par = { Name: "it's; $(x)", Position: 4294967295 };
        const out = outOf(await local("Enable-TlsCipherSuite", par, ["Parameter", "Text", "Type"]));
        expect(out).to.deep.equal([
            { Parameter: "Confirm", Text: "False", Type: "SwitchParameter" },
            { Parameter: "Name", Text: "it's; $(x)", Type: "String" },
            { Parameter: "Position", Text: "4294967295", Type: "UInt32" },
        ]);
    });

    it("fail like any other", async () => {
        const refused = errorOf(await local("Disable-TlsCipherSuite", { Name: "x" }));
        expect(refused).to.include({ code: "Cmdlet", category: "ObjectNotFound", message: "no such suite" });
        const missing = errorOf(await local("Enable-TlsEccCurve", { Name: "x" }));
        expect(missing).to.include({ code: "Cmdlet", reason: "CommandNotFoundException", transient: false });
        expect(outOf(await local("Get-TlsEccCurve", {}, ["Value"]))).to.have.length(2);
    });

    const refused: [what: string, call: object, code: string][] = [
        ["without saying so", { cmd: "Get-TlsCipherSuite", par: {}, sel: [] }, "NotAllowed"],
        ["when said not to be", { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: false }, "BadRequest"],
        ["said by a text", { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: "true" }, "BadRequest"],
        ["said by a number", { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: 1 }, "BadRequest"],
        ["said by a null", { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: null }, "BadRequest"],
        ["of Exchange", { cmd: "Get-SendConnector", par: {}, sel: [], local: true }, "NotAllowed"],
        ["of PowerShell", { cmd: "Get-Process", par: {}, sel: [], local: true }, "NotAllowed"],
        ["with another parameter", { cmd: "Get-TlsEccCurve", par: { Name: "x" }, sel: [], local: true }, "NotAllowed"],
        ["as a try-out", { cmd: "Disable-TlsEccCurve", par: { WhatIf: true }, sel: [], local: true }, "NotAllowed"],
    ];
    it("are refused where lists do not fit", async () => {
        const results = await batch(
            agent,
            refused.map(([, asked]) => asked as AgentCall),
        );
        refused.forEach(([what, , code], at) => {
            expect(errorOf(results[at]).code, what).to.equal(code);
        });
    });

    it("are stopped by a cancel, and run again afterwards", async () => {
        const id = agent.nextId();
        const sleep = { cmd: "Get-TlsCipherSuite", par: { Name: "sleep" }, sel: [], local: true } as const;
        agent.send({ id, op: "batch", stopOnError: false, calls: [sleep, sleep] });
        await agent.next((frame) => frame.op === "accepted" && frame.id === id);
        agent.send({ id, op: "cancel" });
        const [stopped, skipped] = await resultsOf(agent, id, 15);
        expect(errorOf(stopped).code).to.equal("Stopped");
        expect(skipped).to.deep.equal({ skipped: true });
        expect(outOf(await local("Get-TlsEccCurve", {}, ["Value"]))).to.have.length(2);
    });

    it("leave the Exchange session alone, and it them", async () => {
        await open(agent);
        const sel = ["TLSSendDomainSecureList"];
        expect(outOf(await local("Get-TlsEccCurve", {}, ["Value"]))).to.have.length(2);
        expect(outOf(await call(agent, "Get-TransportConfig", {}, sel))).to.have.length(1);
        expect(outOf(await local("Get-TlsEccCurve", {}, ["Value"]))).to.have.length(2);
    });
});
