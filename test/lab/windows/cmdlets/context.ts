import type { Server } from "../../model/server.js";
import type { Switches } from "../../switches.js";
import type { Machine } from "../machine.js";

/** Where a cmdlet of Windows itself runs: beside the Exchange session, for the logon itself. */
export interface LocalContext {
    readonly machine: Machine;
    readonly server: Server;
    readonly switches: Readonly<Switches>;
}
