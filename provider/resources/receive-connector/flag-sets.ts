import { enumeration } from "../../values/enumeration";
import { flags } from "../../values/flags";

// Names in ascending order of their bits (reference sheet 5.4).
const MECHANISMS = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer", "ExternalAuthoritative"];
const GROUPS = ["AnonymousUsers", "ExchangeUsers", "ExchangeServers", "ExchangeLegacyServers", "Partners"];
const SOURCES = ["IPAddress", "User"];

/** One name and the set of them, for a row of the field table. None stands alone (R1): the set refuses it beside others. */
export const authMechanisms = {
    type: enumeration([...MECHANISMS, "None"]),
    flags: flags(MECHANISMS, { none: "None" }),
};

/** Custom shows that rights were granted explicitly; nobody can set it (sheet, 5.6). */
export const permissionGroups = {
    type: enumeration([...GROUPS, "None"]),
    flags: flags(GROUPS, { none: "None", ignored: ["Custom"] }),
};

export const rateSources = {
    type: enumeration([...SOURCES, "All", "None"]),
    flags: flags(SOURCES, { none: "None", combined: { All: SOURCES } }),
};
