import { scryptSync } from "node:crypto";
import type { Canonical } from "./value-type";

/**
 * A slow hash of `salt` and a canonical value, in hex: tells whether a secret changed without keeping it, and is of no
 * use for guessing a weak one.
 */
export function fingerprint(canonical: Canonical, salt: string): string {
    return scryptSync(String(canonical), salt, 32).toString("hex");
}

/** Whether `stored`, a salt and a fingerprint as `salt:hex`, was made from this value. */
export function matches(stored: string, canonical: Canonical): boolean {
    const colon = stored.lastIndexOf(":");
    return colon >= 0 && fingerprint(canonical, stored.slice(0, colon)) === stored.slice(colon + 1);
}
