import type { Kind } from "../../resources/kind";
import { type FieldValue, isList } from "../../resources/values";
import type { Live } from "../observe/live";
import type { Plan } from "../plan/plan";
import type { Command, Properties } from "./watch";

/** The calls of a plan with what they change, as it is now. */
export function commandsOf(
    kind: Kind,
    plan: Plan,
    live: Live | undefined,
    secrets: ReadonlySet<string>,
): readonly Command[] {
    const parameters = [...secrets].flatMap((name) => kind.fields[name]?.parameter ?? []);
    const secret = new Set([...secrets, ...parameters]);
    return plan.calls.map((call) => ({ call, before: touchedBy(kind, plan, live), secret }));
}

/** The properties that a plan changes: of an object that goes, all that it has. */
export function touchedBy(kind: Kind, plan: Plan, live: Live | undefined): Properties {
    if (live === undefined) return null;
    const names = plan.action === "remove" ? Object.keys(live.values) : plan.changes.map(({ field }) => field);
    return Object.fromEntries(names.map((name) => [name, printed(kind, name, live.values[name])]));
}

function printed(kind: Kind, name: string, value: FieldValue | undefined): unknown {
    const { type, flags } = kind.fields[name] ?? {};
    if (value === undefined) return "(not readable)";
    if (value === null) return null;
    if (flags !== undefined && isList(value)) return flags.print(value.map(String));
    return isList(value) ? value.map((entry) => type?.print(entry) ?? entry) : (type?.print(value) ?? value);
}
