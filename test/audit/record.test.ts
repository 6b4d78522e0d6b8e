import { expect } from "chai";
import { OUTSIDE_WINDOW_ENV, passageNow } from "../../provider/audit/gate";
import { outcomeOf } from "../../provider/audit/record";
import { watchOver } from "../../provider/audit/watch";
import { send } from "../../provider/lifecycle/apply/send";
import type { Ending } from "../../provider/lifecycle/apply/watch";
import { AnswerLostError } from "../../provider/session/errors";
import type { AgentError, CallResult } from "../../provider/session/frames";
import type { AgentSession } from "../../provider/session/pool/pool";
import { readChangeWindow } from "../../provider/window/change-window";

const refused = (error: Partial<AgentError>): CallResult => ({
    ok: false,
    error: { code: "Cmdlet", message: "nein", transient: false, ...error },
});
const answered = (...results: CallResult[]): Ending => ({ kind: "answered", results });

describe("audit log: how a command ended", () => {
    const rows: readonly [string, Ending, outcome: string, reason: string | null][] = [
        ["accepted", answered({ ok: true, out: [], warnings: [], ms: 1 }), "accepted", null],
        ["refused, with a category", answered(refused({ failureCategory: "C", reason: "R" })), "refused", "nein [C]"],
        ["refused, with an exception", answered(refused({ reason: "R" })), "refused", "nein [R]"],
        ["refused", answered(refused({})), "refused", "nein [Cmdlet]"],
        ["one before it was refused", answered({ skipped: true }), "not sent", "a command before it failed"],
        ["not answered", answered(), "answer lost", "the answer holds no result for it"],
        ["the line broke", { kind: "lost", why: "cut" }, "answer lost", "cut"],
        ["kept back", { kind: "not sent", why: "late" }, "not sent", "late"],
    ];
    for (const [what, ending, outcome, reason] of rows) {
        it(what, () => expect(outcomeOf(ending, 0)).to.deep.equal({ outcome, reason }));
    }
});

const changeWindow = readChangeWindow("2020-01-01 12:00-13:00 UTC");
if ("problems" in changeWindow) throw new Error(changeWindow.problems.join());
const sender = {
    ...{ user: "anna", client: "ws12", now: () => Date.parse("2026-11-21T12:00:00Z") },
    openLog: () => Promise.reject(new Error("not asked for")),
};

describe("a reason for writing outside the change window", () => {
    for (const [reason, open] of [
        ["", false],
        ["123456789", false],
        ["  123456789  ", false],
        ["1234567890", true],
    ] as const) {
        it(`'${reason}' is ${open ? "one" : "none"}`, () => {
            const passage = passageNow(changeWindow, { ...sender, env: { [OUTSIDE_WINDOW_ENV]: reason } });
            expect(passage.open).to.equal(open);
        });
    }
});

describe("a log that fails for what was kept back", () => {
    it("says that nothing was sent", async () => {
        const openLog = async () => ({
            append: () => Promise.reject(new Error("disk gone")),
            close: async () => undefined,
        });
        const session = { server: "ex01:22", info: () => Promise.reject(new Error("not connected")) };
        const watch = watchOver({
            ...{ sender: { ...sender, env: {}, openLog }, changeWindow, auditLog: "audit.jsonl", session },
            ...{ resource: "x", stack: null, urn: null, mask: (text) => text, tell: () => {} },
        });
        const call = { cmd: "Set-SendConnector", par: {}, sel: [] };
        const error = await watch.begin([{ call, before: null }]).then(() => "", String);
        expect(error).to.equal(
            "AuditLogError: x: writing the audit log failed: audit.jsonl: disk gone. This was not sent. Make the file writable, then run again.",
        );
    });
});

describe("a lost answer", () => {
    it("is on record with how it was lost", async () => {
        const lines: string[] = [];
        const openLog = async () => ({
            append: async (more: readonly string[]) => void lines.push(...more),
            close: async () => undefined,
        });
        const session: Pick<AgentSession, "server" | "info" | "write"> = {
            server: "ex01:22",
            info: () => Promise.reject(new Error("not connected")),
            write: () => Promise.reject(new AnswerLostError({ step: "writing", answer: "it was cut", hint: "Look" })),
        };
        const watch = watchOver({
            ...{ sender: { ...sender, env: {}, openLog }, changeWindow: undefined, auditLog: "audit.jsonl", session },
            ...{ resource: "x", stack: null, urn: null, mask: (text) => text, tell: () => {} },
        });
        const call = { cmd: "Set-SendConnector", par: {}, sel: [] };
        const { record } = await send(session as AgentSession, watch, [{ call, before: null }], call);
        expect(await record(undefined)).to.equal(undefined);
        const reason = "writing failed: it was cut. Look.";
        expect(lines.map((line) => JSON.parse(line))).to.containSubset([{ outcome: "answer lost", reason }]);
    });
});
