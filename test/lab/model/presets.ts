import type { Chance } from "../chance.js";
import { WINDOWS, type WindowsName } from "../windows/build.js";
import { builtInConnectors } from "./built-in-connectors.js";
import { installCertificates } from "./certificates.js";
import { putEdgeSyncConnectors, subscribeEdge } from "./edge-subscription.js";
import { runHybridWizard } from "./hybrid.js";
import { Organisation } from "./organisation.js";
import { RELEASES, type Release } from "./releases.js";
import { newTransportSettings } from "./transport-config.js";

export const PRESETS = ["single", "dag", "edge", "hybrid", "legacy", "se"] as const;
export type Preset = (typeof PRESETS)[number];

export interface PresetOptions {
    /** So many domains of other people in each secure list. */
    readonly foreignDomains?: number;
    /** Releases of the servers in their order, the last one for all that follow; each preset has its own. */
    readonly releases?: readonly Release[];
    /** Windows of the servers in their order, the last one for all that follow; each release has one of its time. */
    readonly windows?: readonly WindowsName[];
    /** Exchange was put onto an older cumulative update everywhere. */
    readonly upgraded?: boolean;
    /** For `edge`: subscribed to an organisation. */
    readonly edgeSubscribed?: boolean;
    /** For the others: the Edge server EDGE01 is subscribed to the first site. */
    readonly withEdge?: boolean;
}

const DOMAIN = "contoso.com";
const INSTALLED = new Date(Date.UTC(2025, 2, 3, 9, 30, 0));

/**
 * An organisation as setup leaves it: no send connectors but those of a hybrid wizard or of EdgeSync, and nothing in
 * the lists but other people's domains.
 */
export function presetOrganisation(preset: Preset, chance: Chance, options: PresetOptions = {}): Organisation {
    const { foreignDomains = 0, edgeSubscribed = false, withEdge = false } = options;
    const { release, servers, controllers } = PLANS[preset];
    const { releases = [release], windows = [], upgraded = false } = options;
    const domains = Array.from({ length: foreignDomains }, (_, at) => foreignDomain(at + 1));
    const transport = {
        guid: chance.guid(),
        created: INSTALLED,
        changed: INSTALLED,
        settings: newTransportSettings(domains),
    };
    const organisation = new Organisation(
        "Contoso",
        DOMAIN,
        controllers.map((name) => `${name}.${DOMAIN}`),
        (withEdge ? [...servers, EDGE] : servers).map(([name, site], at) => ({
            name,
            fqdn: `${name}.${DOMAIN}`,
            guid: chance.guid(),
            ...RELEASES[releases[at] ?? releases.at(-1) ?? release],
            ...onWindows(windows[at] ?? windows.at(-1)),
            upgraded,
            isEdge: name === EDGE[0],
            site,
            installed: INSTALLED,
        })),
        transport,
    );
    equip(organisation, chance);
    if (preset === "hybrid") runHybridWizard(organisation, chance);
    const edge = organisation.servers.find(({ isEdge }) => isEdge);
    if (withEdge && edge !== undefined) putEdgeSyncConnectors(organisation, edge, servers[0]?.[1] ?? SITE, chance);
    if (edgeSubscribed) subscribeEdge(organisation, chance);
    return organisation;
}

function onWindows(name: WindowsName | undefined) {
    return name === undefined ? {} : { windowsBuild: WINDOWS[name] };
}

interface Plan {
    readonly release: Release;
    readonly servers: readonly (readonly [name: string, site: string])[];
    /** An Edge server has none. */
    readonly controllers: readonly string[];
}

const EDGE = ["EDGE01", ""] as const;
const SITE = "Default-First-Site-Name";
const ONE = ["dc01"];
const TWO = ["dc01", "dc02"];

const PLANS: Readonly<Record<Preset, Plan>> = {
    single: { release: "2019 CU15", servers: [["EX01", SITE]], controllers: ONE },
    dag: {
        release: "2019 CU15",
        servers: [
            ["EX01", "North"],
            ["EX02", "North"],
            ["EX03", "South"],
            ["EX04", "South"],
        ],
        controllers: TWO,
    },
    edge: { release: "2019 CU15", servers: [EDGE], controllers: [] },
    hybrid: {
        release: "2019 CU15",
        servers: [
            ["EX01", SITE],
            ["EX02", SITE],
        ],
        controllers: TWO,
    },
    legacy: { release: "2010 SP3", servers: [["EX10", SITE]], controllers: ONE },
    se: { release: "SE", servers: [["EX01", SITE]], controllers: ONE },
};

/** What setup leaves on every server. */
function equip(organisation: Organisation, chance: Chance): void {
    const { servers, certificates } = organisation;
    for (const server of servers) {
        for (const connector of builtInConnectors(server, chance)) organisation.putReceiveConnector(connector);
    }
    installCertificates(servers, certificates, chance);
}

/** Somebody else's partner; every seventh is typed with capitals, as people do. */
function foreignDomain(number: number): string {
    const name = `partner-${String(number).padStart(2, "0")}.example`;
    return number % 7 === 0 ? name.replace("partner", "Partner").replace("example", "Example") : name;
}
