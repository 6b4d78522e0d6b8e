import { expect } from "chai";
import { PinnedSession } from "../../provider/lifecycle/observe/pinned";
import type { AgentCall, CallResult } from "../../provider/session/frames";
import type { AgentInfo, AgentSession, WriteOptions } from "../../provider/session/pool/pool";

const done: CallResult = { ok: true, out: [], warnings: [], ms: 0 };

class Listener implements AgentSession {
    readonly server = "ex01:22";
    readonly heard: AgentCall[] = [];
    options: WriteOptions | undefined;

    async read(calls: readonly AgentCall[]) {
        this.heard.push(...calls);
        return calls.map(() => done);
    }

    async write(calls: readonly AgentCall[], readBack: AgentCall, options?: WriteOptions) {
        this.options = options;
        return { results: await this.read([...calls, readBack]), readBack: done };
    }

    async info() {
        return { domainController: "dc01.contoso.com" } as AgentInfo;
    }
}

describe("a session that keeps to one domain controller", () => {
    const exchange: AgentCall = { cmd: "Get-SendConnector", par: { Identity: "x" }, sel: [] };
    const own: readonly AgentCall[] = [
        { cmd: "Get-TlsCipherSuite", par: {}, sel: ["Name"], local: true },
        { reg: "get", hive: "HKLM", view: 64, key: "SOFTWARE" },
        { machine: "boot" },
        { service: "status", name: "MSExchangeTransport", server: "EX01" },
    ];
    const through = { ...exchange, par: { Identity: "x", DomainController: "dc01.contoso.com" } };

    it("names it to Exchange's cmdlets, and to nothing else", async () => {
        const listener = new Listener();
        await new PinnedSession(listener, undefined).read([exchange, ...own]);
        expect(listener.heard).to.deep.equal([through, ...own]);
    });

    it("does so for a write and what reads it back", async () => {
        const listener = new Listener();
        await new PinnedSession(listener, undefined).write(own, exchange, { inOrder: true });
        expect(listener.options).to.deep.equal({ inOrder: true });
        expect(listener.heard).to.deep.equal([...own, through]);
    });
});
