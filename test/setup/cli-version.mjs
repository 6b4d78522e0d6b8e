/** The version that is obtained where there is none: the one this project was measured with. */
export const wantedVersion = "3.259.0";

/** The oldest that will do: a CLI must not be older than the SDK that package.json pins. */
export const minimumVersion = "3.248.0";

/** The language host stopped being a published Go module after this version; it still serves current CLIs. */
export const languageHostVersion = "3.68.0";

/** Reads `v3.259.0`, `3.260.0-alpha.1` and the like; anything else is undefined. */
export function parseVersion(text) {
    const parts = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text.trim());
    return parts ? parts.slice(1, 4).map(Number) : undefined;
}

/** New enough, and of the same major version: the next one may speak another language. */
export function isNewEnough(text, minimum = minimumVersion) {
    const found = parseVersion(text);
    const least = parseVersion(minimum);
    if (!found || !least || found[0] !== least[0]) {
        return false;
    }
    return found[1] > least[1] || (found[1] === least[1] && found[2] >= least[2]);
}
