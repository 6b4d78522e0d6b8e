import { runCli } from "../engine/cli-process";
import { configure, type PrivateProject, privateProject } from "../engine/private-project";
import type { Lab } from "../lab/index.js";
import { type Reading, writes } from "../lab/meter.js";
import type { Recipe } from "./recipe";

/** One command of the CLI: its exit code, what it printed, and what it wrote on the server. */
export interface Ran {
    readonly code: number | null;
    readonly text: string;
    readonly reading: Reading;
    /** `New-SendConnector` and the like, in the order in which they arrived. */
    readonly writes: readonly string[];
}

/** An example in a folder, a home and a backend of its own, configured as its user would. */
export class ExampleStack {
    private constructor(
        private readonly project: PrivateProject,
        private readonly lab: Lab,
    ) {}

    static async create(lab: Lab, { example, config }: Pick<Recipe, "example" | "config">): Promise<ExampleStack> {
        const project = await privateProject(example);
        const own = Object.entries(config(lab)).map(([key, value]) => [`${example}:${key}`, value]);
        await configure(project, lab, Object.fromEntries(own));
        const stack = new ExampleStack(project, lab);
        const { code, text } = await stack.run("stack", "init", "test");
        if (code !== 0) throw new Error(text);
        return stack;
    }

    preview = () => this.run("preview", "--diff");
    up = (...flags: readonly string[]) => this.run("up", "--yes", "--skip-preview", ...flags);
    destroy = () => this.run("destroy", "--yes", "--skip-preview");

    /** What the program exports, as JSON. */
    async outputs(): Promise<Record<string, unknown>> {
        const { code, text } = await this.run("stack", "output", "--json");
        if (code !== 0) throw new Error(text);
        return JSON.parse(text);
    }

    remove = () => this.project.remove();

    private async run(...args: readonly string[]): Promise<Ran> {
        const mark = this.lab.meter.mark();
        const { code, text } = await runCli(this.project, this.lab, args);
        const reading = this.lab.meter.since(mark);
        return { code, text, reading, writes: writes(reading).map(({ cmd }) => cmd) };
    }
}
