import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { isNewEnough, minimumVersion } from "./cli-version.mjs";

/** The first folder of a PATH that holds this program. */
export function folderOnPath(program, pathVariable, platform = process.platform) {
    const folders = pathVariable.split(platform === "win32" ? ";" : ":").filter((folder) => folder !== "");
    return folders.find((folder) => holds(folder, program, platform));
}

/** Whether a folder holds a program that this user may run. */
export function holds(folder, program, platform = process.platform) {
    const names = platform === "win32" ? [`${program}.exe`, `${program}.cmd`] : [program];
    return names.some((name) => isExecutable(path.join(folder, name)));
}

/**
 * Goes through the places in order and takes the first with a CLI that is new enough and has its language host, beside
 * it or on PATH. `versionOf` runs the program, so that no folder's name has to be believed.
 */
export async function findCli(places, pathVariable, versionOf, platform = process.platform) {
    const refused = [];
    for (const { place, folder } of places) {
        if (folder === undefined || !holds(folder, "pulumi", platform)) {
            refused.push(`not ${place}`);
            continue;
        }
        const version = ((await versionOf(folder)) ?? "").replace(/^v/, "");
        if (version === "") {
            refused.push(`${place} gives no version`);
        } else if (!isNewEnough(version)) {
            refused.push(`${place} ${version}, older than ${minimumVersion}`);
        } else if (!hasLanguageHost(folder, pathVariable, platform)) {
            refused.push(`${place} without its language host pulumi-language-nodejs`);
        } else {
            return { found: { place, folder, version }, refused };
        }
    }
    return { found: undefined, refused };
}

function hasLanguageHost(folder, pathVariable, platform) {
    const program = "pulumi-language-nodejs";
    return holds(folder, program, platform) || folderOnPath(program, pathVariable, platform) !== undefined;
}

function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}
