import { createHash, randomBytes } from "node:crypto";

import { DeliveryError, wordsOf } from "../errors";
import { isDenied, type RemoteFiles } from "./remote-files";

/** The agent's bytes and their name. */
export interface AgentSource {
    readonly bytes: Buffer;
    /** SHA-256, lower-case hex. */
    readonly hash: string;
}

export function agentSource(bytes: Buffer): AgentSource {
    return { bytes, hash: hashOf(bytes) };
}

/** Puts the agent into `directory` unless it is there already, and returns its path. */
export async function deliver(
    files: RemoteFiles,
    server: string,
    directory: string,
    source: AgentSource,
): Promise<string> {
    const target = `${directory}/agent-${source.hash}.ps1`;
    try {
        if (!(await holds(files, target, source))) {
            await makeDirectory(files, directory);
            await put(files, target, source);
            if (!(await holds(files, target, source))) {
                throw new Error(`what was written to ${target} is not what is there now`);
            }
        }
        return target;
    } catch (cause) {
        throw new DeliveryError({
            server,
            step: `writing the agent to ${directory}`,
            answer: isDenied(cause) ? `access was denied (${wordsOf(cause)})` : wordsOf(cause),
            hint: "Log on with an account that may write there, name another agentDirectory, or install the agent and name it in agentPath",
            cause,
        });
    }
}

/** Checks that the agent which somebody installed at `path` is ours. */
export async function checkInstalled(
    files: RemoteFiles,
    server: string,
    path: string,
    source: AgentSource,
): Promise<string> {
    const found = await describeInstalled(files, path, source);
    if (found === undefined) {
        return path;
    }
    throw new DeliveryError({
        server,
        step: `checking the installed agent ${path}`,
        answer: found,
        hint: `Install the agent of this version there (SHA-256 ${source.hash}), or take agentPath out of the connection`,
    });
}

async function describeInstalled(files: RemoteFiles, path: string, source: AgentSource): Promise<string | undefined> {
    try {
        if ((await files.size(path)) === undefined) {
            return "there is no such file";
        }
        const hash = hashOf(await files.read(path));
        return hash === source.hash ? undefined : `its SHA-256 is ${hash}`;
    } catch (cause) {
        return `it cannot be read: ${wordsOf(cause)}`;
    }
}

async function holds(files: RemoteFiles, path: string, source: AgentSource): Promise<boolean> {
    return (await files.size(path)) === source.bytes.length && hashOf(await files.read(path)) === source.hash;
}

/** Under another name first: nobody may ever start half a script. */
async function put(files: RemoteFiles, target: string, source: AgentSource): Promise<void> {
    const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
    try {
        await files.write(temporary, source.bytes);
        await moveTo(files, temporary, target, source);
    } catch (cause) {
        await files.remove(temporary).catch(() => undefined);
        throw cause;
    }
}

async function moveTo(files: RemoteFiles, temporary: string, target: string, source: AgentSource): Promise<void> {
    try {
        await files.rename(temporary, target);
    } catch (cause) {
        // Windows does not rename over a file. Either somebody else was faster, or what is there is damaged.
        if ((await files.size(target)) === undefined) {
            throw cause;
        }
        if (await holds(files, target, source)) {
            await files.remove(temporary);
            return;
        }
        await files.remove(target);
        await files.rename(temporary, target);
    }
}

async function makeDirectory(files: RemoteFiles, directory: string): Promise<void> {
    if ((await files.size(directory)) !== undefined) {
        return;
    }
    const names = directory.split("/");
    let refusal: unknown;
    for (let count = 1; count <= names.length; count++) {
        const path = names.slice(0, count).join("/");
        // Neither the root nor a drive is made.
        if (path !== "" && !path.endsWith(":") && names[count - 1] !== "") {
            await files.makeDirectory(path).catch((cause: unknown) => {
                refusal = cause;
            });
        }
    }
    if ((await files.size(directory)) === undefined) {
        throw refusal;
    }
}

function hashOf(bytes: Buffer): string {
    return createHash("sha256").update(bytes).digest("hex");
}
