import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agentText } from "./agent-script";

/** The agent with stubs in place of some functions, in a folder of its own. */
export interface StubbedAgent {
    readonly path: string;
    readonly environment: NodeJS.ProcessEnv;
    /** What the stubs were told, in order. */
    told(): Promise<readonly string[]>;
    remove(): Promise<void>;
}

/** Each stub is the text of a whole function; it finds the file to log to in `$env:STUB_LOG`. */
export async function stubbedAgent(...stubs: readonly string[]): Promise<StubbedAgent> {
    const folder = await mkdtemp(join(tmpdir(), "exchange-tls-"));
    const log = join(folder, "told.txt");
    const path = join(folder, "agent.ps1");
    await writeFile(log, "");
    await writeFile(path, withStubs(...stubs));
    return {
        path,
        environment: { STUB_LOG: log },
        told: async () => (await readFile(log, "utf8")).split(/\r?\n/).filter((line) => line !== ""),
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}

/** The agent's text with the functions of those names, and nothing else, exchanged. */
export function withStubs(...stubs: readonly string[]): string {
    return stubs.reduce((text, stub) => {
        const name = /^function (\S+) \{\n/.exec(stub)?.[1];
        const own = new RegExp(`^function ${name} \\{\\n[\\s\\S]*?^\\}\\n`, "m");
        if (!own.test(text)) throw new Error(`agent.ps1 has no function ${name}`);
        return text.replace(own, () => stub);
    }, agentText);
}
