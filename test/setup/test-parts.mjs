/**
 * What runs in a mocha of its own, in the order of their beginnings: what starts the real CLI takes longest, and what
 * needs PowerShell takes minutes where there is one.
 */
const PARTS = [
    /\/test\/(?:engine|demo)\//,
    undefined,
    /\/test\/(?:agent|lab)\//,
    /\/test\/examples\//,
    /\/test\/golden\//,
];
const AT_ONCE = 2;

/** The files part by part; those of no part are the one without a pattern. A narrowed run is one part. */
export function partsOf({ files, options }) {
    if (options.length > 0) return [{ files, options }];
    const partOf = (file) => {
        const at = PARTS.findIndex((part) => part?.test(`/${file}`));
        return at < 0 ? PARTS.indexOf(undefined) : at;
    };
    return PARTS.map((_, at) => ({ files: files.filter((file) => partOf(file) === at), options })).filter(
        (part) => part.files.length > 0,
    );
}

/** Runs the parts, a few side by side: whoever is done takes the next one, until `isOver`. */
export async function sideBySide(parts, run, isOver) {
    const results = [];
    const waiting = parts.entries();
    const worker = async () => {
        for (const [at, part] of waiting) {
            if (isOver()) return;
            results[at] = await run(part, at);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return results;
}
