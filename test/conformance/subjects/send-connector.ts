import { SendConnector } from "../../../provider/index";
import { sendConnectorSamples } from "../samples/send-connector";
import type { Subject } from "../subject";
import { installCertificates } from "./certificates";

export const sendConnector: Subject = {
    kind: SendConnector.kind,
    places: {
        own: { preset: "single" },
        "two servers": { preset: "hybrid" },
        edge: { preset: "edge" },
        "2010": { preset: "legacy" },
    },
    prepare: installCertificates,
    base: { name: "K To Fabrikam", addressSpaces: ["fabrikam.com"] },
    sent: { Name: "K To Fabrikam", AddressSpaces: ["SMTP:fabrikam.com;1"], Comment: "" },
    typed: { Name: "K To Fabrikam", AddressSpaces: ["fabrikam.com"] },
    least: { name: "K To Fabrikam", addressSpaces: ["fabrikam.com"] },
    samples: sendConnectorSamples,
};
