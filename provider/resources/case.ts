import type { CmdletCall, WireObject } from "../session/frames";
import type { Release } from "./release";
import type { FieldValues } from "./values";

/** One Exchange server as Get-ExchangeServer shows it. */
export interface ExchangeServer {
    /** Short name, upper case: the canonical form of the value type `server-name`. */
    readonly name: string;
    /** Lower case. */
    readonly fqdn: string;
    /** AdminDisplayVersion as it stands there. */
    readonly version: string;
    /** Undefined for a version that this package does not know. */
    readonly release: Release | undefined;
    readonly isEdge: boolean;
    /** Has the transport service: Mailbox or Hub role. */
    readonly isHub: boolean;
    /** Has the front-end transport service (2013 and later). */
    readonly isFrontend: boolean;
    /** Last part of the site's path; null on Edge servers and where it is not shown. */
    readonly site: string | null;
}

/** Another object of the organisation, as it will be after this run: live, overlaid with what the program declares. */
export interface Neighbour {
    readonly name: string;
    /** Short name, upper case; undefined for an organisation-wide object. */
    readonly server: string | undefined;
    readonly values: FieldValues;
    /** Whether a resource of this run declares it. */
    readonly declared: boolean;
}

/** Everything around one object that rules may ask. Each answer that cannot be had throws `NotChecked`. */
export interface Around {
    /** The server whose cmdlets answer. */
    readonly session: ExchangeServer;
    readonly servers: readonly ExchangeServer[];
    /** All other objects of a kind, e.g. `ReceiveConnector`; never the object itself. */
    neighbours(type: string): readonly Neighbour[];
    /** What an auxiliary `Get-` call answers; read once per run, together with the other facts that are wanted. */
    fact(call: CmdletCall): readonly WireObject[];
    /** Addresses that the connection names as the organisation's: `exchange.serverAddresses`, `exchange.loadBalancers`. */
    readonly addresses: { readonly servers: readonly string[]; readonly loadBalancers: readonly string[] };
}

/** One object before a change: what the rules judge. */
export interface Case {
    readonly name: string;
    /** Short name, upper case; undefined for an organisation-wide object. */
    readonly server: string | undefined;
    readonly action: "create" | "change" | "none";
    /** As it would be: live overlaid with what is declared and with what goes along. */
    readonly values: FieldValues;
    /** As it is; undefined for a new one. */
    readonly live: FieldValues | undefined;
    /** Properties of the live object in the server's own texts, also where a value type leaves something out. */
    readonly wire: WireObject | undefined;
    /** What the program says. */
    readonly declared: FieldValues;
    readonly builtIn: boolean;
    readonly around: Around;
}
