import type { Arguments } from "./argument.js";
import { bind } from "./bind.js";
import { cmdletNamed } from "./catalogue.js";
import type { CmdletContext, LiveObject, TaskResult } from "./context.js";
import { type ErrorRecord, recordOf, unknownCmdlet } from "./error-record.js";
import { directoryUnreachable } from "./failure.js";

/** What came of one cmdlet. With an error there are no objects. */
export interface CmdletOutcome extends TaskResult {
    readonly error: ErrorRecord | null;
}

/** Runs one cmdlet against the organisation. Nothing here knows how the call came in. */
export function runCmdlet(name: string, given: Arguments, context: CmdletContext): CmdletOutcome {
    const cmdlet = cmdletNamed(name);
    if (cmdlet === undefined || [...context.organisation.hiddenCmdlets].includes(cmdlet.name)) {
        return failed(unknownCmdlet(name));
    }
    try {
        const bound = bind(cmdlet.parameters(context.switches), given, context.server.product, context.switches);
        if (!context.directoryReachable) throw directoryUnreachable();
        const result = cmdlet.run(bound, context);
        return { ...result, objects: result.objects.map((object) => tagged(object, context)), error: null };
    } catch (failure) {
        return failed(recordOf(failure, cmdlet.name, context));
    }
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
