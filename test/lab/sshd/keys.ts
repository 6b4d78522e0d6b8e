import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { utils } from "ssh2";
import type { Places } from "./places.js";

const run = promisify(execFile);

export interface KeyFiles {
    readonly hostKey: string;
    /** `SHA256:…` */
    readonly fingerprint: string;
    readonly clientKey: string;
    readonly authorizedKeys: string;
}

/** A fresh host key by OpenSSH's own tool, and the client's key where sshd looks for it. */
export async function writeKeys(places: Places, clientKey: string): Promise<KeyFiles> {
    const hostKey = places.file("host-key");
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "lab", "-f", hostKey], { timeout: 10_000 });
    const [, blob = ""] = (await readFile(`${hostKey}.pub`, "utf8")).split(" ");
    const hash = createHash("sha256").update(Buffer.from(blob, "base64")).digest("base64");
    const parsed = utils.parseKey(clientKey);
    if (parsed instanceof Error) throw parsed;
    const files = { hostKey, clientKey: places.file("client-key"), authorizedKeys: places.file("authorized-keys") };
    await writeFile(files.clientKey, clientKey, { mode: 0o600 });
    const line = `${parsed.type} ${parsed.getPublicSSH().toString("base64")} lab\n`;
    await writeFile(files.authorizedKeys, line, { mode: 0o600 });
    return { ...files, fingerprint: `SHA256:${hash.replace(/=+$/, "")}` };
}
