import { Chance } from "../chance.js";
import { HandClock } from "../clock.js";
import { type Preset, type PresetOptions, presetOrganisation } from "../model/presets.js";
import { type Switches, strictSwitches } from "../switches.js";
import type { Arguments } from "./argument.js";
import type { CmdletContext } from "./context.js";
import { type CmdletOutcome, runCmdlet } from "./run.js";

/** The cmdlet core alone, for the lab's own tests. */
export class Bench {
    readonly context: CmdletContext;
    readonly clock = new HandClock();

    constructor(preset: Preset = "single", changes: Partial<Switches> = {}, options: PresetOptions = {}) {
        const chance = new Chance(7);
        const organisation = presetOrganisation(preset, chance, options);
        const [server] = organisation.servers;
        if (server === undefined) throw new Error("no server");
        organisation.clock = this.clock;
        this.context = {
            ...{ organisation, server, chance, clock: this.clock, directoryReachable: true },
            // An Edge server has its shell loaded locally.
            session: server.isEdge ? "local" : "remote",
            switches: { ...strictSwitches(), ...changes },
            runspaceId: chance.guid(),
        };
    }

    get organisation() {
        return this.context.organisation;
    }

    run(cmdlet: string, given: Arguments = {}): CmdletOutcome {
        return runCmdlet(cmdlet, given, this.context);
    }

    /** Short: the exception's name, or `ok`. */
    reason(cmdlet: string, given: Arguments = {}): string {
        return this.run(cmdlet, given).error?.reason ?? "ok";
    }

    /** A receive connector of its own port for one client, with these settings. */
    receive(settings: Arguments = {}): CmdletOutcome {
        const own = { Name: "Relay", Bindings: ["0.0.0.0:2626"], RemoteIPRanges: ["10.0.0.1"] };
        return this.run("New-ReceiveConnector", { ...own, ...settings });
    }

    /** A connector to Fabrikam with these settings. */
    connector(settings: Arguments = {}): CmdletOutcome {
        return this.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], ...settings });
    }
}
