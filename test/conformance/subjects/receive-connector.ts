import { ReceiveConnector } from "../../../provider/index";
import type { Lab } from "../../lab/index.js";
import { receiveConnectorSamples } from "../samples/receive-connector";
import type { Subject } from "../subject";
import { installCertificates } from "./certificates";

/** Beside Default Frontend, with which it shares the binding. */
const base = {
    name: "K From Fabrikam",
    server: "EX01",
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:25"],
    remoteIpRanges: ["203.0.113.0/26"],
};

export const receiveConnector: Subject = {
    kind: ReceiveConnector.kind,
    places: {
        own: { preset: "single" },
        "two servers": { preset: "hybrid" },
        // Nobody has documented that this list can be edited in place; people do it.
        "lists edited": { preset: "single", switches: { undocumentedMerge: "edit" } },
        "2013": { preset: "single", releases: ["2013 CU23"] },
    },
    prepare,
    base,
    sent: {
        Name: "K From Fabrikam",
        Server: "EX01",
        TransportRole: "FrontendTransport",
        Bindings: ["0.0.0.0:25"],
        RemoteIPRanges: ["203.0.113.0-203.0.113.63"],
        Comment: "",
    },
    typed: {
        Name: "K From Fabrikam",
        Server: "EX01",
        TransportRole: "FrontendTransport",
        Bindings: ["0.0.0.0:25"],
        RemoteIPRanges: ["203.0.113.0/26"],
    },
    least: { name: "K From Fabrikam", server: "EX01" },
    samples: receiveConnectorSamples,
    typical: {
        ...base,
        requireTls: true,
        permissionGroups: ["Partners"],
        maxMessageSize: "36 MB",
        comment: "declared",
    },
    drift: {
        typed: { RequireTLS: false, PermissionGroups: "AnonymousUsers", MaxHopCount: 30 },
        fields: ["permissionGroups", "requireTls"],
        repaired: { RequireTLS: true, PermissionGroups: "Partners" },
        left: ["MaxHopCount"],
    },
    garble({ organisation }) {
        for (const one of organisation.receiveConnectors) {
            organisation.putReceiveConnector({ ...one, settings: { ...one.settings, MaxMessageSize: "groß" } });
        }
    },
};

function prepare(lab: Lab): void {
    installCertificates(lab);
    // What suppressXAnonymousTls needs (R12).
    for (const { name } of lab.organisation.servers) {
        lab.console.run("Set-TransportService", { Identity: name, UseDowngradedExchangeServerAuth: true });
    }
}
