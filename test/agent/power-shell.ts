import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

function find(): string | undefined {
    if (process.env.PWSH) {
        return process.env.PWSH;
    }
    const name = process.platform === "win32" ? "pwsh.exe" : "pwsh";
    const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
    return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** A real PowerShell, `$PWSH` or the one on the PATH; undefined where there is none. */
export const powerShell = find();
