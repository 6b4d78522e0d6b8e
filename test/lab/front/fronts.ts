import { createHash } from "node:crypto";
import type { ParsedKey } from "ssh2";
import type { Server } from "../model/server.js";
import type { LabParts } from "../parts.js";
import { sameText } from "../values/same-text.js";
import { EmbeddedFront } from "./embedded.js";
import { FileTree } from "./file-tree.js";
import { newKey } from "./key.js";

/** One server's own SSH port, host key and disk. */
export interface ServerFront {
    readonly server: Server;
    readonly embedded: EmbeddedFront;
    readonly files: FileTree;
    /** `SHA256:…` */
    readonly hostKey: string;
}

/** Front A of every server, each made when first asked for. All share meter, faults and the client's key. */
export class Fronts {
    private readonly made: ServerFront[] = [];

    constructor(
        private readonly parts: () => LabParts,
        private readonly clientKey: ParsedKey,
    ) {}

    /** Of the server with this short name or FQDN; `port` 0: any free one. */
    async of(named: string, port = 0): Promise<ServerFront> {
        const front = this.known(named);
        await front.embedded.listen(port);
        return front;
    }

    /** Without listening yet. */
    known(named: string): ServerFront {
        const { organisation } = this.parts();
        const server = organisation.servers.find(({ name, fqdn }) => sameText(name, named) || sameText(fqdn, named));
        if (server === undefined) throw new Error(`There is no server ${named}.`);
        const known = this.made.find((one) => one.server === server);
        if (known !== undefined) return known;
        const front = this.make(server);
        this.made.push(front);
        return front;
    }

    async deafen(): Promise<void> {
        for (const { embedded } of this.listening()) await embedded.deafen();
    }

    async listenAgain(): Promise<void> {
        for (const { embedded } of this.listening()) await embedded.listen(embedded.port);
    }

    async stop(): Promise<void> {
        for (const { embedded } of this.made) await embedded.stop();
    }

    private listening(): readonly ServerFront[] {
        return this.made.filter(({ embedded }) => embedded.port !== 0);
    }

    private make(server: Server): ServerFront {
        const { user, clock } = this.parts();
        const key = newKey();
        const otherHostKey = newKey().text;
        const tree = new FileTree(`C:/Users/${user}`, () => clock.now());
        const { clientKey } = this;
        const embedded = new EmbeddedFront(() => ({
            parts: { ...this.parts(), server },
            ...{ tree, hostKey: key.text, otherHostKey, clientKey },
        }));
        return { server, embedded, files: tree, hostKey: fingerprint(key.parsed) };
    }
}

function fingerprint(key: ParsedKey): string {
    const hash = createHash("sha256").update(key.getPublicSSH()).digest("base64");
    return `SHA256:${hash.replace(/=+$/, "")}`;
}
