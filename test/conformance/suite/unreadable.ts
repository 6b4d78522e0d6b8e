import { expect } from "chai";
import type { AgentError } from "../../../provider/session/frames";
import type { Plan } from "../../lab/index.js";
import { type Directory, directoryOf, putBack } from "../driver/directory";
import type { Place } from "../driver/place";
import type { Run, Stack } from "../driver/stack";
import { type Bench, expectNothing, expectOnly, succeed, written } from "./bench";

const DENIED: AgentError = {
    code: "Cmdlet",
    message: "Active Directory operation failed on dc01.contoso.com. Additional information: Access is denied.",
    category: "NotSpecified",
    reason: "ADOperationException",
    transient: false,
};
/** So many times faster: ten seconds for a call are over in some hundredths of one. */
const HURRY = 300;

/** K: what cannot be read stops the run: nothing is written, and the state stays as it was. */
export function describeUnreadable(bench: Bench): void {
    const { kind, typical, drift, garble } = bench.subject;
    const { get, change } = kind.cmdlets;
    let stack: Stack;
    let untouched: Directory;

    const lab = () => stack.place.lab;
    /** A read is repeated once on a new connection, so what breaks one must break two. */
    const fault = (plan: Omit<Plan, "cmd">) => () => lab().faults.inject({ times: 2, ...plan, cmd: get });
    const slow = (plan: Omit<Plan, "cmd">) => (place: Place) => {
        place.clock.speed = HURRY;
        fault(plan)();
    };
    const causes: Readonly<Record<string, (place: Place) => void>> = {
        "access denied": fault({ fault: "cmdlet-error", error: DENIED }),
        "the cmdlet hidden by the account's roles": () => lab().organisation.hiddenCmdlets.add(get),
        "no answer in time": slow({ fault: "stall" }),
        "a call that had to be stopped": slow({ fault: "delay", ms: 3_600_000 }),
        garbage: fault({ fault: "garbage-answer" }),
        "an answer cut off": fault({ fault: "cut-in-answer" }),
        "a connection cut before the answer": fault({ fault: "cut-before-answer" }),
        "an agent that dies": fault({ fault: "agent-crash" }),
        ...(garble && { "a value that nobody understands": () => garble(lab()) }),
    };
    const commands: Readonly<Record<string, () => Promise<Run>>> = {
        preview: () => stack.preview(typical),
        up: () => stack.up(typical),
        refresh: () => stack.refresh(),
        destroy: () => stack.destroy(),
        "destroy without refresh": () => stack.destroy({ refresh: false }),
    };

    before(async () => {
        stack = await bench.stack();
        untouched = directoryOf(lab());
        // Something is there, and not as declared.
        await succeed(stack.up(typical));
        const identity = kind.cmdlets.create === undefined ? {} : { Identity: stack.state?.id ?? "" };
        lab().console.run(change, { ...identity, ...drift.typed });
    });
    after(() => putBack(lab(), untouched));

    for (const [cause, strike] of Object.entries(causes)) {
        for (const [command, run] of Object.entries(commands)) {
            // What is not understood does not matter to a removal.
            if (command.startsWith("destroy") && cause.startsWith("a value") && kind.cmdlets.remove) continue;
            it(`K: ${cause} at ${command}: an error, no write, the state as it was`, async () => {
                const { state } = stack;
                const before = directoryOf(lab());
                try {
                    strike(stack.place);
                    const struck = directoryOf(lab());
                    const { errors, ...rest } = await run();
                    expect(errors).to.have.length(1);
                    expect(errors[0]).to.match(/^\S[^\n]{20,}$/);
                    expect(written({ errors, ...rest })).to.deep.equal([]);
                    expect(stack.state).to.equal(state);
                    expectOnly(lab(), struck, []);
                } finally {
                    stack.place.clock.speed = 1;
                    lab().faults.clear();
                    lab().organisation.hiddenCmdlets.clear();
                    putBack(lab(), before);
                }
            });
        }
    }

    it("K: once it can be read again, the next up repairs", async () => {
        expect(written(await succeed(stack.up(typical)))).to.have.length(1);
        await expectNothing(stack.up(typical));
    });
}
