/** What is another text in every run, and what stands for it. Guids keep their identity: the first is <guid 1>. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
    [/SHA256:[A-Za-z0-9+/]{43}/g, "<host key>"],
    [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, "<time>"],
    [/(Duration: )\d+\S*/g, "$1<duration>"],
    [/^@ .*\n/gm, ""],
    [/[ \t]+$/gm, ""],
];
/** Where a program's line stands on this machine, and how long it took. */
const LEFT_OUT = new Set(["sourcePosition", "stackTrace", "duration"]);
const GUID = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** The text without its volatile parts; `places` are texts of this run (a port, a folder) and what stands for each. */
export function masked(text: string, places: ReadonlyMap<string, string>): string {
    const guids = new Map<string, string>();
    const known = [...places].reduce(
        (rest, [place, name]) => rest.replaceAll(place, name),
        text.replaceAll("\r\n", "\n"),
    );
    const plain = VOLATILE.reduce((rest, [pattern, name]) => rest.replaceAll(pattern, name), known);
    return plain.replaceAll(GUID, (guid) => {
        const name = guids.get(guid.toLowerCase()) ?? `<guid ${guids.size + 1}>`;
        guids.set(guid.toLowerCase(), name);
        return name;
    });
}

/** JSON without what is volatile, every number that is a place as text. */
export function maskedJson(value: object, places: ReadonlyMap<string, string>): string {
    const plain = (key: string, inner: unknown) => {
        if (LEFT_OUT.has(key)) return undefined;
        return typeof inner === "number" ? (places.get(String(inner)) ?? inner) : inner;
    };
    return masked(JSON.stringify(value, plain, 2), places);
}
