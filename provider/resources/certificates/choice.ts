import type { Case } from "../case";
import { isList } from "../values";
import { type Certificate, nameOf } from "./certificate";
import { flawsOf } from "./validity";

/** What a connector asks for: the certificate of that name, or any that carries that host name. */
export type Wanted = { readonly by: "name" | "fqdn"; readonly text: string };

/** What Exchange finds in one server's store. */
export interface Choice {
    /** The one that it takes: of several good ones, the one with the longest remaining life. */
    readonly chosen: Certificate | undefined;
    /** All with the name that is asked for, good or not, longest life first. */
    readonly matching: readonly Certificate[];
}

/** Whether TLS of this connector depends on a certificate that the program has a say in. Only then one is looked for. */
export function certificateMatters({ declared, values, server }: Case): boolean {
    const { authMechanism } = values;
    const noStartTls =
        values.ignoreStartTls === true ||
        values.forceHelo === true ||
        (isList(authMechanism) && !authMechanism.includes("Tls"));
    const said =
        typeof declared.tlsCertificateName === "string" ||
        typeof declared.fqdn === "string" ||
        declared.domainSecureEnabled === true ||
        // Only who is connected to must have one to demand TLS; who connects needs none.
        (declared.requireTls === true && server !== undefined);
    return said && values.enabled !== false && !noStartTls;
}

/** What the connector asks the server for; undefined where the server and so its FQDN is not known. */
export function wantedOn({ values, around }: Case, server: string): Wanted | undefined {
    const { tlsCertificateName, fqdn } = values;
    if (typeof tlsCertificateName === "string") return { by: "name", text: tlsCertificateName };
    const name = typeof fqdn === "string" ? fqdn : around.servers.find((one) => one.name === server)?.fqdn;
    return name === undefined ? undefined : { by: "fqdn", text: name };
}

export function choose(certificates: readonly Certificate[], wanted: Wanted, now: number): Choice {
    const fits = (one: Certificate) =>
        wanted.by === "name" ? nameOf(one) === wanted.text : covers(one.domains, wanted.text);
    const matching = certificates.filter(fits).toSorted((a, b) => b.notAfter - a.notAfter);
    return { chosen: matching.find((one) => flawsOf(one, now).length === 0), matching };
}

/** A wildcard stands for exactly one label. */
function covers(domains: readonly string[], name: string): boolean {
    return domains.includes(name) || domains.includes(name.replace(/^[^.]+/, "*"));
}
