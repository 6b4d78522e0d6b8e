import { executable } from "../executable";

/** A real PowerShell, `$PWSH` or the one on the PATH; undefined where there is none. */
export const powerShell = process.env.PWSH || executable(process.platform === "win32" ? "pwsh.exe" : "pwsh");
