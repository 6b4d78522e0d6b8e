import type { CrossRule } from "../../rule";
import { builtInChange } from "./built-in-change";
import { builtInFqdn } from "./built-in-fqdn";
import { builtInTrust } from "./built-in-trust";
import { declaredRole } from "./declared-role";
import { downgradedAuth } from "./downgraded-auth";
import { edgeApart } from "./edge-apart";
import { edgeServer } from "./edge-server";
import { exchangeServers } from "./exchange-servers";
import { firstTimeOuts } from "./first-time-outs";
import { frontEndPort } from "./front-end-port";
import { hybridCertificate } from "./hybrid-certificate";
import { hybridWizard } from "./hybrid-wizard";
import { ipv6Gap } from "./ipv6-gap";
import { knownCapabilities } from "./known-capabilities";
import { knownServer } from "./known-server";
import { localAddresses } from "./local-addresses";
import { neededWhenNew } from "./needed-when-new";
import { ownName } from "./own-name";
import { partialOverlap } from "./partial-overlap";
import { sameClients } from "./same-clients";
import { twoServices } from "./two-services";
import { usableCertificate } from "./usable-certificate";
import { weakerHeir } from "./weaker-heir";

/** What holds between a receive connector and its server, the server's other connectors, and the organisation. */
export const crossRules: readonly CrossRule[] = [
    knownServer,
    edgeApart,
    neededWhenNew,
    declaredRole,
    firstTimeOuts,
    knownCapabilities,
    edgeServer,
    frontEndPort,
    ownName,
    builtInFqdn,
    builtInTrust,
    builtInChange,
    twoServices,
    sameClients,
    partialOverlap,
    localAddresses,
    exchangeServers,
    ipv6Gap,
    usableCertificate,
    downgradedAuth,
    weakerHeir,
    hybridWizard,
    hybridCertificate,
];
