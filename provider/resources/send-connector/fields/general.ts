import { boolean } from "../../../values/boolean";
import { enumeration } from "../../../values/enumeration";
import { comment, objectName } from "../../../values/text";
import type { FieldTable } from "../../field";

/** What the connector is, beside where it delivers to and how. */
export const generalFields = {
    name: {
        parameter: "Name",
        type: objectName(64),
        required: true,
        since: "2007",
        tls: 0,
        default: "none",
        doc: "Name of the connector, unique in the organisation. A change renames it in place.",
    },
    enabled: {
        parameter: "Enabled",
        type: boolean,
        since: "2007",
        tls: 0,
        default: "true",
        doc: "Whether the connector is used.",
    },
    comment: {
        parameter: "Comment",
        type: comment,
        since: "2007",
        tls: 0,
        default: "empty",
        doc: "Free text. A connector that this provider created carries a mark such as [pulumi 0123456789ab] behind it, which is not compared.",
    },
    usage: {
        parameter: "Usage",
        type: enumeration(["Custom", "Internal", "Internet", "Partner"]),
        only: "New",
        readable: false,
        since: "2007",
        tls: 0,
        default: "Custom",
        doc: "What the connector is for: only supplies initial values (Internal: no size limit) and is not stored, so it can never be read or compared.",
    },
    cloudServicesMailEnabled: {
        parameter: "CloudServicesMailEnabled",
        type: boolean,
        since: "2013",
        tls: 2,
        default: "false; true where the hybrid wizard made the connector",
        doc: "Whether the far end is Microsoft 365 in a hybrid organisation and internal headers are kept.",
    },
    connectorType: {
        parameter: "ConnectorType",
        type: enumeration(["Default", "XPremises"]),
        since: "2016",
        tls: 0,
        default: "Default",
        doc: "Whether the connector is an ordinary one or one between premises.",
    },
    isCoexistenceConnector: {
        parameter: "IsCoexistenceConnector",
        type: boolean,
        since: "2010",
        until: "2010 SP1",
        tls: 0,
        default: "false",
        doc: "Marks a connector between the premises and the cloud.",
    },
} satisfies FieldTable;
