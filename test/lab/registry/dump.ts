import { alphabetical } from "./fold.js";
import type { Key } from "./key.js";
import { textOf } from "./text-of.js";

/** A key and all below it as lines, the same for the same content: keys, values by name, kind and data; no times. */
export function dump(path: string, key: Key | undefined): string {
    if (key === undefined) return `[HKLM\\${path}] absent\n`;
    const values = [...key.values()].sort((a, b) => alphabetical(a.name, b.name));
    const own = values.map((value) => `${JSON.stringify(value.name)} ${textOf(value)}\n`);
    const below = key.subKeys().map((one) => dump(`${path}\\${one.name}`, one));
    return [`[HKLM\\${path}]\n`, ...own, ...below].join("");
}
