import { expect } from "chai";
import { reconcile, type Target } from "../../provider/lifecycle/apply/reconcile";
import { unwatched, type Watch } from "../../provider/lifecycle/apply/watch";
import { UnreadableError, VanishedError } from "../../provider/lifecycle/errors";
import type { Live } from "../../provider/lifecycle/observe/live";
import { planUpdate } from "../../provider/lifecycle/plan/adoption";
import type { Plan } from "../../provider/lifecycle/plan/plan";
import { nothingKept } from "../../provider/lifecycle/remember/bookkeeping";
import { kinds } from "../../provider/resources";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { AnswerLostError, ConnectionLostError } from "../../provider/session/errors";
import type { CallResult, CmdletCall, WireObject } from "../../provider/session/frames";
import type { AgentSession } from "../../provider/session/pool/pool";
import { declared, wireConnector } from "./fixtures";

const ok = (...out: WireObject[]): CallResult => ({ ok: true, out, warnings: [], ms: 1 });
const refused = (message: string): CallResult => ({ ok: false, error: { code: "Cmdlet", message, transient: false } });
const lists = (...domains: string[]): CallResult =>
    ok({ TLSSendDomainSecureList: domains, TLSReceiveDomainSecureList: [] });
const facts = { step: "writing", answer: "the cable was cut", hint: "Run again" };
const lost = new AnswerLostError(facts);
const cut = new ConnectionLostError(facts);
const logFull = new VanishedError("audit log");

interface Row {
    readonly what: string;
    /** What the write's call and its read-back answer. */
    readonly write?: readonly [CallResult, CallResult] | Error;
    /** What a second look answers; the first finds the list empty. */
    readonly look?: CallResult | Error;
    /** What planning throws once a write was sent. */
    readonly replan?: Error;
    /** What looking for the object in an answer throws once a write was sent. */
    readonly find?: Error;
    readonly watch?: Watch;
    readonly error: string | Error | undefined;
    readonly wrote: boolean;
    /** Entries that count as ours afterwards. */
    readonly ours?: readonly string[];
    readonly notes?: readonly string[];
}

const unlogged = (cause: Error): Watch => ({
    begin: async () => ({ permit: () => undefined, end: () => Promise.reject(cause) }),
});
const accepted = [ok(), lists("a.com")] as const;

/** What was written, or may have been, is told and remembered, however the run ends. */
const ROWS: readonly Row[] = [
    { what: "an accepted write", write: accepted, error: undefined, wrote: true, ours: ["a.com"] },
    {
        ...{ what: "a defect in planning after an accepted write", write: accepted, replan: new TypeError("oh") },
        ...{ error: "Defect", wrote: true, ours: ["a.com"] },
    },
    {
        ...{ what: "an error in planning after an accepted write", write: accepted, replan: cut },
        ...{ error: cut, wrote: true, ours: ["a.com"] },
    },
    {
        ...{ what: "an accepted write that cannot be read back", write: [ok(), refused("no")], look: refused("no") },
        ...{ error: "Unproved", wrote: true, ours: ["a.com"] },
    },
    {
        what: "an accepted write that is read at the second look",
        write: [ok(), refused("no")],
        look: lists("a.com"),
        ...{ error: undefined, wrote: true, ours: ["a.com"] },
    },
    {
        ...{
            what: "an accepted write, and the line breaks before it is read",
            write: [ok(), refused("no")],
            look: cut,
        },
        ...{ error: cut, wrote: true, ours: ["a.com"] },
    },
    {
        ...{
            what: "a refused write that cannot be read back",
            write: [refused("no"), refused("no")],
            look: refused("no"),
        },
        ...{ error: "Unreadable", wrote: false },
    },
    {
        ...{ what: "an accepted write whose answer we stumble over", write: accepted, find: new TypeError("oh") },
        ...{ error: "Defect", wrote: true, ours: ["a.com"] },
    },
    {
        ...{ what: "a lost answer, and the next one we stumble over", write: lost, find: new TypeError("oh") },
        ...{ error: lost, wrote: true, ours: ["a.com"], look: lists("a.com") },
    },
    {
        ...{ what: "a lost answer, and the line stays cut", write: lost, look: cut },
        ...{ error: cut, wrote: true, ours: ["a.com"] },
    },
    {
        ...{ what: "an accepted write that is not on record", write: accepted, watch: unlogged(logFull) },
        ...{ error: logFull, wrote: true, ours: ["a.com"] },
    },
    {
        ...{ what: "an accepted write, and the log stumbles", write: accepted, watch: unlogged(new TypeError("oh")) },
        ...{ error: "Defect", wrote: true, ours: ["a.com"] },
    },
    {
        ...{
            what: "a write that can neither be read back nor recorded",
            write: lost,
            look: cut,
            watch: unlogged(logFull),
        },
        ...{ error: cut, wrote: true, ours: ["a.com"], notes: [logFull.message] },
    },
    {
        ...{ what: "a defect of ours while sending", write: new TypeError("oh") },
        ...{ error: "Defect", wrote: false },
    },
];

function answered<T>(answer: T | Error | undefined): Promise<T> {
    if (answer === undefined) return Promise.reject(new Error("not asked for"));
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
}

function targetOf(row: Row): Target {
    const program = declared(transportConfig, { tlsSendDomainSecureList: ["a.com"] });
    let sent = false;
    const session: AgentSession = {
        server: "ex01:22",
        info: () => Promise.reject(new Error("not asked for")),
        read: async (calls) =>
            calls.length > 1
                ? [...kinds.map((kind) => (kind === transportConfig ? lists() : ok())), ok()]
                : [await answered(row.look)],
        write: async () => {
            sent = true;
            const [result, readBack] = await answered(row.write);
            return { results: [result], readBack };
        },
    };
    return {
        ...{ kind: transportConfig, session, resource: "transport config", onEdge: false, secrets: new Set<string>() },
        watch: row.watch ?? unwatched,
        find([live]) {
            if (sent && row.find) throw row.find;
            return live;
        },
        async plan(live, kept = nothingKept) {
            if (sent && row.replan) throw row.replan;
            return planUpdate(transportConfig, program, kept, live as Live);
        },
    };
}

describe("a write that does not end well", () => {
    for (const row of ROWS) {
        it(row.what, async () => {
            const { error, wrote, kept, notes } = await reconcile(targetOf(row), undefined);
            expect(row.error instanceof Error ? error : error?.code).to.equal(row.error);
            expect(wrote).to.equal(row.wrote);
            // Of a write that never was, nothing is recorded.
            if (wrote) expect(kept.added.tlsSendDomainSecureList ?? []).to.deep.equal(row.ours);
            expect(notes).to.deep.equal(row.notes ?? []);
        });
    }

    it("and follows a creation, is made once more as any other", async () => {
        const sent: string[] = [];
        const busy: CallResult = { ok: false, error: { code: "Cmdlet", message: "busy", transient: true } };
        const answers = [ok(wireConnector), busy, ok()];
        const session = {
            read: async () => [...kinds.map(() => ok()), ok()],
            write: async ([call]: readonly CmdletCall[]) => {
                const result = answers[sent.push(call?.cmd ?? "") - 1] ?? ok();
                return { results: [result], readBack: ok(wireConnector) };
            },
        } as unknown as AgentSession;
        const planned = (action: Plan["action"], cmd: string): Plan => ({
            ...{ action, calls: [{ cmd, par: {}, sel: [] }], changes: [], refusals: [], notes: [] },
            after: nothingKept,
        });
        const { error } = await reconcile(
            {
                ...targetOf(ROWS[0] as Row),
                ...{ kind: sendConnector, session, find: ([live]: readonly Live[]) => live },
                plan: async (live) => {
                    if (live === undefined) return planned("create", "New-SendConnector");
                    if (sent.length < 3) return planned("change", "Set-SendConnector");
                    return { ...planned("none", ""), calls: [] };
                },
            },
            undefined,
        );
        expect(error).to.equal(undefined);
        expect(sent).to.deep.equal(["New-SendConnector", "Set-SendConnector", "Set-SendConnector"]);
    });

    it("before anything is sent, ends the run", async () => {
        const unread = UnreadableError.noAnswer(transportConfig);
        const target = { ...targetOf(ROWS[0] as Row), plan: () => Promise.reject(unread) };
        const failure = await reconcile(target, undefined).catch((error: unknown) => error);
        expect(failure).to.equal(unread);
    });
});
