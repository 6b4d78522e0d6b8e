/** Path of a value (`HKLM\…\Key  Name`) or of a key (`HKLM\…\Key`) → its kind and data, or `key`. */
export type Contents = ReadonlyMap<string, string>;

/** What `RegistryHand.dump` shows, value by value. */
export function contentsOf(dump: string): Contents {
    const contents = new Map<string, string>();
    let key = "";
    for (const line of dump.split("\n").filter((text) => text !== "")) {
        const [, path] = /^\[(.*)\]$/.exec(line) ?? [];
        if (path !== undefined) {
            key = path.replace(/^HKLM\\+/, "HKLM\\");
            contents.set(key, "key");
            continue;
        }
        const [, quoted = '""', text = ""] = /^("(?:[^"\\]|\\.)*") (.*)$/.exec(line) ?? [];
        contents.set(`${key}  ${JSON.parse(quoted) as string}`, text);
    }
    return contents;
}

/** Everything in which they differ, as `path: before -> after`; keys of their own are left out. */
export function changedValues(before: Contents, after: Contents): readonly string[] {
    const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => path.includes("  "));
    return paths
        .filter((path) => before.get(path) !== after.get(path))
        .map((path) => `${path}: ${before.get(path) ?? "absent"} -> ${after.get(path) ?? "absent"}`)
        .sort();
}

/** Keys that came or went, as `+ path`, `- path`. */
export function changedKeys(before: Contents, after: Contents): readonly string[] {
    const only = (one: Contents, other: Contents) =>
        [...one.keys()].filter((path) => !path.includes("  ") && !other.has(path));
    return [
        ...only(after, before).map((path) => `+ ${path}`),
        ...only(before, after).map((path) => `- ${path}`),
    ].sort();
}

/** Names, from the top, of the innermost places in which two plain values differ. */
export function differingPaths(a: unknown, b: unknown, at: readonly string[] = []): readonly string[] {
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    if (!isObject(a) || !isObject(b)) return [at.join(".")];
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.flatMap((name) => differingPaths(a[name], b[name], [...at, name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
