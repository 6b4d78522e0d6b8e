import { createHash } from "node:crypto";
import type { WireValue } from "../../session/frames";

/** What identifies the resource that creates an object, so that a run which was killed recognises its own work. */
export interface Origin {
    readonly organization: string;
    /** Holds stack, project and resource name. */
    readonly urn: string;
    /** Exchange server for a per-server object, empty for an organisation-wide one. */
    readonly server: string;
    readonly name: string;
}

const MARK = / ?\[pulumi ([0-9a-f]{12})\]$/;

/** Twelve hex digits that tell no names and do not match for a copied connector. */
export function markFor({ organization, urn, server, name }: Origin): string {
    const text = JSON.stringify([organization, urn, server.toLowerCase(), name.toLowerCase()]);
    return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

export function withMark(comment: string | null, mark: string | undefined): string | null {
    if (mark === undefined) return comment;
    return `${comment === null ? "" : `${comment} `}[pulumi ${mark}]`;
}

export function splitMark(comment: WireValue | undefined): { text: WireValue | undefined; mark: string | undefined } {
    const mark = typeof comment === "string" ? MARK.exec(comment)?.[1] : undefined;
    return { text: mark === undefined ? comment : String(comment).replace(MARK, ""), mark };
}
