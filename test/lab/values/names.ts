import { InvalidValue } from "./invalid-value.js";

/** The names of one enumeration with their numbers. */
export interface Names {
    readonly type: string;
    readonly members: Readonly<Record<string, number>>;
    /** Names may be joined. */
    readonly flags?: boolean;
}

/** A value of an enumeration, kept as its text: one name, or names in ascending bit order joined by `, `. */
export function parseNames(names: Names, text: string): string {
    const parts = names.flags === true ? text.split(",") : [text];
    const bits = parts.map((part) => numberOf(names, part.trim(), text));
    return printNames(
        names,
        bits.reduce((all, bit) => all | bit, 0),
    );
}

function numberOf(names: Names, part: string, text: string): number {
    for (const [name, value] of Object.entries(names.members)) {
        if (name.toLowerCase() === part.toLowerCase() || String(value) === part) return value;
    }
    const known = Object.keys(names.members).join(", ");
    throw new InvalidValue(text, names.type, `Specify one of the following enumerator names: ${known}`);
}

export function printNames(names: Names, value: number): string {
    const members = Object.entries(names.members).sort(([, a], [, b]) => a - b);
    const exact = members.find(([, bit]) => bit === value)?.[0];
    if (exact !== undefined) return exact;
    return members
        .filter(([, bit]) => bit !== 0 && (value & bit) === bit)
        .map(([name]) => name)
        .join(", ");
}
