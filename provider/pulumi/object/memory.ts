import type { Bookkeeping } from "../../lifecycle/remember/bookkeeping";
import type { ConnectionSettings } from "../../session/connection-settings";
import { Arrivals } from "../run/arrivals";

/** What one process has seen of the run: the engine calls for each resource apart, and does not say what came before. */
export class Memory {
    /** Resources whose inputs were checked in this process: only then are a diff's roles known not to be swapped. */
    readonly checked = new Set<string>();
    /** Resources that exist for the engine: a replacement's second check looks like that of a new resource. */
    readonly existing = new Set<string>();
    /** Of resources that a refresh compared, until the program's inputs are: `--replace` checks them as if they were new. */
    readonly refreshed = new Map<string, { readonly id: string; readonly kept: Bookkeeping }>();
    readonly arrivals = new Arrivals();
    /** URNs before and after a rename by alias: outputs hold the old one until the next update. */
    readonly renamed = new Map<string, string>();
    /** Connections of this run's program: newer than those in the state. */
    readonly connections = new Map<string, ConnectionSettings>();
}
