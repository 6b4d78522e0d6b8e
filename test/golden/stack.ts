import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../engine/cli-process";
import { connectionTo } from "../engine/inline-stack";
import { type PrivateProject, privateEnvironment } from "../engine/private-project";
import type { Lab } from "../lab/index.js";
import { repositoryRoot } from "../repository-root";
import { masked, maskedJson } from "./mask";

/** The golden outputs' program on the real CLI. */
export class GoldenStack {
    private constructor(
        private readonly project: PrivateProject,
        private readonly lab: Lab,
    ) {}

    static async create(lab: Lab): Promise<GoldenStack> {
        const root = repositoryRoot();
        const directory = await mkdtemp(join(tmpdir(), "exchange-tls-"));
        await cp(join(root, "test/golden/program"), directory, { recursive: true });
        await symlink(join(root, "node_modules"), join(directory, "node_modules"), "junction");
        for (const folder of ["home", "state"]) await mkdir(join(directory, folder));
        const environment = { ...privateEnvironment(directory), GOLDEN_CONNECTION: JSON.stringify(connectionTo(lab)) };
        const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
        const stack = new GoldenStack({ directory, environment, remove }, lab);
        await stack.run("", ["stack", "init", "board"]);
        return stack;
    }

    /** One command with the program of a step: what it printed, masked, and its exit code as the last line. */
    async run(step: string, args: readonly string[]): Promise<string> {
        const project = { ...this.project, environment: { ...this.project.environment, GOLDEN_STEP: step } };
        const { code, text } = await runCli(project, this.lab, args);
        const places = new Map([
            [String(this.lab.connection.port), "<port>"],
            [this.project.directory, "<folder>"],
        ]);
        if (!text.startsWith("{")) return `${masked(text, places).trim()}\n\nexit code ${code}\n`;
        return `${maskedJson({ exitCode: code, printed: JSON.parse(text) as object }, places)}\n`;
    }

    async remove(): Promise<void> {
        await this.project.remove();
    }
}
