import { createHash } from "node:crypto";
import { userInfo } from "node:os";
import { expect } from "chai";
import type { ExchangeEndpoint } from "../../provider/session/frames";
import { agentPath, agentText } from "./agent-script";
import { call, describeOnPowerShell, errorOf, open, outOf, ownAgents, STUB_PATH, stub } from "./conversation";
import { mistakesIn, parsePowerShell } from "./grammar";
import { REMOTE } from "./remote-stub";
import { stubbedAgent, withStubs } from "./stubbed-agent";

describe("agent.ps1: a stub for remote sessions", () => {
    it("parses like the agent itself", async () => {
        expect(mistakesIn(await parsePowerShell(withStubs(REMOTE)))).to.deep.equal([]);
    });
});

describeOnPowerShell("agent.ps1: hello and open", () => {
    const start = ownAgents();

    it("says hello unasked: who it is, where it runs, as whom", async () => {
        const hello = await start().hello();
        expect(hello).to.include({ op: "hello", v: 1, languageMode: "FullLanguage" });
        expect(hello.nonce).to.match(/^[0-9a-f]{32}$/);
        expect(hello.agent).to.equal(createHash("sha256").update(agentText).digest("hex"));
        expect(hello.ps).to.match(/^\d+\.\d+/);
        expect(["Core", "Desktop"]).to.include(hello.edition);
        expect(hello.user.split("\\").at(-1)).to.equal(userInfo().username);
        expect(hello.computer).not.to.equal("");
        expect(hello.pid).to.be.greaterThan(0);
        expect(hello.startedMs).to.be.at.least(0);
        expect(hello.is64).to.be.a("boolean");
        expect(hello.culture).to.be.a("string");
        expect(hello.authenticationType).to.be.a("string");
    });

    it("has another nonce each time", async () => {
        const [one, two] = await Promise.all([start().hello(), start().hello()]);
        expect(one.nonce).not.to.equal(two.nonce);
    });

    it("says why it cannot work in ConstrainedLanguage, and ends", async () => {
        const path = agentPath.replaceAll("'", "''");
        const command = `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; & '${path}'`;
        const agent = start({}, ["-Command", command]);
        expect(await agent.hello()).to.include({ languageMode: "ConstrainedLanguage" });
        const problem = await agent.next((frame) => frame.op === "error");
        expect(problem).to.have.nested.property("error.code", "LanguageMode");
        await agent.ended();
    });

    it("opens a module: version, server, cmdlets that exist, directory in reach", async () => {
        const agent = start();
        await agent.hello();
        const opened = await open(agent);
        expect(opened).to.include({ adReachable: true, adError: null, server: "EX01" });
        expect(opened.version).to.equal("Version 15.2 (Build 1544.4)");
        expect(opened.domainController).to.equal("dc01.contoso.com");
        expect(opened.cmdlets).to.deep.equal([
            "Get-ExchangeServer",
            "Get-SendConnector",
            "Get-TransportConfig",
            "New-SendConnector",
            "Set-SendConnector",
            "Set-TransportConfig",
        ]);
        expect(opened.ms).to.be.at.least(0);
    });

    it("knows no domain controller of an Edge server", async () => {
        const agent = start({ STUB_DIRECTORY: "edge" });
        await agent.hello();
        expect(await open(agent)).to.include({ server: "EX01", domainController: null });
    });

    const reached: [host: string, server: string, domainController: string | null][] = [
        ["ex02.contoso.com", "EX02", null],
        ["mail.contoso.com", "EX01", "dc01.contoso.com"],
        ["edge01.contoso.com", "EDGE01", null],
    ];
    for (const [host, server, domainController] of reached) {
        it(`takes ${server} for the server behind ${host} in a remote session`, async () => {
            const stubbed = await stubbedAgent(REMOTE);
            try {
                const around = { STUB_DIRECTORY: "mixed", STUB_MODULE: STUB_PATH };
                const agent = start({ ...stubbed.environment, ...around }, ["-File", stubbed.path]);
                await agent.hello();
                const uri = `http://${host}/PowerShell/`;
                const opened = await open(agent, { kind: "remote", uri, authentication: "Kerberos" });
                expect(opened).to.include({ adReachable: true, server, domainController });
            } finally {
                await stubbed.remove();
            }
        });
    }

    it("takes the first server where nothing tells in a session of its own", async () => {
        const agent = start({ STUB_DIRECTORY: "mixed" });
        await agent.hello();
        expect(await open(agent)).to.include({ server: "EDGE01" });
    });

    it("tells why the directory is out of reach, and stays open", async () => {
        const agent = start({ STUB_DIRECTORY: "away" });
        await agent.hello();
        const opened = await open(agent);
        expect(opened).to.include({ adReachable: false, version: null, server: null });
        expect(opened.adError).to.include({ code: "Cmdlet", failureCategory: "ManagementObjectNotFoundException" });
        expect(outOf(await call(agent, "Get-TransportConfig", {}, ["TLSSendDomainSecureList"]))).to.deep.equal([
            { TLSSendDomainSecureList: ["fabrikam.com"] },
        ]);
    });

    it("opens nothing when asked for nothing", async () => {
        const agent = start();
        await agent.hello();
        expect(await open(agent, null)).to.deep.include({
            version: null,
            server: null,
            domainController: null,
            cmdlets: null,
            adReachable: false,
            adError: null,
        });
        expect(errorOf(await call(agent, "Get-SendConnector"))).to.include({ reason: "CommandNotFoundException" });
    });

    it("closes the session before it opens another", async () => {
        const agent = start();
        await agent.hello();
        await open(agent);
        const first = outOf(await call(agent, "Get-SendConnector", { Identity: "server" }, ["Name"]));
        await open(agent);
        expect(outOf(await call(agent, "Get-SendConnector", { Identity: "server" }, ["Name"]))).not.to.deep.equal(
            first,
        );
    });

    const refusals: [what: string, exchange: unknown, code: string][] = [
        ["a module that is not there", { kind: "module", path: "/nowhere/at/all.psm1" }, "Session"],
        ["a snap-in that is not there", { kind: "snapin", name: "No.Such.SnapIn" }, "Session"],
        [
            "a server out of reach",
            { kind: "remote", uri: "http://127.0.0.1:9/PowerShell/", authentication: "Kerberos" },
            "Session",
        ],
        ["an unknown kind", { kind: "else" }, "BadRequest"],
        ["an address without a scheme", { kind: "remote", uri: "ex01", authentication: "Kerberos" }, "BadRequest"],
        ["an unknown authentication", { kind: "remote", uri: "http://ex01/", authentication: "Guess" }, "BadRequest"],
        ["a text in place of an endpoint", "stub", "BadRequest"],
    ];
    it("answers an open that cannot be carried out, and lives on", async () => {
        const agent = start();
        await agent.hello();
        for (const [what, exchange, code] of refusals) {
            const id = agent.nextId();
            agent.send({ id, op: "open", exchange: exchange as ExchangeEndpoint, heartbeatS: 300, idleS: 300 });
            expect(await agent.answer(id), what).to.have.nested.property("error.code", code);
        }
        expect(await open(agent, stub)).to.include({ adReachable: true });
    });

    it("does not call before a session is open", async () => {
        const agent = start();
        await agent.hello();
        expect(errorOf(await call(agent, "Get-SendConnector"))).to.include({ code: "Session" });
    });
});
