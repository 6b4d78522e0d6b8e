import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lab } from "../lab/index.js";
import { repositoryRoot } from "../repository-root";

/** A Pulumi project of its own in a temporary folder: nothing of the user's Pulumi is read or touched. */
export interface PrivateProject {
    readonly directory: string;
    /** What the CLI needs to stay in it. */
    readonly environment: Readonly<Record<string, string>>;
    remove(): Promise<void>;
}

/** A copy of the example with the root project's options; packages come from this repository. */
export async function privateProject(example: string): Promise<PrivateProject> {
    const root = repositoryRoot();
    const directory = await mkdtemp(join(tmpdir(), "exchange-tls-"));
    const program = join(root, "examples", example);
    await cp(program, directory, { recursive: true, filter: (source) => !source.includes("node_modules") });
    await writeFile(join(directory, "Pulumi.yaml"), await readFile(join(program, "Pulumi.yaml")));
    await symlink(join(root, "node_modules"), join(directory, "node_modules"), "junction");
    for (const folder of ["home", "state"]) await mkdir(join(directory, folder));
    return {
        directory,
        environment: privateEnvironment(directory),
        remove: () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
    };
}

/** The stack's configuration: how to reach the lab, and whatever else. JSON is YAML; a dozen `pulumi config set` take seconds. */
export function configure(
    { directory }: Pick<PrivateProject, "directory">,
    lab: Lab,
    more: Readonly<Record<string, unknown>> = {},
) {
    const { host, port, username, hostKey } = lab.connection;
    const connection = {
        host,
        port: String(port),
        username,
        hostKey,
        exchangeServer: lab.organisation.servers[0]?.fqdn ?? "",
    };
    const named = Object.entries(connection).map(([key, value]) => [`exchange-tls:${key}`, value]);
    const settings = JSON.stringify({ config: { ...Object.fromEntries(named), ...more } });
    return writeFile(join(directory, "Pulumi.test.yaml"), settings);
}

export function privateEnvironment(directory: string): Record<string, string> {
    return {
        PULUMI_HOME: join(directory, "home"),
        PULUMI_BACKEND_URL: `file://${join(directory, "state")}`,
        // What is missing is not to be had here, and looking for it costs each run a second.
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_CONFIG_PASSPHRASE: "",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        // ts-node checks the types of the whole SDK at every run otherwise.
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
        NO_COLOR: "1",
    };
}
