import type { TypedArgument } from "../lab/console.js";
import type { Form, Sample } from "./sample";

/** A Boolean has one spelling. */
export function toggle(first = false): Sample {
    const form = (value: boolean): Form => ({ program: value, sent: value, shown: value });
    return { from: form(first), to: form(!first) };
}

/** Names, whole numbers and texts that are sent and shown as they are written. */
export function plain<T extends string | number>(value: T, spelled: readonly (string | number)[] = []): Form {
    return { program: value, sent: value, shown: value, spelled, typed: spelled };
}

/** No value: New- is not asked for it, Set- gets `$null`. */
export const nothing = {
    /** Before anything is there. */
    first: { program: null, shown: null, spelled: [""] },
    /** In the place of a value. */
    instead: { program: null, sent: { $: "null" }, shown: null, spelled: [""], typed: [null] },
} satisfies Record<string, Form>;

/** A value with the text that is sent, the text that is shown, and spellings that programs and people may use. */
export function form(
    program: unknown,
    sent: string | readonly string[],
    shown: unknown,
    both: readonly TypedArgument[],
) {
    return { program, sent, shown, spelled: both, typed: both } satisfies Form;
}
