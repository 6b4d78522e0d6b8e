import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { unwatched } from "../../provider/lifecycle/apply/watch";
import { type Entry, HEADER, readEntries, standing, type Told } from "../../provider/plan-record/entries";
import { PlanRecordError } from "../../provider/plan-record/errors";
import { keepTo, keepToSaid } from "../../provider/plan-record/keep-to";
import { PlanRecord } from "../../provider/plan-record/plan-record";
import { toldCall } from "../../provider/plan-record/told-call";
import type { AgentCall } from "../../provider/session/frames";

const call = toldCall({ cmd: "Set-SendConnector", par: { Identity: "x", Port: 26 }, sel: [] });
const plan = (urn: string, run = "1"): Told => ({ step: "plan", urn, calls: [call], stack: "p/s", run });
const removal = (urn: string, run = "1"): Told => ({ ...plan(urn, run), step: "removal" });
const done = (urn: string, what: Told["step"]): Entry => ({ step: "done", what, urn, stack: "p/s", run: "2" });
const spoilt = (run: string): Entry => ({ step: "no preview", stack: "p/s", run });

describe("what still counts of a plan record", () => {
    const rows: readonly [string, readonly Entry[], readonly string[]][] = [
        ["nothing", [], []],
        ["two plans of one run", [plan("a"), plan("b")], ["plan a", "plan b"]],
        ["the last run alone", [plan("a", "1"), plan("b", "2")], ["plan b"]],
        ["plans and removals of different runs", [removal("a", "1"), plan("a", "2")], ["plan a", "removal a"]],
        ["what is not done", [plan("a"), plan("b"), done("a", "plan")], ["plan b"]],
        ["a plan whose removal is done", [plan("a"), removal("a"), done("a", "removal")], ["plan a"]],
        ["a removal whose plan is done", [plan("a"), removal("a"), done("a", "plan")], ["removal a"]],
        ["what is planned again", [plan("a", "1"), done("a", "plan"), plan("a", "3")], ["plan a"]],
        ["the run before one that failed", [plan("a", "1"), plan("b", "2"), spoilt("2")], ["plan a"]],
    ];
    for (const [what, entries, left] of rows) {
        it(what, () => expect(standing(entries).map(({ step, urn }) => `${step} ${urn}`)).to.deep.equal(left));
    }

    it("skips lines that are cut off or none of its own", () => {
        const lines = [HEADER, "null", '{"x":1}', JSON.stringify(plan("a")), JSON.stringify(plan("b")).slice(0, 20)];
        expect(readEntries(lines.join("\n"))).to.deep.equal([plan("a")]);
    });
});

describe("the file of a plan record", () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "exchange-tls-record-"));
        file = join(folder, "inner", "plan.jsonl");
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
    const previewed = (stack: string, urn: string) =>
        new PlanRecord(file, stack).note({ step: "plan", urn, calls: [call] });
    const told = (stack: string, urn: string) => new PlanRecord(file, stack).told("plan", urn).length;

    it("keeps what other stacks told in it", () => {
        previewed("p/one", "a");
        previewed("p/two", "a");
        const one = new PlanRecord(file, "p/one");
        expect(one.told("plan", "a")).to.have.length(1);
        expect(one.done("plan", "a")).to.equal(undefined);
        expect([told("p/one", "a"), told("p/two", "a")]).to.deep.equal([0, 1]);
    });

    it("goes with the last thing that it holds", () => {
        previewed("p/one", "a");
        const one = new PlanRecord(file, "p/one");
        one.told("plan", "a");
        one.done("plan", "a");
        expect(existsSync(file)).to.equal(false);
    });

    it("holds nothing of a run that failed before it planned anything", () => {
        const run = new PlanRecord(file, "p/one");
        run.spoil();
        run.note({ step: "plan", urn: "a", calls: [call] });
        expect(existsSync(file)).to.equal(false);
    });

    it("holds nothing of what a run plans that writes", () => {
        previewed("p/one", "a");
        const before = readFileSync(file, "utf8");
        const run = new PlanRecord(file, "p/one");
        run.told("plan", "a");
        run.note({ step: "plan", urn: "b", calls: [call] });
        expect(readFileSync(file, "utf8")).to.equal(before);
    });

    it("that cannot be written does not undo what was sent", () => {
        previewed("p/one", "a");
        previewed("p/two", "a");
        const one = new PlanRecord(file, "p/one");
        one.told("plan", "a");
        rmSync(join(folder, "inner"), { recursive: true });
        writeFileSync(join(folder, "inner"), "in the way");
        expect(one.done("plan", "a")).to.be.instanceOf(PlanRecordError);
    });
});

describe("why an update stops", () => {
    const reasons: readonly [string, readonly Told[], Told["step"], string][] = [
        ["no preview", [], "plan", "no preview of this resource is on record"],
        [
            "values that were not known",
            [{ ...plan("a"), calls: [], unknown: ["server", "name"] }],
            "plan",
            "the preview could not tell it, because server, name was not known",
        ],
        ["another program", [{ ...plan("a"), inputs: "old" }], "plan", "the program is not the one that was previewed"],
        [
            "another server, of which nothing was to be written",
            [{ ...plan("a"), calls: [], inputs: "now" }],
            "plan",
            "the preview had nothing to send, and the server changed since. This",
        ],
        ["another server", [{ ...plan("a"), inputs: "now" }], "plan", "failed: the server changed since the preview"],
        ["another server at a removal", [removal("a")], "removal", "the server changed since the preview"],
    ];
    for (const [what, before, step, reason] of reasons) {
        it(what, async () => {
            const watch = keepTo(
                { resource: "x", step, told: before, inputs: "now", tell: (one) => toldCall(one.call) },
                unwatched,
            );
            const other: AgentCall = { cmd: "Set-SendConnector", par: { Identity: "x", Port: 27 }, sel: [] };
            const error = await watch.begin([{ call: other, before: null }]).then(() => "", String);
            expect(error).to.contain(reason).and.contain("+ Set-SendConnector -Identity 'x' -Port 27");
        });
    }

    it("shows what the state said of a removal, and what it would be", () => {
        keepToSaid("x", ["removes it", "mail queues"], ["removes it"]);
        expect(() => keepToSaid("x", ["puts back fqdn"], ["puts back fqdn", "removes it"])).to.throw(
            /the server changed since the state.*- puts back fqdn.*\+ puts back fqdn.*\+ removes it/s,
        );
    });
});

describe("a command of the registry as a preview tells it", () => {
    const place = { hive: "HKLM", view: 64, key: "SOFTWARE\\A" } as const;
    const set: AgentCall = { reg: "set", ...place, name: "N", kind: "DWord", data: 1 };
    const rows: readonly [string, AgentCall, "all" | undefined, RegExp][] = [
        ["a value", set, undefined, /A {2}N: DWord 1$/],
        ["a secret value", set, "all", /A {2}N: \*{8}$/],
        ["a value that goes", { reg: "delete", ...place, name: "N" }, undefined, /N: absent$/],
        ["a key that goes", { reg: "delete", ...place }, "all", /A: the key is removed$/],
    ];
    for (const [what, one, secret, line] of rows) {
        it(what, () => {
            const { line: told, pieces } = toldCall(one, secret);
            expect(told).to.match(line);
            expect(pieces).to.deep.equal([told]);
        });
    }
});
