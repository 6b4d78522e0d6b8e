import type { TransportServiceName } from "../../session/frames";
import { RestartRefusedError } from "../errors";
import { interrupted, orInterrupted } from "../interrupt";
import { askStatus, listServers, problemIn, statusIn, TEST, testBindings } from "./calls";
import type { Run } from "./run";
import { type Target, targetsOf } from "./target";

const NOTHING = "nothing was restarted";

/** Everything that can be known before: servers, roles, that all services run, that their bindings can be tested. */
export async function prepare(run: Run, asked: readonly string[]): Promise<readonly Target[]> {
    const targets = await orInterrupted(run.signal, checked(run, asked), () => interrupted(undefined, NOTHING));
    run.onEvent({ kind: "planned", targets });
    return targets;
}

async function checked({ session }: Run, asked: readonly string[]): Promise<readonly Target[]> {
    const [listed] = await session.read([listServers]);
    const problem = problemIn(listed);
    if (problem !== undefined || listed === undefined || !("out" in listed)) {
        throw refused(
            session.server,
            "reading the servers with Get-ExchangeServer",
            problem ?? "",
            "Check the permissions",
        );
    }
    const targets = targetsOf(asked, listed.out);
    const { cmdlets } = await session.info();
    const [first] = targets;
    if (cmdlets !== null && !cmdlets.includes(TEST)) throw noTest(session.server, "the account does not see it");
    if (cmdlets === null && first !== undefined) {
        const trial = problemIn((await session.read([testBindings(first)]))[0]);
        if (trial !== undefined) throw noTest(session.server, trial);
    }
    await refuseUnlessRunning(session, targets);
    return targets;
}

/** A service that is down before would count as one that did not come back. */
async function refuseUnlessRunning(session: Run["session"], targets: readonly Target[]): Promise<void> {
    const all = targets.flatMap((target) => target.services.map((service) => ({ target, service })));
    const results = await session.read(all.map(({ target, service }) => askStatus(target, service)));
    const amiss = all.flatMap(({ target, service }, at) => {
        const found = statusIn(results[at]);
        if ("status" in found && found.status === "Running") return [];
        return [
            { target, service, is: "status" in found ? `is ${found.status}` : `could not be asked: ${found.problem}` },
        ];
    });
    const [one] = amiss;
    if (one === undefined) return;
    const answer = amiss.map(({ target, service, is }) => `${service} on ${target.name} ${is}`).join("; ");
    throw refused(one.target.name, "checking that every service runs", answer, actionFor(one.target, one.service));
}

function actionFor({ fqdn }: Target, service: TransportServiceName): string {
    return `Bring it to run (on ${fqdn}: Start-Service ${service}) or see why it cannot be asked (administrator there?)`;
}

function noTest(server: string, answer: string): RestartRefusedError {
    const hint = "Give the account a role with this cmdlet: without it nobody can tell whether the bindings listen";
    return refused(server, `looking for ${TEST}`, answer, hint);
}

function refused(server: string, step: string, answer: string, hint: string): RestartRefusedError {
    return new RestartRefusedError({ server, step, answer, hint: `${hint}, then run again; ${NOTHING}` });
}
