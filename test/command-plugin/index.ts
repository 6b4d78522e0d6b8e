import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { executable } from "../executable";
import { repositoryRoot } from "../repository-root";
import { load } from "../setup/script-modules";

/** The version of `@pulumi/command` that package.json pins, and so of its plugin. */
export const COMMAND_VERSION = "1.2.1";

const NAME = "pulumi-resource-command";
const FOLDER = `resource-command-v${COMMAND_VERSION}`;
/** Without internet the installation fails within 3 s; a download of 20 MB may take a while. */
const INSTALL_MS = 60_000;

/** Where the plugin comes from, and what makes the engine find it. */
export interface CommandPlugin {
    readonly standIn: boolean;
    /** What a run needs in its environment; `home` is a folder of the test's own that it may use as PULUMI_HOME. */
    environment(home: string): Promise<Readonly<Record<string, string>>>;
}

let found: Promise<CommandPlugin> | undefined;

/** The real plugin, or where that cannot be had the stand-in, which says so. Looked for once in a process. */
export function commandPlugin(): Promise<CommandPlugin> {
    found ??= find();
    return found;
}

async function find(): Promise<CommandPlugin> {
    const { cacheFolder } = await load("places");
    const cache = join(cacheFolder(process.platform, process.env, homedir()), "plugins");
    const homes = [process.env.PULUMI_HOME ?? join(homedir(), ".pulumi"), cache];
    const present = () => homes.map((home) => join(home, "plugins", FOLDER)).find((folder) => existsSync(folder));
    if (present() === undefined && executable(NAME) === undefined) await install(cache);
    const folder = present();
    if (folder !== undefined) return installed(folder);
    if (executable(NAME) !== undefined) return { standIn: false, environment: async () => ({}) };
    console.log(
        `\n    !!! The plugin "command" ${COMMAND_VERSION} is not installed and could not be downloaded: these tests run\n` +
            "    !!! against a stand-in of ours. Next: pulumi plugin install resource command 1.2.1\n",
    );
    const bin = join(repositoryRoot(), "test", "command-plugin", "bin");
    return { standIn: true, environment: async () => ({ PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` }) };
}

/** A private PULUMI_HOME sees the plugin through a link. */
function installed(folder: string): CommandPlugin {
    return {
        standIn: false,
        async environment(home) {
            await mkdir(join(home, "plugins"), { recursive: true });
            await symlink(folder, join(home, "plugins", FOLDER), "junction");
            return { PULUMI_HOME: home };
        },
    };
}

/** Quietly: when it fails, the stand-in speaks. */
async function install(home: string): Promise<void> {
    const env = { ...process.env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const args = ["plugin", "install", "resource", "command", COMMAND_VERSION];
    await promisify(execFile)("pulumi", args, { env, timeout: INSTALL_MS }).catch(() => undefined);
}
