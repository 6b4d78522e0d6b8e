const WIDTH = 120;
const STEP = "    ";

/** A value as TypeScript, as wide as fits behind `taken` characters; what is on further lines stands `depth` steps in. */
export function literal(value: unknown, depth: number, taken: number): string {
    const line = oneLine(value);
    if (depth * STEP.length + taken + line.length < WIDTH || typeof value !== "object" || value === null) return line;
    const inner = STEP.repeat(depth + 1);
    const end = `\n${STEP.repeat(depth)}`;
    if (Array.isArray(value)) {
        return `[\n${value.map((entry) => `${inner}${literal(entry, depth + 1, 1)},`).join("\n")}${end}]`;
    }
    const rows = Object.entries(value).map(([name, entry]) => {
        const start = `${keyOf(name)}: `;
        return `${inner}${start}${literal(entry, depth + 1, start.length + 1)},`;
    });
    return `{\n${rows.join("\n")}${end}}`;
}

function oneLine(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const rows = Object.entries(value).map(([name, entry]) => `${keyOf(name)}: ${oneLine(entry)}`);
    return rows.length === 0 ? "{}" : `{ ${rows.join(", ")} }`;
}

function keyOf(name: string): string {
    // Any other form would set the prototype.
    if (name === "__proto__") return `["${name}"]`;
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
