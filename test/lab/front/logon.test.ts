import { expect } from "chai";
import { type Lab, startLab } from "../lab.js";
import { newKey } from "./key.js";
import { AGENT_PATH, OPEN, RawClient } from "./raw-client.js";

describe("lab: logon", () => {
    let lab: Lab;
    beforeEach(async () => {
        lab = await startLab({ preset: "single" });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    });
    afterEach(() => lab.stop());

    const letIn = (changes: object) =>
        RawClient.dial(lab, changes).then(
            (client) => client.end().then(() => true),
            () => false,
        );
    const key = (privateKey: string) => ({ password: undefined, privateKey }) as object;

    it("refuses the wrong password, user and key, and counts every attempt by method", async () => {
        const tries = [
            await letIn({ password: "wrong" }),
            await letIn({ username: "nobody" }),
            await letIn(key(newKey().text)),
            await letIn({ username: "LabAdmin" }),
            await letIn(key(lab.clientKey)),
        ];
        expect(tries).to.deep.equal([false, false, false, true, true]);
        const { connections, authentications } = lab.meter.mark();
        expect(connections).to.equal(5);
        expect(authentications).to.have.keys("none", "password", "publickey");
        expect(authentications.password).to.equal(3);
    });

    it("has no directory after a logon by key, unless there is a credential or a switch", async () => {
        const client = await RawClient.dial(lab, key(lab.clientKey));
        const reachable = async (exchange: object) => {
            const agent = await client.agent();
            const answer = await agent.ask({ ...OPEN, exchange });
            return answer?.op === "opened" ? answer.adReachable : undefined;
        };
        expect(await reachable(OPEN.exchange)).to.equal(false);
        const credential = { user: "labadmin@contoso.com", v: lab.password };
        expect(await reachable({ ...OPEN.exchange, credential })).to.equal(true);
        lab.switches.keyLogonReachesDirectory = true;
        expect(await reachable(OPEN.exchange)).to.equal(true);
        await client.end();
    });
});
