import type { Around } from "../case";
import { NotChecked } from "../rule";
import type { Certificate } from "./certificate";
import { CERTIFICATE_PROPERTIES, certificateOf } from "./rows";

/** The certificates of one server, or why they are not known. */
export type Reading =
    | { readonly server: string; readonly certificates: readonly Certificate[] }
    | { readonly server: string; readonly missing: NotChecked };

/**
 * Reads every server before the first missing answer is told: one exchange then answers for all of them, and one server
 * that cannot be read does not hide the others.
 */
export function certificatesOn(around: Around, servers: readonly string[]): readonly Reading[] {
    return servers.map((server) => {
        try {
            const call = { cmd: "Get-ExchangeCertificate", par: { Server: server }, sel: CERTIFICATE_PROPERTIES };
            return { server, certificates: around.fact(call).map((row) => certificateOf(server, row)) };
        } catch (error) {
            if (!(error instanceof NotChecked)) throw error;
            return { server, missing: error };
        }
    });
}
