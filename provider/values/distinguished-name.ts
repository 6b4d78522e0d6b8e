/** One part of a distinguished name, `CN=EX01`. */
interface NamePart {
    /** Upper case. */
    readonly type: string;
    readonly value: string;
}

/** The parts of a directory object's distinguished name, its own first; undefined when it is none. */
export function distinguishedName(text: string): readonly NamePart[] | undefined {
    const parts = text.match(/(?:\\.|[^\\,])+/gs) ?? [];
    const named = parts.flatMap((part) => {
        const [, type, value] = /^\s*([a-z]+)=(.+)$/is.exec(part) ?? [];
        return type && value ? [{ type: type.toUpperCase(), value: unescaped(value) }] : [];
    });
    return named.length === parts.length && parts.join(",") === text ? named : undefined;
}

/**
 * The values of the first parts, when all are common names and those that `shape` names read so: `["", "Servers"]`
 * asks for any name directly below `CN=Servers`.
 */
export function namesBelow(text: string, shape: readonly string[]): readonly string[] | undefined {
    const parts = distinguishedName(text)?.slice(0, shape.length) ?? [];
    const fits = parts.every(
        ({ type, value }, at) => type === "CN" && (!shape[at] || shape[at].toLowerCase() === value.toLowerCase()),
    );
    return fits && parts.length === shape.length ? parts.map(({ value }) => value) : undefined;
}

function unescaped(value: string): string {
    return value.replaceAll(
        /(?:\\[0-9a-f]{2})+|\\(.)/gis,
        (escaped, char?: string) => char ?? Buffer.from(escaped.replaceAll("\\", ""), "hex").toString("utf8"),
    );
}
