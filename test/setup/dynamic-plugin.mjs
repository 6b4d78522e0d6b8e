import { copyFileSync, existsSync, renameSync } from "node:fs";
import path from "node:path";
import { sdkFolder } from "./places.mjs";

const names = ["pulumi-resource-pulumi-nodejs", "pulumi-resource-pulumi-nodejs.cmd"];

/** Whether the CLI finds the plugin that runs dynamic providers beside itself, as in an official installation. */
export function hasDynamicPlugin(folder) {
    return names.some((name) => existsSync(path.join(folder, name)));
}

/**
 * Puts the SDK's plugin beside the CLI that was built here: from elsewhere on PATH the engine warns of it at each
 * command. The script is the same in every SDK: it starts whatever @pulumi/pulumi the program has.
 */
export function placeDynamicPlugin(folder) {
    if (hasDynamicPlugin(folder)) {
        return;
    }
    for (const name of names.filter((one) => existsSync(path.join(sdkFolder, one)))) {
        const target = path.join(folder, name);
        const partial = `${target}.${process.pid}`;
        copyFileSync(path.join(sdkFolder, name), partial);
        renameSync(partial, target);
    }
}
