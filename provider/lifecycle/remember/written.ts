import { randomBytes } from "node:crypto";
import type { FieldValue } from "../../resources/values";
import { fingerprint, matches } from "../../values/secret-fingerprint";

/** What is remembered of a value that cannot be read again: `salt:hash`, which tells nothing of it. */
export function trace(value: FieldValue): string {
    const salt = randomBytes(12).toString("hex");
    return `${salt}:${fingerprint(textOf(value), salt)}`;
}

/** Whether `value` is another one than what was written when `stored` was remembered. */
export function stale(stored: string | undefined, value: FieldValue): boolean {
    return stored === undefined || !matches(stored, textOf(value));
}

function textOf(value: FieldValue): string {
    return JSON.stringify(value);
}
