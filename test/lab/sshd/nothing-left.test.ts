import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Client, LISTS } from "./client.js";
import { ANSWERERS, describeOnSshd } from "./needs.js";
import { allProcesses } from "./processes.js";
import { startSshdLab } from "./sshd-lab.js";

/** What a session that went astray would leave in the home of whoever runs the tests. */
const TRACES = ["C:", "drive-c", ".cache/powershell", ".local/share/powershell", ".config/powershell", ".dotnet"];

for (const answerer of ANSWERERS) {
    describeOnSshd("afterwards", answerer, () => {
        it("there is no process, no file and no port", async () => {
            const traces = () => TRACES.filter((name) => existsSync(join(homedir(), name)));
            const before = traces();
            const client = new Client();
            const lab = await startSshdLab({ preset: "single", answerer });
            const { root } = lab.sshd.places;
            try {
                await client.session(lab.sshd.connection).read([LISTS]);
            } finally {
                // With the client still there: everything has to go all the same.
                await lab.stop();
                await client.close();
            }
            expect(existsSync(root)).to.equal(false);
            expect(traces()).to.deep.equal(before);
            expect(lab.sshd.server.sessions.list()).to.deep.equal([]);
            expect(allProcesses().map(({ pid }) => pid)).not.to.include(lab.sshd.server.pid);
        });
    });
}
