import { createHash } from "node:crypto";
import type { Switches } from "../switches.js";
import type { CmdletContext } from "./context.js";
import { BindingFailure, TaskFailure } from "./failure.js";
import { localised } from "./language.js";

/** An error as PowerShell's record carries it. */
export interface ErrorRecord {
    readonly message: string;
    readonly category: string;
    /** Short name of the exception. */
    readonly reason: string;
    readonly fqid: string;
    readonly failureCategory?: string;
    readonly requestId?: string;
    readonly server?: string;
    readonly transient: boolean;
}

/** The record of a failure of `cmdlet`; anything but a failure is a fault of the lab and goes on up. */
export function recordOf(failure: unknown, cmdlet: string, context: CmdletContext): ErrorRecord {
    if (failure instanceof BindingFailure) {
        const { category, reason, id } = failure;
        const message = localised(failure.message, reason, context.switches);
        // The host's own refusal names the task's class, binding names the cmdlet.
        const origin = reason === "HostException" ? taskClass(cmdlet) : cmdlet;
        return { message, category, reason, fqid: `${id},${origin}`, transient: false };
    }
    if (!(failure instanceof TaskFailure)) throw failure;
    const { category, exception, transient } = failure;
    const message = localised(failure.message, exception, context.switches);
    const code = createHash("sha256").update(`${cmdlet} ${exception}`).digest("hex").slice(0, 8).toUpperCase();
    const task = `${code},${taskClass(cmdlet)}`;
    const record = { message, category, reason: exception, fqid: task, transient };
    if (context.session === "local") return record;
    const server = context.server.name;
    const requestId = context.chance.guid();
    const origin = `[Server=${server},RequestId=${requestId},TimeStamp=${timeStamp(context.clock.now())}]`;
    const fqid = `${origin} [FailureCategory=Cmdlet-${exception}] ${task}`;
    return { ...record, fqid, failureCategory: exception, requestId, server };
}

function taskClass(cmdlet: string): string {
    return `Microsoft.Exchange.Management.SystemConfigurationTasks.${cmdlet.replace("-", "")}`;
}

/** E-9. */
export function unknownCmdlet(name: string, switches: Readonly<Switches>): ErrorRecord {
    const kinds = "cmdlet, function, script file, or operable program";
    const message = `The term '${name}' is not recognized as the name of a ${kinds}.`;
    return {
        message: localised(message, "CommandNotFoundException", switches),
        category: "ObjectNotFound",
        reason: "CommandNotFoundException",
        fqid: "CommandNotFoundException",
        transient: false,
    };
}

function timeStamp(date: Date): string {
    const time = date.toLocaleTimeString("en-US", { timeZone: "UTC" }).replaceAll("\u202f", " ");
    return `${date.toLocaleDateString("en-US", { timeZone: "UTC" })} ${time}`;
}
