import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { agentPath } from "../../agent/agent-script.js";
import { rejection } from "../../session/rejection.js";
import { writes } from "../meter.js";
import { addDomain, Client, firstOf, LISTS } from "./client.js";
import { ANSWERERS, describeOnSshd } from "./needs.js";
import { type SshdLab, startSshdLab } from "./sshd-lab.js";

for (const answerer of ANSWERERS) {
    describeOnSshd("a session of the provider", answerer, () => {
        let lab: SshdLab;
        let client: Client;

        beforeEach(async () => {
            client = new Client();
            lab = await startSshdLab({ preset: "single", foreignDomains: 3, answerer });
        });

        afterEach(async () => {
            await client.close();
            await lab.stop();
        });

        const session = () => client.session(lab.sshd.connection);
        const delivered = async () => {
            const folder = join(lab.sshd.places.drive, "ProgramData/ssh/pulumi-exchange-tls");
            return (await readdir(folder)).map((name) => join(folder, name));
        };

        it("delivers the agent to the real disk, byte for byte, and starts it", async () => {
            const info = await session().info();
            expect(info).to.include({ server: "EX01", version: lab.organisation.servers[0]?.version });
            expect(info.cmdlets).to.include("Set-SendConnector");
            const [file = "", ...others] = await delivered();
            expect(others).to.deep.equal([]);
            expect(file).to.match(/agent-[0-9a-f]{64}\.ps1$/);
            expect((await readFile(file)).equals(await readFile(agentPath))).to.equal(true);
        });

        it("reads and writes", async () => {
            const open = session();
            expect(firstOf((await open.read([LISTS]))[0])?.TLSSendDomainSecureList).to.have.length(3);
            const { results, readBack } = await open.write([addDomain("fabrikam.com")], LISTS);
            expect(results[0]).to.have.property("ok", true);
            expect(firstOf(readBack)?.TLSSendDomainSecureList).to.include("fabrikam.com");
            expect(firstOf(readBack)?.TLSReceiveDomainSecureList).to.have.length(3);
            expect(writes(lab.meter.mark())).to.have.length(1);
            expect(lab.meter.mark()).to.include({ connections: 1, channels: 2, sftpSessions: 1 });
        });

        it("does not deliver twice", async () => {
            await session().read([LISTS]);
            const [file = ""] = await delivered();
            const { ino, mtimeMs } = await stat(file);
            await session().read([LISTS]);
            expect(await delivered()).to.deep.equal([file]);
            expect(await stat(file)).to.include({ ino, mtimeMs });
            expect(lab.meter.mark()).to.include({ connections: 2, sftpSessions: 2 });
        });

        it("reads again on a fresh connection when sshd's process is killed, once", async () => {
            lab.faults.before(LISTS.cmd, 1, () => lab.sshd.server.sessions.cut());
            expect(await session().read([LISTS])).to.have.length(1);
            expect(lab.meter.mark().connections).to.equal(2);
            for (const nth of [1, 2]) lab.faults.before(LISTS.cmd, nth, () => lab.sshd.server.sessions.cut());
            expect((await rejection(session().read([LISTS]))).code).to.equal("ConnectionLost");
        });

        it("does not write twice when sshd's process is killed under way, and settles it by reading", async () => {
            lab.faults.before("Set-TransportConfig", 1, () => lab.sshd.server.sessions.cut());
            const open = session();
            expect((await rejection(open.write([addDomain("fabrikam.com")], LISTS))).code).to.equal("AnswerLost");
            const [lists] = await open.read([LISTS]);
            const there = firstOf(lists)?.TLSSendDomainSecureList;
            const sent = writes(lab.meter.mark());
            expect(sent.length).to.be.at.most(1);
            expect(Array.isArray(there) && there.includes("fabrikam.com")).to.equal(sent.some(({ effect }) => effect));
        });

        // What the frame speaker can do beyond PowerShell: break at a chosen step.
        for (const fault of answerer === "speaker" ? (["cut-before-answer", "agent-crash"] as const) : []) {
            it(`survives ${fault} once when it reads`, async () => {
                lab.faults.inject({ fault, cmd: LISTS.cmd });
                expect(await session().read([LISTS])).to.have.length(1);
                expect(lab.meter.mark().connections).to.equal(2);
            });
        }

        it("leaves no process behind, neither after a goodbye nor after a cut", async () => {
            await session().read([LISTS]);
            await client.close();
            expect(await lab.sshd.server.sessions.left()).to.deep.equal([]);
            await session().read([LISTS]);
            lab.sshd.server.sessions.cut();
            expect(await lab.sshd.server.sessions.left()).to.deep.equal([]);
        });
    });
}
