import { resolve } from "node:path";
import type { Program } from "./wrapper.js";

/** What PowerShell on this machine may need to start at all; sshd hands down nothing of it. */
const KEPT = /^(?:DOTNET_\w+|COMPlus_\w+|POWERSHELL_\w+|LD_LIBRARY_PATH|LANG|LC_ALL|PATH)$/;

/** The real PowerShell, kept from the network and from writing anywhere but below its HOME. */
export function powerShellProgram(pwsh: string): Program {
    const kept = Object.entries(process.env).flatMap(([name, value]) =>
        KEPT.test(name) && value !== undefined ? [[name, value] as const] : [],
    );
    const environment = {
        ...Object.fromEntries(kept),
        // With a terminal's name .NET may write its key codes to stdout, even when that is a pipe.
        TERM: "dumb",
        POWERSHELL_TELEMETRY_OPTOUT: "1",
        POWERSHELL_UPDATECHECK: "Off",
    };
    // The wrapper starts it from another folder.
    const command = [pwsh.includes("/") ? resolve(pwsh) : pwsh];
    return { command, environment, alias: true };
}
