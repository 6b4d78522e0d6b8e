import { homedir } from "node:os";
import path from "node:path";
import { findCli, folderOnPath } from "./cli-places.mjs";
import { cacheName, obtainInto } from "./cli-sources.mjs";
import { wantedVersion } from "./cli-version.mjs";
import { placeDynamicPlugin } from "./dynamic-plugin.mjs";
import { Fault } from "./fault.mjs";
import { installHint } from "./install-hint.mjs";
import { alone } from "./mutual-exclusion.mjs";
import { cacheFolder } from "./places.mjs";
import { reportedVersion } from "./reported-version.mjs";
import { say } from "./say.mjs";

/** Finds the Pulumi CLI, or obtains it into the cache: { place, folder, version }. */
export async function obtainCli() {
    const cached = path.join(cacheFolder(), cacheName());
    const found = await findOrObtain(cached);
    if (found.folder.startsWith(cached)) {
        placeDynamicPlugin(found.folder);
    }
    return found;
}

async function findOrObtain(cached) {
    const first = await look(cached);
    if (first.found) {
        return first.found;
    }
    say(`Pulumi CLI: ${first.refused.join("; ")}. Obtains ${wantedVersion} into ${cached}, for all checkouts.`);
    return alone(`${cached}.lock`, "Obtaining the Pulumi CLI", async () => {
        // Another run may have done it while this one waited.
        const second = await look(cached);
        if (second.found) {
            return second.found;
        }
        const tried = await obtainInto(cached);
        const last = await look(cached);
        if (last.found) {
            return last.found;
        }
        throw new Fault(
            `There is no Pulumi CLI, and none could be obtained:\n    ${tried.join("\n    ")}`,
            installHint(),
        );
    });
}

function look(cached) {
    const pathVariable = process.env.PATH ?? "";
    const places = [
        { place: "on PATH", folder: folderOnPath("pulumi", pathVariable) },
        { place: "in ~/.pulumi/bin", folder: path.join(homedir(), ".pulumi", "bin") },
        { place: "in the cache", folder: path.join(cached, "bin") },
    ];
    return findCli(places, pathVariable, reportedVersion);
}
