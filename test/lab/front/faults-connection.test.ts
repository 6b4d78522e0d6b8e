import { createHash } from "node:crypto";
import { expect } from "chai";
import type { SFTPWrapper } from "ssh2";
import type { Fault } from "../faults.js";
import { type Lab, startLab } from "../lab.js";
import { AGENT_PATH, OPEN, RawClient } from "./raw-client.js";

async function refusal(work: Promise<unknown>): Promise<string> {
    return await work.then(
        () => "",
        (error: Error) => error.message || "refused",
    );
}

function stat(sftp: SFTPWrapper, path: string): Promise<void> {
    return new Promise((resolve, reject) => {
        sftp.stat(path, (error) => (error === undefined ? resolve() : reject(error)));
    });
}
describe("lab: faults of connection and start", () => {
    let lab: Lab;
    beforeEach(async () => {
        lab = await startLab({ preset: "single" });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    });
    afterEach(() => lab.stop());

    it("refuse dials, until they are accepted again", async () => {
        await lab.faults.refuseDials();
        expect(await refusal(RawClient.dial(lab))).to.include("ECONNREFUSED");
        await lab.faults.acceptDials();
        await (await RawClient.dial(lab)).end();
    });

    for (const fault of ["reset-before-ssh", "authentication-refused"] satisfies Fault[]) {
        it(`${fault}, once`, async () => {
            lab.faults.inject({ fault });
            expect(await refusal(RawClient.dial(lab))).to.not.equal("");
            await (await RawClient.dial(lab)).end();
        });
    }

    it("stall-key-exchange", async () => {
        lab.faults.inject({ fault: "stall-key-exchange" });
        expect(await refusal(RawClient.dial(lab, { readyTimeout: 50 }))).to.not.equal("");
    });

    it("wrong-host-key, the second time", async () => {
        lab.faults.inject({ fault: "wrong-host-key", nth: 2 });
        const seen: string[] = [];
        const hostVerifier = (key: Buffer) => {
            seen.push(`SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`);
            return true;
        };
        await (await RawClient.dial(lab, { hostVerifier })).end();
        await (await RawClient.dial(lab, { hostVerifier })).end();
        expect(seen[0]).to.equal(lab.connection.hostKey);
        expect(seen[1]).to.not.equal(lab.connection.hostKey);
    });

    it("channel-refused", async () => {
        const client = await RawClient.dial(lab);
        lab.faults.inject({ fault: "channel-refused" });
        expect(await refusal(client.agent())).to.not.equal("");
        await client.agent();
        await client.end();
    });

    it("sftp-refused, and sftp-denied", async () => {
        const client = await RawClient.dial(lab);
        lab.faults.inject({ fault: "sftp-refused" });
        expect(await refusal(client.sftp())).to.not.equal("");
        lab.faults.inject({ fault: "sftp-denied" });
        const sftp = await client.sftp();
        expect(await refusal(stat(sftp, "C:/ProgramData"))).to.match(/denied/i);
        await client.end();
    });

    it("agent-does-not-start", async () => {
        lab.faults.inject({ fault: "agent-does-not-start" });
        const client = await RawClient.dial(lab);
        const agent = await client.agent();
        await agent.closed;
        expect([agent.code, agent.stderr !== "", agent.text]).to.deep.equal([1, true, ""]);
        await client.end();
    });

    for (const [fault, text] of [
        ["hello-missing", ""],
        ["hello-garbage", "@@ {]hello\n"],
    ] as const) {
        it(fault, async () => {
            lab.faults.inject({ fault });
            const client = await RawClient.dial(lab);
            const agent = await client.agent();
            await agent.ask(OPEN);
            expect(agent.text.startsWith(`${text}@@`)).to.equal(true);
            expect(agent.frames().map(({ op }) => op)).to.deep.equal(["opened"]);
            await client.end();
        });
    }

    it("directory-unreachable: opened, but the directory's cmdlets fail", async () => {
        lab.faults.inject({ fault: "directory-unreachable" });
        const client = await RawClient.dial(lab);
        const agent = await client.agent();
        const opened = await agent.ask(OPEN);
        expect(opened).to.include({ op: "opened", adReachable: false });
        expect(await agent.call("Get-TransportConfig")).to.include({ ok: false });
        await client.end();
    });
});
