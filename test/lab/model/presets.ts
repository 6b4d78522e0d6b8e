import type { Chance } from "../chance.js";
import { Organisation } from "./organisation.js";
import type { Server } from "./server.js";
import { newTransportSettings } from "./transport-config.js";

export const PRESETS = ["single", "dag"] as const;
export type Preset = (typeof PRESETS)[number];

const DOMAIN = "contoso.com";
const INSTALLED = new Date(Date.UTC(2025, 2, 3, 9, 30, 0));

/** An organisation as setup leaves it: no send connectors, and nothing in the lists but other people's domains. */
export function presetOrganisation(preset: Preset, chance: Chance, foreignDomains: number): Organisation {
    const domains = Array.from({ length: foreignDomains }, (_, at) => foreignDomain(at + 1));
    const transport = {
        guid: chance.guid(),
        created: INSTALLED,
        changed: INSTALLED,
        settings: newTransportSettings(domains),
    };
    const controllers = preset === "single" ? ["dc01"] : ["dc01", "dc02"];
    return new Organisation(
        "Contoso",
        DOMAIN,
        controllers.map((name) => `${name}.${DOMAIN}`),
        SERVERS[preset].map(([name, site]) => mailboxServer(name, site, chance)),
        transport,
    );
}

const SERVERS: Readonly<Record<Preset, readonly (readonly [name: string, site: string])[]>> = {
    single: [["EX01", "Default-First-Site-Name"]],
    dag: [
        ["EX01", "North"],
        ["EX02", "North"],
        ["EX03", "South"],
        ["EX04", "South"],
    ],
};

/** Exchange 2019 CU15 on Windows Server 2022. */
function mailboxServer(name: string, site: string, chance: Chance): Server {
    return {
        name,
        fqdn: `${name}.${DOMAIN}`,
        guid: chance.guid(),
        product: "2019",
        version: "Version 15.2 (Build 1748.10)",
        isEdge: false,
        site,
        installed: INSTALLED,
        windowsBuild: "20348",
    };
}

/** Somebody else's partner; every seventh is typed with capitals, as people do. */
function foreignDomain(number: number): string {
    const name = `partner-${String(number).padStart(2, "0")}.example`;
    return number % 7 === 0 ? name.replace("partner", "Partner").replace("example", "Example") : name;
}
