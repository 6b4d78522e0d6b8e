import type { CallResult, RegistryKind, WireObject } from "../../../session/frames";
import { ABSENT, asDWord, type Data, type Found } from "../registry/raw";

/** What reading one key gave. */
export type KeyState =
    | {
          readonly found: "present";
          readonly subKeys: readonly string[];
          /** By lower-case name. */
          readonly values: ReadonlyMap<string, { readonly name: string; readonly value: Found }>;
      }
    | { readonly found: "absent" }
    | { readonly found: "unreadable"; readonly why: string };

/** Understands the answer to a `get` without a name. */
export function keyStateOf(result: CallResult | undefined): KeyState {
    if (result === undefined || "skipped" in result) return unreadable("no answer came");
    if (!result.ok) return unreadable(result.error.message);
    const [head, ...rest] = result.out;
    if (head?.Exists === false) return { found: "absent" };
    const subKeys = head?.SubKeys ?? [];
    if (head?.Exists !== true || !isTexts(subKeys)) return unreadable("the answer is garbled");
    if (rest.some(({ Name }) => typeof Name !== "string")) return unreadable("the answer has a value without a name");
    const values = rest.map((row) => [String(row.Name).toLowerCase(), { name: String(row.Name), value: foundIn(row) }]);
    return { found: "present", subKeys, values: new Map(values as [string, { name: string; value: Found }][]) };
}

/** A value of a key that was read. */
export function valueIn(state: KeyState | undefined, name: string): Found {
    if (state === undefined) return unreadable("it was not read");
    if (state.found === "unreadable") return state;
    return state.found === "absent" ? ABSENT : (state.values.get(name.toLowerCase())?.value ?? ABSENT);
}

function foundIn({ Kind, Data: data }: WireObject): Found {
    const kind = String(Kind) as RegistryKind;
    const understood = understand(kind, data);
    return understood === undefined
        ? unreadable(`its data is not what a ${kind} holds`)
        : { found: "present", raw: { kind, data: understood } };
}

function understand(kind: RegistryKind, data: unknown): Data | undefined {
    switch (kind) {
        case "DWord": {
            const number = typeof data === "number" && Number.isInteger(data) ? asDWord(data) : -1;
            return number >= 0 && number <= 0xffffffff ? number : undefined;
        }
        case "MultiString":
            return isTexts(data) ? data : undefined;
        case "QWord":
        case "String":
        case "ExpandString":
        case "Binary":
        case "None":
            return typeof data === "string" ? data : undefined;
        default:
            // Nothing can write it again, so it could not be put back.
            return undefined;
    }
}

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function unreadable(why: string) {
    return { found: "unreadable", why } as const;
}
