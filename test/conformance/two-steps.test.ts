import { expect } from "chai";
import { ReceiveConnector } from "../../provider/index";
import type { Fault } from "../lab/index.js";
import { type Directory, directoryOf, putBack } from "./driver/directory";
import { Place } from "./driver/place";
import { Stack, urnOf } from "./driver/stack";
import { receiveConnector } from "./subjects/receive-connector";
import { call, expectNothing, expectOnly, succeed, written } from "./suite/bench";

const { kind } = ReceiveConnector;
const NAME = "K From Fabrikam";
const PROGRAM = { ...receiveConnector.base, bareLinefeedRejectionEnabled: true, smtpUtf8Enabled: false };
const SECOND = call("Set-ReceiveConnector", { BareLinefeedRejectionEnabled: true, SmtpUtf8Enabled: false });
const FAULTS: readonly Fault[] = [
    "cut-before-execution",
    "cut-before-answer",
    "cut-in-answer",
    "garbage-answer",
    "agent-crash",
    "cmdlet-error",
    "error-after-write",
];

/** What only Set- takes is written after New-: whatever happens in between, the next run ends in the same. */
describe("conformance: a receive connector that takes two calls to make", () => {
    let place: Place;
    let stack: Stack;
    let untouched: Directory;

    before(async () => {
        place = await Place.open({ preset: "hybrid" }, receiveConnector.prepare);
    });
    after(() => place.close());
    beforeEach(() => {
        stack = new Stack(place, kind);
        untouched = directoryOf(place.lab);
    });
    afterEach(() => {
        place.lab.faults.clear();
        putBack(place.lab, untouched);
    });

    const shown = (server = "EX01") =>
        place.lab.console.run("Get-ReceiveConnector").filter((one) => one.Name === NAME && one.Server === server);
    const expectWhole = async () => {
        const [one, ...more] = shown();
        expect(more).to.deep.equal([]);
        expect(one).to.deep.include({ BareLinefeedRejectionEnabled: true, SmtpUtf8Enabled: false });
        await expectNothing(stack.up(PROGRAM));
        await succeed(stack.destroy());
        expectOnly(place.lab, untouched, []);
    };

    for (const fault of FAULTS) {
        for (const cmd of ["New-ReceiveConnector", "Set-ReceiveConnector"]) {
            it(`${fault} at ${cmd}: the same up or the next one ends well, and destroy leaves nothing`, async () => {
                place.lab.faults.inject({ fault, cmd });
                const run = await stack.up(PROGRAM);
                expect(place.lab.transcript.join("\n")).to.contain(`fault ${fault}`);
                if (run.errors.length > 0) await succeed(stack.up(PROGRAM));
                await expectWhole();
            });
        }
    }

    it("a run killed between the two: recognised by its mark, and finished", async () => {
        place.lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-ReceiveConnector", times: 2 });
        await stack.up(PROGRAM);
        place.lab.faults.clear();
        stack.state = undefined;
        expect(written(await succeed(stack.up(PROGRAM)))).to.deep.equal([SECOND]);
        await expectWhole();
    });

    it("copied to another server, mark and all: a stranger there, and the original stays ours", async () => {
        await succeed(stack.up(PROGRAM));
        const [own] = shown();
        place.lab.console.run("New-ReceiveConnector", {
            ...receiveConnector.typed,
            Server: "EX02",
            Comment: String(own?.Comment),
        });
        const before = directoryOf(place.lab);
        const other = new Stack(place, kind, urnOf(kind, "subject"));
        for (const run of [
            await other.preview({ ...PROGRAM, server: "EX02" }),
            await other.up({ ...PROGRAM, server: "EX02" }),
        ]) {
            expect(run.errors.join()).to.contain("exists already").and.contain("mark of another");
            expect(written(run)).to.deep.equal([]);
        }
        await expectNothing(stack.up(PROGRAM));
        expectOnly(place.lab, before, []);
        await succeed(stack.destroy());
        expect([shown(), shown("EX02")].map(({ length }) => length)).to.deep.equal([0, 1]);
    });

    it("refused for good at the second call: it is in the state and ours, and the next run writes the second call only", async () => {
        // Last, because nothing takes that back.
        place.lab.organisation.account.hideParameters("Set-ReceiveConnector", "SmtpUtf8Enabled");
        const run = await stack.up(PROGRAM);
        expect(run.errors.join()).to.contain("Set-ReceiveConnector");
        expect(stack.state?.outputs).to.have.property("__owned", true);
        expect(shown()).to.have.length(1);
        const again = await stack.up(PROGRAM);
        expect(again.errors).to.have.length(1);
        expect(written(again).map(({ cmd }) => cmd)).to.deep.equal(["Set-ReceiveConnector"]);
        const { smtpUtf8Enabled: _, ...rest } = PROGRAM;
        expect(written(await succeed(stack.up(rest)))).to.deep.equal([
            call("Set-ReceiveConnector", { BareLinefeedRejectionEnabled: true }),
        ]);
        await succeed(stack.destroy());
        expectOnly(place.lab, untouched, []);
    });
});
