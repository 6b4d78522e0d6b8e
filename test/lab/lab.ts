import { Chance } from "./chance.js";
import { type Clock, realClock } from "./clock.js";
import { Console } from "./console.js";
import { Faults } from "./faults.js";
import type { FileTree } from "./front/file-tree.js";
import { Fronts, type ServerFront } from "./front/fronts.js";
import { newKey } from "./front/key.js";
import { Meter } from "./meter.js";
import type { Organisation } from "./model/organisation.js";
import { type Preset, type PresetOptions, presetOrganisation } from "./model/presets.js";
import type { LabParts } from "./parts.js";
import type { RegistryHand } from "./registry/hand.js";
import { type Switches, strictSwitches } from "./switches.js";
import { Transcript } from "./transcript.js";

export interface LabOptions extends PresetOptions {
    readonly preset: Preset;
    readonly user?: string;
    readonly password?: string;
    /** Seed of every GUID, nonce and fault at random. */
    readonly seed?: number;
    /** A free one when absent. */
    readonly port?: number;
    readonly switches?: Partial<Switches>;
    readonly clock?: Clock;
}

/** How to reach the lab, as plain data. */
export interface LabConnection {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    /** `SHA256:…` */
    readonly hostKey: string;
}

/** A running lab. */
export interface Lab {
    readonly connection: LabConnection;
    readonly password: string;
    /** Private key that is let in as well. */
    readonly clientKey: string;
    readonly meter: Meter;
    readonly faults: Faults;
    readonly console: Console;
    /** The objects themselves, for reading. */
    readonly organisation: Organisation;
    readonly switches: Switches;
    /** Readable lines, secrets masked. */
    readonly transcript: readonly string[];
    /** What lies on the server's disk, e.g. to put a pre-installed agent there. */
    readonly files: FileTree;
    /** The registry of that server, for reading and for changing by hand; the meter does not see it. */
    registry(server: string): RegistryHand;
    /** How to reach that server by its own SSH port and host key; the same user, password and key. */
    connectionTo(server: string): Promise<LabConnection>;
    /** What lies on that server's disk. */
    filesOf(server: string): FileTree;
    /** For another front of the same organisation. */
    readonly parts: LabParts;
    /** Closes every socket; nothing is left behind. */
    stop(): Promise<void>;
}

export async function startLab(options: LabOptions): Promise<Lab> {
    const { preset, user = "labadmin", password = "lab-Password-1", seed = 1 } = options;
    const { clock = realClock, port = 0 } = options;
    const chance = new Chance(seed);
    const organisation = presetOrganisation(preset, chance, options);
    organisation.clock = clock;
    const [server] = organisation.servers;
    if (server === undefined) throw new Error(`The preset ${preset} has no server.`);
    const transcript = new Transcript();
    transcript.hide(password);
    const meter = new Meter();
    const switches = { ...strictSwitches(), ...options.switches };
    const clientKey = newKey();
    const fronts = new Fronts(() => parts, clientKey.parsed);
    const faults = new Faults(
        transcript,
        () => fronts.deafen(),
        () => fronts.listenAgain(),
    );
    const parts: LabParts = {
        organisation,
        server,
        user,
        password,
        clock,
        chance,
        switches,
        meter,
        faults,
        transcript,
    };
    const first = await fronts.of(server.name, port);
    const runspaceId = chance.guid();
    const shell = new Console({
        ...parts,
        session: server.isEdge ? "local" : "remote",
        directoryReachable: true,
        runspaceId,
        byHand: true,
    });
    return {
        connection: connectionOf(first, user),
        password,
        clientKey: clientKey.text,
        meter,
        faults,
        console: shell,
        organisation,
        switches,
        transcript: transcript.lines,
        files: first.files,
        registry: (named) => organisation.machines.of(named).hand,
        connectionTo: async (named) => connectionOf(await fronts.of(named), user),
        filesOf: (named) => fronts.known(named).files,
        parts,
        stop: () => fronts.stop(),
    };
}

function connectionOf({ embedded, hostKey }: ServerFront, username: string): LabConnection {
    return { host: "127.0.0.1", port: embedded.port, username, hostKey };
}
