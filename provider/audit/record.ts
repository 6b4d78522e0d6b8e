import type { Command, Ending, Properties } from "../lifecycle/apply/watch";
import { MASK, maskedIn } from "../lifecycle/tell/mask";
import type { AgentCall, CallResult, WireArgument } from "../session/frames";

/** Who sends, for whom, and from where to where: the same for all commands of one write. */
export interface Origin {
    /** Account on this computer, and the computer. */
    readonly user: string;
    readonly client: string;
    /** Account on the server, `host:port` that was logged on to, and the computer that answered. */
    readonly account: string;
    readonly host: string;
    readonly computer: string;
    /** `<organization>/<project>/<stack>`; null for a command that nobody started for a stack. */
    readonly stack: string | null;
    readonly urn: string | null;
    /** The window that was open, or the reason that was given for writing outside; null where no window is set. */
    readonly window: string | null;
    readonly outsideWindow: string | null;
}

/** One line of the log. */
export interface AuditRecord extends Origin {
    /** When the command was sent (or would have been), ISO 8601 in UTC. */
    readonly time: string;
    readonly cmdlet: string;
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly outcome: "accepted" | "refused" | "answer lost" | "not sent";
    readonly reason: string | null;
    /** Changed properties before and after; null: the object is, or was, not there. `after` is missing where nothing was read. */
    readonly before: Properties;
    readonly after?: Properties;
}

/** What is told of one command, secrets masked. */
export function recordOf(
    origin: Origin,
    time: number,
    command: Command,
    outcome: Pick<AuditRecord, "outcome" | "reason">,
    after: Properties | undefined,
    mask: (text: string) => string,
): AuditRecord {
    const hidden = (facts: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(
            Object.entries(facts).map(([name, value]) => [
                name,
                command.secret?.has(name) ? MASK : maskedIn(value, mask),
            ]),
        );
    const factsOf = (facts: Properties) => (facts === null ? null : hidden(facts));
    return {
        time: new Date(time).toISOString(),
        ...origin,
        account: mask(origin.account),
        host: mask(origin.host),
        urn: origin.urn === null ? null : mask(origin.urn),
        cmdlet: nameOf(command.call),
        parameters: hidden(parametersOf(command.call)),
        outcome: outcome.outcome,
        reason: outcome.reason === null ? null : mask(outcome.reason),
        before: factsOf(command.before),
        ...(after !== undefined && { after: factsOf(after) }),
    };
}

/** How the command at `index` ended. */
export function outcomeOf(ending: Ending, index: number): Pick<AuditRecord, "outcome" | "reason"> {
    if (ending.kind === "lost") return { outcome: "answer lost", reason: ending.why };
    if (ending.kind === "not sent") return { outcome: "not sent", reason: ending.why };
    return resultOf(ending.results[index]);
}

function resultOf(result: CallResult | undefined): Pick<AuditRecord, "outcome" | "reason"> {
    if (result === undefined) return { outcome: "answer lost", reason: "the answer holds no result for it" };
    if ("skipped" in result) return { outcome: "not sent", reason: "a command before it failed" };
    if (result.ok) return { outcome: "accepted", reason: null };
    const { message, failureCategory, reason, code } = result.error;
    return { outcome: "refused", reason: `${message} [${failureCategory ?? reason ?? code}]` };
}

function nameOf(call: AgentCall): string {
    if ("cmd" in call) return call.cmd;
    if ("reg" in call) return `registry ${call.reg}`;
    return "service" in call ? `service ${call.service}` : `machine ${call.machine}`;
}

function parametersOf(call: AgentCall): Readonly<Record<string, unknown>> {
    if ("cmd" in call) {
        return Object.fromEntries(Object.entries(call.par).map(([name, value]) => [name, argumentOf(value)]));
    }
    const { reg: _reg, service: _service, ...parameters } = { reg: undefined, service: undefined, ...call };
    return parameters;
}

function argumentOf(value: WireArgument): unknown {
    if (typeof value !== "object" || value === null || !("$" in value)) return value;
    switch (value.$) {
        case "null":
            return null;
        case "switch":
            return true;
        case "merge":
            return { Add: value.add, Remove: value.remove };
        case "credential":
            return { UserName: value.user, Password: MASK };
        default:
            return MASK;
    }
}
