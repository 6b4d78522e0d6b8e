import { SETTINGS } from "../settings";
import { LISTS } from "../settings/policy-lists";
import { titleOf } from "../settings/setting";

/**
 * What a refresh shows of a setting that no word of a program stands for. With `ignoreChanges` it comes back as an input:
 * the setting is then left as it stands, and what is remembered of it stays.
 */
const SIGN = "as found: ";
const BUT = "exchange, but ";

export function asFound(words: string): string {
    return words.startsWith(SIGN) ? words : `${SIGN}${words === "" ? "nothing" : words}`;
}

/** The baseline from which these settings differ, each with its title and what the server has. */
export function baselineBut(differences: readonly string[]): string {
    return `${BUT}${differences.toSorted().join("; ")}`;
}

/** Properties of the program, and settings of its baseline, that are left as they stand. */
export interface LeftAsFound {
    /** A list's path names its scope: `["curves", "local"]`. */
    readonly paths: readonly (readonly string[])[];
    /** `protocols.TLS 1.0.server`, `curves` */
    readonly titles: readonly string[];
}

type Inputs = Readonly<Record<string, unknown>>;

/** Takes apart what the program declares and what it leaves as it was found. */
export function withoutFound(inputs: Inputs): { readonly program: Inputs; readonly found: LeftAsFound } {
    const paths: (readonly string[])[] = [];
    const { baseline, ...rest } = inputs;
    const declared = Object.entries(rest).flatMap(([name, value]) => {
        const left = prune([name], value, paths);
        return left === undefined ? [] : [[name, left] as const];
    });
    const but = typeof baseline === "string" && baseline.startsWith(BUT) ? baseline.slice(BUT.length) : undefined;
    return {
        program: {
            ...(baseline !== undefined && { baseline: but === undefined ? baseline : "exchange" }),
            ...Object.fromEntries(declared),
        },
        found: { paths, titles: but === undefined ? [] : titlesIn(but) },
    };
}

/** The value without what was found; undefined where nothing else is left of it. */
function prune(path: readonly string[], value: unknown, found: (readonly string[])[]): unknown {
    if (isFound(value)) {
        found.push(path);
        return undefined;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const { order, scope = "local" } = value as { readonly order?: unknown; readonly scope?: unknown };
    if (path.length === 1 && isFound(order)) {
        found.push([...path, String(scope)]);
        return undefined;
    }
    const before = found.length;
    const left = Object.entries(value).flatMap(([name, inner]) => {
        const kept = prune([...path, name], inner, found);
        return kept === undefined ? [] : [[name, kept] as const];
    });
    return left.length === 0 && found.length > before ? undefined : Object.fromEntries(left);
}

function isFound(value: unknown): boolean {
    return typeof value === "string" && value.startsWith(SIGN);
}

function titlesIn(differences: string): readonly string[] {
    const text = `; ${differences}`;
    return [...SETTINGS.map(titleOf), ...LISTS].filter((title) => text.includes(`; ${title}: `));
}
