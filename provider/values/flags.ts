interface FlagOptions {
    /** What Exchange calls the empty set. */
    readonly none: "None" | "Default";
    /** Names that servers compute and nobody can set. */
    readonly ignored?: readonly string[];
    /** Names for several flags together, for example `All`. */
    readonly combined?: Readonly<Record<string, readonly string[]>>;
}

export type ParsedFlags =
    | { readonly ok: true; readonly canonical: readonly string[] }
    | { readonly ok: false; readonly expected: string };

/** A flag enumeration: one value of the cmdlet, a list of names in the program. It is always written as a whole. */
export interface FlagSet {
    /** The TypeScript type of one name. */
    readonly typescript: string;
    /**
     * Names as a list, one name, or names joined by commas, in any order and case; canonical is sorted, without
     * duplicates and without the name of the empty set. Ignored names are dropped whoever gives them, because a
     * program's value and a server's answer cannot be told apart here.
     */
    parse(value: unknown): ParsedFlags;
    /** `Tls, Integrated` in the order of the bits, as servers print it; the name of the empty set when there are none. */
    print(canonical: readonly string[]): string;
}

/** A set of `names`, which stand in ascending order of their bits. */
export function flags(names: readonly string[], { none, ignored = [], combined = {} }: FlagOptions): FlagSet {
    const meanings = new Map<string, readonly string[]>([
        ...names.map((name) => [name.toLowerCase(), [name]] as const),
        ...ignored.map((name) => [name.toLowerCase(), []] as const),
        ...Object.entries(combined).map(([name, parts]) => [name.toLowerCase(), parts] as const),
    ]);
    const all = [...names, ...Object.keys(combined), none];
    const choice = `one or more of ${all.slice(0, -1).join(", ")}, or ${none} alone`;
    return {
        typescript: all.map((name) => `"${name}"`).join(" | "),
        parse(value) {
            const written = namesIn(value);
            if (written?.length === 1 && written[0] === none.toLowerCase()) return { ok: true, canonical: [] };
            const flags = written?.map((name) => meanings.get(name));
            if (flags === undefined || flags.includes(undefined)) return { ok: false, expected: choice };
            // In the order in which lists of canonical values are kept.
            return { ok: true, canonical: [...new Set(flags.flatMap((parts) => parts ?? []))].sort() };
        },
        print: (canonical) => names.filter((name) => canonical.includes(name)).join(", ") || none,
    };
}

/** The names in lower case; undefined when it is something else. */
function namesIn(value: unknown): readonly string[] | undefined {
    const entries: readonly unknown[] | undefined =
        typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : undefined;
    return entries?.every((entry) => typeof entry === "string")
        ? entries.map((entry) => entry.trim().toLowerCase())
        : undefined;
}
