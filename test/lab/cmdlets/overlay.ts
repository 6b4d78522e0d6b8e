import type { Switches } from "../switches.js";
import { sameText, sameTexts } from "../values/same-text.js";
import { Credential } from "./argument.js";
import { TaskFailure } from "./failure.js";
import { type Bound, type BoundValue, ListEdit } from "./parameter.js";

/** The current settings with the bound ones laid over them; parameters that are no setting are passed by. */
export function overlay<T extends object>(current: T, bound: Bound, switches: Readonly<Switches>): T {
    const merged = { ...current } as Record<string, unknown>;
    for (const [name, value] of bound) {
        if (name in current) merged[name] = value instanceof ListEdit ? edit(merged[name], value, switches) : value;
    }
    // Each value was read by the type of the parameter that has this setting's name.
    return merged as T;
}

function edit(current: unknown, change: ListEdit, switches: Readonly<Switches>): readonly string[] {
    const list = current as readonly string[];
    if (switches.mergeHasNoEffect) return list;
    const present = change.add.find((text) => list.some((other) => sameText(other, text)));
    if (present !== undefined && switches.addPresent === "reject") {
        // Nothing is known of Add of a present value; synthetic.
        const message = `[synthetic] The value "${present}" is already present in the collection.`;
        throw new TaskFailure("InvalidOperationException", message);
    }
    const fresh = change.add.filter((text) => !list.some((other) => sameText(other, text)));
    return [...list, ...fresh].filter((text) => !change.remove.some((other) => sameText(other, text)));
}

/** Whether any setting differs. Lists are sets without regard to case; a credential always counts as new. */
export function differs<T extends object>(before: T, after: T): boolean {
    return Object.entries(after).some(
        ([name, value]) => !same((before as Record<string, BoundValue>)[name] ?? null, value as BoundValue),
    );
}

function same(before: BoundValue, after: BoundValue): boolean {
    if (Array.isArray(before) && Array.isArray(after)) return sameTexts(before, after);
    return before === after && !(after instanceof Credential);
}
