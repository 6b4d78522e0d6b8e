import { Fault } from "./fault.mjs";
import { cacheFolder } from "./places.mjs";

const nexts = {
    ENOSPC: "make room on that disk",
    EDQUOT: "make room in your quota",
    EACCES: "make it writable for this user",
    EPERM: "make it writable for this user",
    EROFS: "use a place that can be written",
    ENOTDIR: "move the file that stands where a folder is needed",
};

/** A disk that is full or closed to us is not a bug: gives the Fault for it, and every other error as it is. */
export function asFault(error) {
    const next = nexts[error?.code];
    if (next === undefined || !error.path) {
        return error;
    }
    const variable = process.platform === "win32" ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
    const elsewhere = error.path.startsWith(cacheFolder()) ? ` (or choose another cache with ${variable})` : "";
    return new Fault(
        `${error.path} cannot be written: ${error.code}.`,
        `${next}${elsewhere}, then run the same command again`,
    );
}
