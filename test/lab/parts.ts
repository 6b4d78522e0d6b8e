import type { Chance } from "./chance.js";
import type { Clock } from "./clock.js";
import type { Faults } from "./faults.js";
import type { Meter } from "./meter.js";
import type { Organisation } from "./model/organisation.js";
import type { Server } from "./model/server.js";
import type { Switches } from "./switches.js";
import type { Transcript } from "./transcript.js";

/** What every front of one lab works on. */
export interface LabParts {
    readonly organisation: Organisation;
    /** The server whose SSH port this is. */
    readonly server: Server;
    readonly user: string;
    readonly password: string;
    readonly clock: Clock;
    readonly chance: Chance;
    readonly switches: Switches;
    readonly meter: Meter;
    readonly faults: Faults;
    readonly transcript: Transcript;
}
