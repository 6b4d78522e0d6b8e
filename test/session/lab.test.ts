import { expect } from "chai";
import { systemClock, TIMEOUTS, type Timeouts } from "../../provider/session/clock";
import type { AgentCall } from "../../provider/session/frames";
import { SessionPool } from "../../provider/session/pool/pool";
import { agentSource } from "../../provider/session/ssh/delivery";
import { type Lab, startLab, writes } from "../lab/index.js";
import { rejection } from "./rejection";
import { settingsOf } from "./settings";

const AGENT = agentSource(Buffer.from("# stands for the agent\nforeach ($line in $input) { }\n"));
const READ: AgentCall = { cmd: "Get-TransportConfig", par: {}, sel: ["TLSSendDomainSecureList"] };
const add = (domain: string): AgentCall => ({
    cmd: "Set-TransportConfig",
    par: { TLSSendDomainSecureList: { $: "merge", add: [domain], remove: [] } },
    sel: [],
});

describe("session: against the lab", () => {
    let lab: Lab;
    let pool: SessionPool;

    beforeEach(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 40 });
        pool = poolWith({});
    });

    afterEach(async () => {
        await pool.close(1_000);
        await lab.stop();
    });

    function poolWith(timeouts: Partial<Timeouts>): SessionPool {
        const secrets = { env: { EXCHANGE_TLS_PASSWORD: lab.password }, readFile: async () => lab.clientKey };
        const around = { agent: async () => AGENT, clock: systemClock, random: Math.random };
        return new SessionPool({ ...around, secrets, timeouts: { ...TIMEOUTS, ...timeouts } });
    }

    const session = (change = {}) =>
        pool.sessionFor(
            settingsOf({ ...lab.connection, exchange: { server: lab.organisation.servers[0]?.fqdn }, ...change }),
        );

    it("reads what is there, over one connection, one logon, one open", async () => {
        const [result] = await session().read([READ]);
        const list =
            result !== undefined && "ok" in result && result.ok ? result.out[0]?.TLSSendDomainSecureList : undefined;
        expect(list).to.have.length(40);
        const seen = lab.meter.mark();
        expect([seen.connections, seen.sftpSessions, seen.authentications, seen.exchanges]).to.deep.equal([
            1,
            1,
            { password: 1 },
            { open: 1, batch: 1 },
        ]);
    });

    it("writes eight at once in one exchange, and finds all of it in each read-back", async () => {
        const domains = Array.from({ length: 8 }, (_, index) => `p${index}.example`);
        await session().info();
        const mark = lab.meter.mark();
        const answers = await Promise.all(domains.map((domain) => session().write([add(domain)], READ)));
        for (const { results, readBack } of answers) {
            expect(results.map((result) => "ok" in result && result.ok)).to.deep.equal([true]);
            expect(JSON.stringify(readBack)).to.contain("p0.example").and.to.contain("p7.example");
        }
        const since = lab.meter.since(mark);
        expect([since.exchanges.batch, writes(since).length, since.calls.length]).to.deep.equal([1, 8, 9]);
    });

    it("does not write twice when the answer is cut off, and reads on a fresh connection", async () => {
        lab.faults.inject({ fault: "cut-in-answer", cmd: "Set-TransportConfig" });
        const error = await rejection(session().write([add("fabrikam.com")], READ));
        expect(error.code).to.equal("AnswerLost");
        expect(JSON.stringify(await session().read([READ]))).to.contain("fabrikam.com");
        expect(writes(lab.meter.mark())).to.have.length(1);
        expect(lab.meter.mark().connections).to.equal(2);
    });

    for (const fault of [
        "reset-before-ssh",
        "cut-before-execution",
        "cut-before-answer",
        "cut-in-answer",
        "agent-crash",
    ] as const) {
        it(`survives ${fault} once when it reads`, async () => {
            lab.faults.inject({ fault });
            expect(await session().read([READ])).to.have.length(1);
        });
    }

    for (const [fault, code] of [
        ["wrong-host-key", "HostKey"],
        ["authentication-refused", "Authentication"],
        ["channel-refused", "Delivery"],
        ["sftp-refused", "Delivery"],
        ["sftp-denied", "Delivery"],
        ["agent-does-not-start", "AgentStart"],
        ["hello-garbage", "Protocol"],
        ["hello-missing", "Deadline"],
        ["directory-unreachable", "Directory"],
        ["stall-key-exchange", "Unreachable"],
        ["garbage-answer", "Protocol"],
    ] as const) {
        it(`names ${fault}: ${code}`, async () => {
            pool = poolWith({ hello: 300 });
            lab.faults.inject({ fault, times: 9 });
            const error = await rejection(session({ connectTimeout: 1 }).read([READ]));
            expect(error.code).to.equal(code);
            expect(error.message).to.contain(`127.0.0.1:${lab.connection.port}`);
        });
    }

    it("takes a duplicate answer once", async () => {
        lab.faults.inject({ fault: "duplicate-answer", times: 3 });
        await session().read([READ]);
        await session().read([READ]);
        expect(lab.meter.mark().connections).to.equal(1);
    });

    it("fails at once when nobody listens", async () => {
        await lab.faults.refuseDials();
        const error = await rejection(session().read([READ]));
        expect(error.code).to.equal("Unreachable");
        await lab.faults.acceptDials();
    });

    it("says what a key logon lacks, and works with a service account", async () => {
        const key = { privateKeyFile: "key", passwordEnv: "NONE" };
        expect((await rejection(session(key).read([READ]))).code).to.equal("Directory");
        const { username } = lab.connection;
        const exchange = { server: lab.organisation.servers[0]?.fqdn, username, passwordEnv: "EXCHANGE_TLS_PASSWORD" };
        const [result] = await session({ ...key, exchange }).read([READ]);
        expect(result).to.have.property("ok", true);
        expect(lab.meter.mark().authentications).to.have.property("publickey");
        expect(lab.meter.mark().authentications).not.to.have.property("password");
    });

    it("leaves no agent behind", async () => {
        await session().read([READ]);
        await pool.close(1_000);
        expect(lab.transcript.filter((line) => line.includes("agent ends"))).to.have.length(1);
        expect(lab.transcript.join("\n")).to.contain("agent ends: bye");
    });
});
