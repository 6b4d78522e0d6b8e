import { fold } from "./fold.js";
import type { Key } from "./key.js";
import { type Registry, segmentsOf } from "./registry.js";

/** What a drive's path becomes before the provider sees it: `/` and `\` are the same (sheet 12). */
export function normalised(path: string): string {
    const below = path.replace(/^(?:HKLM:|Registry::HKEY_LOCAL_MACHINE|HKEY_LOCAL_MACHINE)/i, "");
    return segmentsOf(below.replaceAll("/", "\\")).join("\\");
}

/**
 * The key that a path leads to: the literal one, else the one reached by walking down and taking, at each step, the
 * first sub-key whose name with its own `/` turned into `\` begins the rest. The walk never turns back.
 */
export function keyAt(registry: Registry, path: string): Key | undefined {
    const literal = registry.find(path);
    if (literal !== undefined) return literal;
    let rest = fold(path);
    let key: Key | undefined = registry.root;
    while (key !== undefined && rest !== "") {
        const next: Key | undefined = key.subKeys().find(({ name }) => `${rest}\\`.startsWith(`${walked(name)}\\`));
        if (next !== undefined) rest = rest.slice(walked(next.name).length + 1);
        key = next;
    }
    return key;
}

function walked(name: string): string {
    return fold(name.replaceAll("/", "\\"));
}
