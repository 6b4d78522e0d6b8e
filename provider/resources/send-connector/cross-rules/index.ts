import type { CrossRule } from "../../rule";
import { certificate, mutualCertificate } from "./certificate";
import { credential } from "./credential";
import { edgeServer } from "./edge-server";
import { errorPolicies } from "./error-policies";
import { hybridCertificate } from "./hybrid-certificate";
import { hybridWizard } from "./hybrid-wizard";
import { knownReceiveConnector } from "./known-receive-connector";
import { knownServers } from "./known-servers";
import { linkedConnector } from "./linked-connector";
import { olderSources } from "./older-sources";
import { secureList } from "./secure-list";
import { siteScope } from "./site-scope";
import { subscribedEdge } from "./subscribed-edge";
import { weakerHeir } from "./weaker-heir";

/** Reference sheet, section 4, and safety rules: what the connector demands of what is around it. */
export const crossRules: readonly CrossRule[] = [
    secureList,
    credential,
    linkedConnector,
    edgeServer,
    subscribedEdge,
    siteScope,
    certificate,
    mutualCertificate,
    knownServers,
    knownReceiveConnector,
    errorPolicies,
    olderSources,
    weakerHeir,
    hybridWizard,
    hybridCertificate,
];
