import { expected, parsed, type ValueType } from "./value-type";

interface EnumerationOptions {
    /** The server's property can be `$null`: `null` and `""` are values, too. */
    readonly nullable?: boolean;
}

/** One of several names, in any case. Compared by name: the numbers behind the names are not documented for all. */
export function enumeration(names: readonly string[], { nullable = false }: EnumerationOptions = {}): ValueType {
    const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
    const choice = names.join(", ") + (nullable ? " or null" : "");
    return {
        typescript: names.map((name) => `"${name}"`).join(" | ") + (nullable ? " | null" : ""),
        parse(value) {
            if (nullable && (value === null || value === "")) return parsed(null);
            const name = typeof value === "string" ? byName.get(value.trim().toLowerCase()) : undefined;
            return name === undefined ? expected(`one of ${choice}`) : parsed(name);
        },
        print: (canonical) => canonical,
    };
}
