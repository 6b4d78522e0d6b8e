import { writeFile } from "node:fs/promises";
import { expect } from "chai";
import { rejection } from "../../session/rejection.js";
import { FINGERPRINT } from "../../session/settings.js";
import { newKey } from "../front/key.js";
import { Client, LISTS } from "./client.js";
import { describeOnSshd } from "./needs.js";
import { type SshdLab, startSshdLab } from "./sshd-lab.js";

describeOnSshd("refusals", undefined, () => {
    let lab: SshdLab;
    let client: Client;

    beforeEach(async () => {
        client = new Client({ EXCHANGE_TLS_PASSWORD: "not-known-here" });
        lab = await startSshdLab({ preset: "single", answerer: "speaker" });
    });

    afterEach(async () => {
        await client.close();
        await lab.stop();
    });

    const refused = (change: object) => rejection(client.session({ ...lab.sshd.connection, ...change }).read([LISTS]));

    it("another host key ends it before anybody is named", async () => {
        const error = await refused({ hostKey: FINGERPRINT });
        expect(error.code).to.equal("HostKey");
        expect(error.message).to.contain(lab.sshd.connection.hostKey);
        // The last that sshd says of a connection; only then nothing more can come.
        await lab.sshd.server.log.until(/^Connection (?:closed|reset) by |^Received disconnect/);
        await lab.sshd.server.sessions.left();
        const told = lab.sshd.server.log.lines.filter((line) => /accepted|failed|postponed|user /i.test(line));
        expect(told).to.deep.equal([]);
        expect(lab.meter.mark()).to.deep.include({ authentications: {}, channels: 0, connections: 1 });
    });

    it("a key that nobody knows is an authentication error, and no password is asked for", async () => {
        const other = lab.sshd.places.file("other-key");
        await writeFile(other, newKey().text, { mode: 0o600 });
        expect((await refused({ privateKeyFile: other })).code).to.equal("Authentication");
        expect(lab.meter.mark().authentications).not.to.have.property("password");
        expect(lab.meter.mark().channels).to.equal(0);
    });

    it("a drive that is not there is a delivery error", async () => {
        expect((await refused({ agentDirectory: "D:/nowhere" })).code).to.equal("Delivery");
    });

    it("nobody listens: unreachable, at once", async () => {
        await lab.sshd.server.stop();
        expect((await refused({})).code).to.equal("Unreachable");
    });
});
