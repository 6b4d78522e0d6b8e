import type { Kind } from "../kind";

/**
 * Section 6 of the reference sheet demands one thing in the same call: BINARYMIME cannot outlive CHUNKING (R13). All
 * else that may contradict a change is a decision about security (R4: give up requireTls, or offer Tls?), so it is
 * the program's to say, and the rule's to ask for.
 */
export const companions: Kind["companions"] = ({ wanted, declared, merged }) => {
    const orphan = wanted.chunkingEnabled === false && merged.binaryMimeEnabled === true;
    return orphan && !("binaryMimeEnabled" in declared) ? { binaryMimeEnabled: false } : {};
};
