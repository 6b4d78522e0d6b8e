import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const stampOf = (checkout) => path.join(checkout, "node_modules", ".set-up.json");

/** Why the dependencies have to be installed; undefined when they are complete and belong to the lock file. */
export function whyInstall(checkout) {
    const stamp = read(stampOf(checkout));
    if (stamp) {
        return stamp.lock === lockHash(checkout) ? undefined : "package-lock.json has changed";
    }
    const installed = read(path.join(checkout, "node_modules", ".package-lock.json"));
    if (!installed) {
        return "node_modules is missing or only half there";
    }
    return npmAgrees(checkout, installed) ? undefined : "node_modules does not belong to package-lock.json";
}

/** Written last, after success: an install that was cut short leaves no stamp and is done again. */
export function stampDependencies(checkout) {
    writeFileSync(stampOf(checkout), JSON.stringify({ lock: lockHash(checkout) }));
}

function lockHash(checkout) {
    return createHash("sha256")
        .update(readFileSync(path.join(checkout, "package-lock.json")))
        .digest("hex");
}

/** npm writes its own record at the very end too, so an `npm install` by hand counts when it fits the lock file. */
function npmAgrees(checkout, installed) {
    const wanted = read(path.join(checkout, "package-lock.json"))?.packages ?? {};
    return Object.entries(wanted).every(([where, { version, optional }]) => {
        const found = installed.packages?.[where];
        return where === "" || (found ? found.version === version : optional === true || !isInstallPath(where));
    });
}

/** Workspace folders stand in the lock file under their own path, their links under node_modules. */
function isInstallPath(where) {
    return where.startsWith("node_modules/");
}

function read(file) {
    try {
        return JSON.parse(readFileSync(file, "utf8"));
    } catch {
        return undefined;
    }
}
