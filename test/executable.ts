import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The first executable file of this name in the folders of PATH, then in `more`. */
export function executable(name: string, more: readonly string[] = []): string | undefined {
    const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
    return [...onPath, ...more].map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
