import type { CallResult, WireObject } from "../../session/frames";
import { NotListeningError, ServiceError } from "../errors";
import { problemIn, statusIn, TEST } from "./calls";
import type { Target } from "./target";

/** What a server shows after its restart. */
export type Look =
    | { readonly listening: true; readonly bindings: number }
    | { readonly listening: false; readonly error: ServiceError | NotListeningError };

/** Judges the answers to the status of each service, in their order, and to the test of the bindings. */
export function judge(target: Target, results: readonly CallResult[], hint: string): Look {
    for (const [at, service] of target.services.entries()) {
        const found = statusIn(results[at]);
        if ("status" in found && found.status === "Running") continue;
        const answer = "status" in found ? `it was restarted, and is ${found.status} now` : found.problem;
        const facts = { server: target.name, step: `waiting for ${service}`, answer, hint };
        return { listening: false, error: new ServiceError(facts) };
    }
    return judgeBindings(target, results[target.services.length], hint);
}

function judgeBindings({ name }: Target, tested: CallResult | undefined, hint: string): Look {
    const problem = problemIn(tested);
    const rows = tested !== undefined && "out" in tested ? tested.out : [];
    const silent = rows.filter(({ StatusCode }) => StatusCode !== "Success");
    if (problem === undefined && silent.length === 0 && rows.length > 0)
        return { listening: true, bindings: rows.length };
    const answer = problem ?? (rows.length === 0 ? `${TEST} tried no binding at all` : silent.map(inWords).join("; "));
    const facts = { server: name, step: `waiting for the bindings to listen (${TEST})`, answer, hint };
    return { listening: false, error: new NotListeningError(facts) };
}

function inWords({ ReceiveConnector, Binding, StatusCode, Details }: WireObject): string {
    const more = typeof Details === "string" && Details !== "" ? ` (${Details})` : "";
    return `${String(Binding)} of '${String(ReceiveConnector)}': ${String(StatusCode)}${more}`;
}
