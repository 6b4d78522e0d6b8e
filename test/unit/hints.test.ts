import { expect } from "chai";
import { hintFor } from "../../provider/lifecycle/apply/hints";
import type { AgentError } from "../../provider/session/frames";

const refused: AgentError = { code: "Cmdlet", message: "nein", transient: false };
const hidden = { reason: "CommandNotFoundException" };
const scope = { failureCategory: "ADScopeException" };
const ROLE = /management role hides the cmdlet/;

describe("the next action after a refusal", () => {
    const rows: readonly [string, Partial<AgentError>, Partial<Parameters<typeof hintFor>[1]>, RegExp][] = [
        ["nothing is known of it", {}, {}, /^Correct the program or the server, then run again$/],
        ["it passes by itself", { transient: true }, {}, /^Run pulumi up again$/],
        ["the exception has a name", hidden, {}, ROLE],
        ["the category says more than the exception", { ...hidden, ...scope }, {}, /widen the scope/],
        ["on a subscribed Edge server", {}, { onEdge: true }, /subscribed takes its send connectors from/],
        ["on a subscribed Edge server, for a reason of its own", hidden, { onEdge: true }, ROLE],
        [
            "after a write that was accepted",
            {},
            { wrote: true },
            /^An earlier write .* accepted and holds.*\. Correct the/,
        ],
    ];
    for (const [what, error, circumstances, action] of rows) {
        it(what, () => {
            const hint = hintFor({ ...refused, ...error }, { onEdge: false, wrote: false, ...circumstances });
            expect(hint).to.match(action);
        });
    }
});
