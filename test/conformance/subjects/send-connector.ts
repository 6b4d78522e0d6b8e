import { SendConnector } from "../../../provider/index";
import { sendConnectorSamples } from "../samples/send-connector";
import type { Subject } from "../subject";
import { installCertificates } from "./certificates";

const base = { name: "K To Fabrikam", addressSpaces: ["fabrikam.com"] };

export const sendConnector: Subject = {
    kind: SendConnector.kind,
    places: {
        own: { preset: "single" },
        "two servers": { preset: "hybrid" },
        edge: { preset: "edge" },
        "2010": { preset: "legacy" },
    },
    prepare: installCertificates,
    base,
    sent: { Name: "K To Fabrikam", AddressSpaces: ["SMTP:fabrikam.com;1"], Comment: "" },
    typed: { Name: "K To Fabrikam", AddressSpaces: ["fabrikam.com"] },
    least: base,
    samples: sendConnectorSamples,
    typical: { ...base, requireTls: true, maxMessageSize: "36 MB", comment: "declared" },
    drift: {
        typed: { RequireTLS: false, MaxMessageSize: "1MB", Port: 26 },
        fields: ["maxMessageSize", "requireTls"],
        repaired: { RequireTLS: true, MaxMessageSize: "36MB" },
        left: ["Port"],
    },
    garble({ organisation }) {
        for (const one of organisation.sendConnectors) {
            organisation.putSendConnector({ ...one, settings: { ...one.settings, MaxMessageSize: "groß" } });
        }
    },
};
