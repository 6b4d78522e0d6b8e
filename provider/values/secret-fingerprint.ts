import { createHash } from "node:crypto";
import type { Canonical } from "./value-type";

/** SHA-256 of `salt` and a canonical value, in hex: tells whether a secret changed without keeping it. */
export function fingerprint(canonical: Canonical, salt: string): string {
    return createHash("sha256").update(salt).update(String(canonical)).digest("hex");
}

/** Whether `stored`, a salt and a fingerprint as `salt:hex`, was made from this value. */
export function matches(stored: string, canonical: Canonical): boolean {
    const colon = stored.lastIndexOf(":");
    return colon >= 0 && fingerprint(canonical, stored.slice(0, colon)) === stored.slice(colon + 1);
}
