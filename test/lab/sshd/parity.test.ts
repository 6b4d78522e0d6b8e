import { expect } from "chai";
import type { AgentSession, WriteAnswer } from "../../../provider/session/pool/pool.js";
import { startLab } from "../lab.js";
import { type MeteredCall, writes } from "../meter.js";
import { Client } from "./client.js";
import { ANSWERERS, describeOnSshd } from "./needs.js";
import { comparable, STEPS } from "./parity-steps.js";
import { startSshdLab } from "./sshd-lab.js";

const LAB = { preset: "single", foreignDomains: 3 } as const;

/** The same calls through both fronts: what is answered, and what reached the cmdlets. */
for (const answerer of ANSWERERS) {
    describeOnSshd("the same as the embedded front", answerer, () => {
        const answers: Record<"embedded" | "sshd", WriteAnswer[]> = { embedded: [], sshd: [] };
        const calls: Record<"embedded" | "sshd", readonly MeteredCall[]> = { embedded: [], sshd: [] };

        before(async function () {
            this.timeout(120_000);
            const embedded = await startLab(LAB);
            const lab = await startSshdLab({ ...LAB, answerer });
            const client = new Client({ EXCHANGE_TLS_PASSWORD: embedded.password });
            try {
                const exchange = { server: embedded.organisation.servers[0]?.fqdn };
                answers.embedded = await play(client.session({ ...embedded.connection, exchange }));
                answers.sshd = await play(client.session(lab.sshd.connection));
            } finally {
                await client.close();
                await lab.stop();
                await embedded.stop();
            }
            calls.embedded = writes(embedded.meter.mark());
            calls.sshd = writes(lab.meter.mark());
        });

        for (const [at, { what }] of STEPS.entries()) {
            it(`${what}: the same answer`, () => {
                expect(answers.sshd[at]).not.to.equal(undefined);
                expect(comparable(answers.sshd[at])).to.deep.equal(comparable(answers.embedded[at]));
            });
        }

        it("the same parameters reach the cmdlets, to the letter", () => {
            // What PowerShell's own binder refuses never gets so far.
            const bound = STEPS.flatMap(({ refusedByBinder }, at) => (refusedByBinder ? [] : [calls.embedded[at]]));
            const reached = answerer === "pwsh" ? bound : calls.embedded;
            expect(calls.sshd.map(withoutConfirm)).to.deep.equal(reached.map((call) => call && withoutConfirm(call)));
        });

        // The frame speaker adds it out of the meter's sight.
        if (answerer === "pwsh") {
            it("no write asks for a confirmation", () => {
                for (const { cmd, par } of calls.sshd) expect(par, cmd).to.have.property("Confirm", false);
            });
        }

        it("a broken rule comes back with its reason", () => {
            const at = STEPS.findIndex(({ what }) => what.startsWith("E-5"));
            expect(answers.sshd[at]?.results[0]).to.have.property("ok", false);
            expect(JSON.stringify(answers.sshd[at]?.results)).to.contain("TLSAuthLevel");
        });
    });
}

async function play(session: AgentSession): Promise<WriteAnswer[]> {
    const answers: WriteAnswer[] = [];
    for (const { call, readBack } of STEPS) answers.push(await session.write([call], readBack));
    return answers;
}

function withoutConfirm({ par, ...call }: MeteredCall) {
    const { Confirm, ...others } = par;
    return { ...call, par: others };
}
