import type { WireArgument } from "../session/frames";

/** A value as a program writes it and as Pulumi keeps it. `null` and `""` both mean "no value". */
export type ProgramValue = boolean | number | string | null;

/** The form that all spellings of one meaning share: equal meaning is equal by `===`. `null`: no value. */
export type Canonical = boolean | number | string | null;

export type Parsed =
    | { readonly ok: true; readonly canonical: Canonical }
    | { readonly ok: false; readonly expected: string };

/**
 * One Exchange value type. `parse` takes what programs write and what servers answer alike, because Exchange accepts
 * its own texts as input; `print` is the spelling that is sent to the server and shown to people.
 * For every x that parses: `parse(print(canonical(x)))` is `canonical(x)`.
 */
export interface ValueType {
    /** The TypeScript type of one value, for the generated arguments. */
    readonly typescript: string;
    parse(value: unknown): Parsed;
    print(canonical: Canonical): ProgramValue;
    /**
     * The server keeps a value as it was typed, and takes that text back: whoever typed it finds it as it was, although
     * another spelling would mean the same.
     */
    readonly asTyped?: true;
    /** What the cmdlet gets where that is not what `print` gives: a credential. */
    argument?(canonical: Canonical): WireArgument;
}

export function parsed(canonical: Canonical): Parsed {
    return { ok: true, canonical };
}

export function expected(what: string): Parsed {
    return { ok: false, expected: what };
}
