import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Lab } from "../lab/index.js";
import type { PrivateProject } from "./private-project";

/** A run of the CLI that a test can send signals to. */
export interface CliProcess {
    readonly child: ChildProcess;
    /** Everything printed so far. */
    text(): string;
    /** Its exit code, null after a signal. */
    readonly ended: Promise<number | null>;
}

export function startCli(project: PrivateProject, lab: Lab, args: readonly string[]): CliProcess {
    const env = { ...process.env, ...project.environment, EXCHANGE_TLS_PASSWORD: lab.password };
    const child = spawn("pulumi", [...args, "--non-interactive"], { cwd: project.directory, env });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk));
    const ended = once(child, "exit").then(([code]) => code as number | null);
    return { child, text: () => text, ended };
}

export async function runCli(project: PrivateProject, lab: Lab, args: readonly string[]) {
    const cli = startCli(project, lab, args);
    return { code: await cli.ended, text: cli.text() };
}

export interface ProcessSeen {
    readonly pid: number;
    readonly command: string;
}

/** Processes that were started for this project. Linux tells this through /proc. */
export async function processesOf(project: Pick<PrivateProject, "environment">): Promise<readonly ProcessSeen[]> {
    const home = `PULUMI_HOME=${project.environment.PULUMI_HOME}`;
    const found: ProcessSeen[] = [];
    for (const pid of await readdir("/proc")) {
        if (!/^\d+$/.test(pid)) continue;
        try {
            const environment = await readFile(`/proc/${pid}/environ`, "utf8");
            if (!environment.split("\0").includes(home)) continue;
            const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ").trim();
            found.push({ pid: Number(pid), command });
        } catch {
            // The process ended meanwhile.
        }
    }
    return found;
}

/** Provider processes that are still there when `deadlineMs` have passed, asked again and again until there is none. */
export async function providersLeft(
    project: Pick<PrivateProject, "environment">,
    deadlineMs: number,
): Promise<readonly string[]> {
    const end = performance.now() + deadlineMs;
    const look = async () =>
        (await processesOf(project)).map(({ command }) => command).filter((text) => text.includes("dynamic-provider"));
    let left = await look();
    while (left.length > 0 && performance.now() < end) {
        await wait(100);
        left = await look();
    }
    return left;
}

/** Ends what a killed CLI leaves behind that is not ours: its language host. */
export async function killLeftovers(project: PrivateProject): Promise<void> {
    for (const { pid } of await processesOf(project)) process.kill(pid, "SIGKILL");
}
