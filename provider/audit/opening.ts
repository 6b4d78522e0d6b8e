import { accessSync, constants, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { codeOf } from "../errors";
import { wordsOf } from "../session/errors";

/** What to do about an audit log that cannot be opened. */
export function remedyOf(cause: unknown): string {
    return codeOf(cause) === "ENOENT" ? "Make its folder" : "Make the file writable";
}

/** What a preview says of an audit log that could not be opened; it is neither opened nor made. Undefined: nothing. */
export function unopenable(file: string | undefined): string | undefined {
    if (file === undefined) return undefined;
    const path = resolve(file);
    try {
        accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
        return undefined;
    } catch (cause) {
        return `pulumi up would be refused now: the audit log ${file} cannot be opened: ${wordsOf(cause)}. ${remedyOf(cause)}`;
    }
}
