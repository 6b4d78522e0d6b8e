import { writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { powerShell } from "../../agent/power-shell.js";
import { type Lab, type LabConnection, type LabOptions, startLab } from "../lab.js";
import { CmdletService } from "./cmdlet-service.js";
import { sshdPath } from "./find-sshd.js";
import { writeKeys } from "./keys.js";
import { moduleText } from "./module.js";
import { Places } from "./places.js";
import { powerShellProgram } from "./power-shell-program.js";
import { SshdServer } from "./server.js";
import { Speaker } from "./speaker.js";
import { writeWrapper } from "./wrapper.js";

/** What answers the frames behind `powershell.exe`. */
export type Answerer = "pwsh" | "speaker";

export interface SshdLabOptions extends LabOptions {
    /** The real PowerShell where there is one, when absent. */
    readonly answerer?: Answerer;
}

/** How to reach the lab through sshd, as plain data. */
export interface SshdConnection extends LabConnection {
    readonly privateKeyFile: string;
    readonly exchange: { readonly kind: "module"; readonly modulePath: string } | { readonly server: string };
}

/** Front B of a lab: the same organisation, console and meter behind OpenSSH's own server. */
export interface SshdFront {
    readonly connection: SshdConnection;
    readonly answerer: Answerer;
    readonly server: SshdServer;
    readonly places: Places;
}

export interface SshdLab extends Lab {
    readonly sshd: SshdFront;
}

/** Starts a lab with both fronts; stopping it ends every process and removes every file. */
export async function startSshdLab(options: SshdLabOptions): Promise<SshdLab> {
    const { answerer = powerShell === undefined ? "speaker" : "pwsh" } = options;
    if (sshdPath === undefined) throw new Error("There is no sshd on this machine.");
    // sshd checks no password here, and a key's lack of network credentials is front A's subject.
    const lab = await startLab({ ...options, switches: { keyLogonReachesDirectory: true, ...options.switches } });
    const undo: (() => Promise<unknown>)[] = [() => lab.stop()];
    const stop = async () => {
        for (const step of undo.splice(0).reverse()) await step();
    };
    try {
        const { parts } = lab;
        const places = await Places.make();
        undo.push(() => places.remove());
        const keys = await writeKeys(places, lab.clientKey);
        const modulePath = places.file("LabExchange.psm1");
        let server: SshdServer | undefined;
        if (answerer === "pwsh") {
            const service = new CmdletService(parts);
            undo.push(() => service.stop());
            const text = moduleText(parts.server.product, parts.switches, await service.start());
            await writeFile(modulePath, text, { mode: 0o600 });
            await writeWrapper(places, powerShellProgram(powerShell ?? "pwsh"));
        } else {
            const speaker = new Speaker(parts, places, (pid) => server?.sessions.cut(pid));
            undo.push(() => speaker.stop());
            await writeWrapper(places, await speaker.start());
        }
        server = await SshdServer.start(sshdPath, parts, places, keys);
        const running = server;
        undo.push(() => running.stop());
        const connection = {
            host: "127.0.0.1",
            port: running.port,
            username: userInfo().username,
            hostKey: keys.fingerprint,
            privateKeyFile: keys.clientKey,
            exchange: answerer === "pwsh" ? { kind: "module" as const, modulePath } : { server: parts.server.fqdn },
        };
        return { ...lab, sshd: { connection, answerer, server: running, places }, stop };
    } catch (cause) {
        await stop();
        throw cause;
    }
}
