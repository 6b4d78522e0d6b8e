import { expect } from "chai";
import { reconcile } from "../../provider/lifecycle/apply/reconcile";
import { unwatched } from "../../provider/lifecycle/apply/watch";
import { type Declared, decode } from "../../provider/lifecycle/declared";
import type { Live } from "../../provider/lifecycle/observe/live";
import { look } from "../../provider/lifecycle/observe/snapshot";
import { planArrival, planUpdate } from "../../provider/lifecycle/plan/adoption";
import type { Plan } from "../../provider/lifecycle/plan/plan";
import { planRemoval } from "../../provider/lifecycle/plan/removal";
import { type Bookkeeping, nothingKept } from "../../provider/lifecycle/remember/bookkeeping";
import { transportConfig } from "../../provider/resources/transport-config";
import { checkConnection } from "../../provider/session/connection-settings";
import { type AgentSession, ownSurroundings, SessionPool } from "../../provider/session/pool/pool";
import { Chance } from "../lab/chance.js";
import type { Fault } from "../lab/faults.js";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";

const SEQUENCES = Number(process.env.SEQUENCES ?? 15);
const SEED = Number(process.env.SEED ?? 20_261_121);
const STEPS = 15;
const DOMAINS = ["a.com", "b.com", "c.com", "d.com", "e.com", "f.com"];
const FAULTS: readonly Fault[] = ["cut-before-execution", "cut-before-answer", "cut-in-answer", "agent-crash"];

/** One resource as the engine would keep it: what it remembers of its own doing. */
interface Owner {
    kept: Bookkeeping | undefined;
    /** The model: entries that it added. */
    added: Set<string>;
}

/**
 * Several owners, a hand at the console and broken connections on one list. The rule, restated without our code: up adds
 * what is missing and owns it, takes out what it owns and no longer declares; destroy takes out what it owns.
 */
describe("ownership of list entries, at random", function () {
    this.timeout(60_000);
    let lab: Lab;
    let session: AgentSession;
    let pool: SessionPool;

    before(async () => {
        lab = await startLab({ preset: "single" });
        const around = ownSurroundings();
        const secrets = { ...around.secrets, env: { EXCHANGE_TLS_PASSWORD: lab.password } };
        pool = new SessionPool({ ...around, secrets, random: () => 0 });
        const server = lab.organisation.servers[0]?.fqdn;
        const { settings } = checkConnection({ ...lab.connection, exchange: { server } });
        if (settings === undefined) throw new Error("the lab's connection is not valid");
        session = pool.sessionFor(settings);
    });

    after(async () => {
        await pool.close(1_000);
        await lab.stop();
    });

    const live = () => {
        const list = lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList;
        return new Set(Array.isArray(list) ? list.map(String) : []);
    };
    const run = async (owner: Owner, decide: (live: Live | undefined, kept: Bookkeeping | undefined) => Plan) => {
        const plan = async (...now: Parameters<typeof decide>) => decide(...now);
        // As the engine does it: what was written is remembered also after an error, and the next run goes on from there.
        for (let attempt = 1; attempt <= 3; attempt += 1) {
            await look(session, transportConfig);
            const find = (section: readonly Live[]) => section[0];
            const around = { watch: unwatched, secrets: new Set<string>(), onEdge: false };
            const target = { kind: transportConfig, session, resource: "x", ...around, find, plan };
            const outcome = await reconcile(target, owner.kept);
            if (outcome.error === undefined || outcome.wrote) owner.kept = outcome.kept;
            if (outcome.error === undefined) return;
        }
        throw new Error("three runs did not converge");
    };
    const up = (owner: Owner, domains: readonly string[]) => {
        const declared = declare(domains);
        return run(owner, (now, kept = owner.kept) =>
            kept === undefined || now === undefined
                ? planArrival(transportConfig, declared, "", now, kept)
                : planUpdate(transportConfig, declared, kept, now),
        );
    };
    const destroy = (owner: Owner) =>
        run(owner, (now, kept = owner.kept) => planRemoval(transportConfig, kept ?? nothingKept, now));

    for (let index = 0; index < SEQUENCES; index += 1) {
        const seed = SEED + index;
        it(`sequence of seed ${seed} (repeat: SEQUENCES=1 SEED=${seed} npm test -- lifecycle/ownership)`, async () => {
            const chance = new Chance(seed);
            const pick = <T>(from: readonly T[]): T => from[Math.floor(chance.next() * from.length)] as T;
            const subset = () => DOMAINS.filter(() => chance.next() < 0.4);
            const owners: Owner[] = [1, 2, 3].map(() => ({ kept: undefined, added: new Set() }));
            const mark = lab.meter.mark();
            lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: null });
            const model = new Set<string>();
            const told: string[] = [];
            for (let step = 0; step < STEPS; step += 1) {
                const owner = pick(owners);
                const domains = subset();
                const action = pick(["up", "up", "destroy", "hand"] as const);
                const fault = chance.next() < 0.25 ? pick(FAULTS) : undefined;
                told.push(`${action} ${owners.indexOf(owner)} [${domains}] ${fault ?? ""}`);
                if (fault !== undefined && action !== "hand") lab.faults.inject({ fault, cmd: "Set-TransportConfig" });
                if (action === "up") {
                    await up(owner, domains);
                    for (const domain of [...owner.added].filter((one) => !domains.includes(one))) {
                        owner.added.delete(domain);
                        model.delete(domain);
                    }
                    for (const domain of domains.filter((one) => !model.has(one))) {
                        owner.added.add(domain);
                        model.add(domain);
                    }
                } else if (action === "destroy") {
                    await destroy(owner);
                    for (const domain of owner.added) model.delete(domain);
                    owner.kept = undefined;
                    owner.added = new Set();
                } else {
                    const domain = pick(DOMAINS);
                    const side = model.has(domain) ? "Remove" : "Add";
                    lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { [side]: [domain] } });
                    if (side === "Add") model.add(domain);
                    else model.delete(domain);
                }
                lab.faults.clear();
                expect([...live()].sort(), told.join("\n")).to.deep.equal([...model].sort());
            }
            for (const { par } of writes(lab.meter.since(mark))) {
                expect(par.TLSSendDomainSecureList).to.have.property("$", "merge");
            }
        });
    }
});

function declare(domains: readonly string[]): Declared {
    const connection = { host: "x", username: "x", hostKey: `SHA256:${"A".repeat(43)}` };
    const decoded = decode(transportConfig, { connection, tlsSendDomainSecureList: domains });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    return decoded.declared;
}
