import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { agentPath } from "../../agent/agent-script.js";
import { HandClock } from "../clock.js";
import { AGENT_PATH, OPEN, RawClient } from "../front/raw-client.js";
import { type Lab, startLab } from "../lab.js";
import { describeOnSshd } from "./needs.js";
import { type SshdLab, startSshdLab } from "./sshd-lab.js";
import { WINDOWS_STEPS } from "./windows-steps.js";

const LAB = { preset: "single" } as const;

describeOnSshd("the registry as in the embedded front", "speaker", () => {
    const answers: (readonly unknown[])[] = [];
    const calls: (readonly unknown[])[] = [];

    before(async function () {
        this.timeout(60_000);
        const clock = () => new HandClock();
        for (const lab of [
            await startLab({ ...LAB, clock: clock() }),
            await startSshdLab({ ...LAB, clock: clock(), answerer: "speaker" }),
        ]) {
            try {
                answers.push(await play(lab));
                calls.push(lab.meter.mark().calls);
            } finally {
                await lab.stop();
            }
        }
    });

    for (const [at, { what }] of WINDOWS_STEPS.entries()) {
        it(`${what}: the same answer`, () => {
            expect(answers[0]?.[at]).to.not.equal(undefined);
            expect(answers[1]?.[at]).to.deep.equal(answers[0]?.[at]);
        });
    }

    it("the same calls are metered", () => {
        expect(calls[0]).to.have.length(WINDOWS_STEPS.length - 3);
        expect(calls[1]).to.deep.equal(calls[0]);
    });
});

describe("lab's sshd and pwsh: the registry as in the embedded front", () => {
    // PowerShell on Linux has no registry, no such boot time, and no module TLS.
    it.skip("nothing to compare: there is no registry on Linux");
});

async function play(lab: Lab | SshdLab): Promise<readonly unknown[]> {
    const client = "sshd" in lab ? await overSshd(lab) : await embedded(lab);
    const agent = await client.agent();
    await agent.ask({ ...OPEN, exchange: null });
    const answers: unknown[] = [];
    for (const { call } of WINDOWS_STEPS) {
        const answer = await agent.ask({ op: "batch", stopOnError: true, calls: [call] });
        answers.push(answer);
    }
    await client.end();
    return answers;
}

async function embedded(lab: Lab): Promise<RawClient> {
    lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    return await RawClient.dial(lab);
}

async function overSshd(lab: SshdLab): Promise<RawClient> {
    const { connection, places } = lab.sshd;
    await writeFile(join(places.home, AGENT_PATH), await readFile(agentPath));
    const { port, username } = connection;
    const privateKey = await readFile(connection.privateKeyFile);
    return await RawClient.dial(lab, { port, username, privateKey, authHandler: ["publickey"] });
}
