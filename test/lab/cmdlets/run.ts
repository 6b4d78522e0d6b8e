import type { Arguments } from "./argument.js";
import { bind } from "./bind.js";
import { type Cmdlet, cmdletNamed, existsOn } from "./catalogue.js";
import type { CmdletContext, LiveObject, TaskResult } from "./context.js";
import { type ErrorRecord, recordOf, unknownCmdlet } from "./error-record.js";
import { directoryUnreachable } from "./failure.js";
import { localised } from "./language.js";
import { mayRun, visibleParameters } from "./rights.js";
import { countRead, notThereYet, viewOf } from "./view.js";

/** What came of one cmdlet. With an error there are no objects. */
export interface CmdletOutcome extends TaskResult {
    readonly error: ErrorRecord | null;
}

/** Runs one cmdlet against the organisation. Nothing here knows how the call came in. */
export function runCmdlet(name: string, given: Arguments, context: CmdletContext): CmdletOutcome {
    const cmdlet = cmdletNamed(name);
    if (cmdlet === undefined || !existsOn(cmdlet, context.server.product) || !mayRun(cmdlet.name, context))
        return failed(unknownCmdlet(name, context.switches));
    try {
        const { objects, warnings, changed } = runBound(cmdlet, given, context);
        return {
            objects: objects.map((object) => tagged(object, context)),
            warnings: warnings.map((text) =>
                localised(text, isUnmodified(text) ? "unmodified" : "warning", context.switches),
            ),
            ...{ changed, error: null },
        };
    } catch (failure) {
        return failed(recordOf(failure, cmdlet.name, context));
    }
}

function runBound({ name, parameters, run }: Cmdlet, given: Arguments, context: CmdletContext): TaskResult {
    const table = visibleParameters(name, parameters(context.switches, context.server.product), context);
    const bound = bind(table, given, context.server, context.switches);
    if (!context.directoryReachable) throw directoryUnreachable();
    const organisation = viewOf(name, bound, context);
    try {
        return run(bound, { ...context, organisation });
    } catch (failure) {
        throw notThereYet(failure, name, bound, organisation);
    } finally {
        countRead(name, organisation, context);
    }
}

/** W-1. */
function isUnmodified(warning: string): boolean {
    return warning.includes("no settings of");
}

function failed(error: ErrorRecord): CmdletOutcome {
    return { objects: [], warnings: [], changed: false, error };
}

/** A remote session adds three notes to every object. */
function tagged(object: LiveObject, { session, server, runspaceId }: CmdletContext): LiveObject {
    if (session === "local") return object;
    return { ...object, PSComputerName: server.fqdn, RunspaceId: runspaceId, PSShowComputerName: false };
}

/** The name as the catalogue spells it. */
export function canonicalName(name: string): string {
    return cmdletNamed(name)?.name ?? name;
}
