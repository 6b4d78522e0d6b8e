import { createHash, timingSafeEqual } from "node:crypto";

/** `SHA256:` + base64 without padding, as `ssh-keygen -lf` prints it. */
export function fingerprintOf(key: Buffer): string {
    return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}

/** Compares with every expected fingerprint, whichever matches. */
export function isExpected(offered: string, expected: readonly string[]): boolean {
    let found = false;
    for (const one of expected) {
        const same = one.length === offered.length && timingSafeEqual(Buffer.from(one), Buffer.from(offered));
        found = same || found;
    }
    return found;
}
