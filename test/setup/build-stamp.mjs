import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const stampOf = (checkout) => path.join(checkout, "dist", ".set-up.json");

/** Everything that decides what the compiler writes. */
export function fingerprint(checkout, sources) {
    const hash = createHash("sha256");
    for (const file of [...sources, "tsconfig.json", "package.json", "package-lock.json"]) {
        hash.update(`${file}\0`).update(readFileSync(path.join(checkout, file)));
    }
    return hash.digest("hex");
}

/** Whether `dist` was built by set-up from exactly these sources, and by nobody else since. */
export function hasBuildStamp(checkout, print) {
    try {
        return readFileSync(stampOf(checkout), "utf8") === stamp(checkout, print);
    } catch {
        return false;
    }
}

/** Takes the fingerprint from before the compilation: an edit meanwhile then counts as not yet compiled. */
export function stampBuild(checkout, print) {
    writeFileSync(stampOf(checkout), stamp(checkout, print));
}

function stamp(checkout, print) {
    // A `tsc` by hand in between rewrites the compiler's notes: then `dist` may come from other sources than these.
    const notes = statSync(path.join(checkout, "dist", ".tsbuildinfo"));
    return JSON.stringify({ sources: print, notes: notes.mtimeMs });
}
