import { boolean } from "../../../values/boolean";
import { enumeration } from "../../../values/enumeration";
import { ipBinding } from "../../../values/ip-binding";
import { ipRange } from "../../../values/ip-range";
import { serverName } from "../../../values/server-name";
import { comment, objectName } from "../../../values/text";
import type { FieldTable } from "../../field";

/** Which connector it is, where it listens, and to whom. */
export const place = {
    name: {
        parameter: "Name",
        type: objectName(64),
        required: true,
        since: "2007",
        tls: 0,
        default: "none",
        doc: "Name of the connector, unique on its server, at most 64 characters. A change renames it in place.",
    },
    server: {
        parameter: "Server",
        type: serverName,
        required: true,
        only: "New",
        since: "2007",
        tls: 1,
        default: "none here; the cmdlet takes the server on which it runs",
        doc: "Exchange server that the connector belongs to, short name or FQDN.",
    },
    usage: {
        parameter: "Usage",
        type: enumeration(["Custom", "Client", "Internal", "Internet", "Partner"]),
        only: "New",
        readable: false,
        since: "2007",
        tls: 2,
        default: "Custom",
        doc: "What a new connector starts with (authMechanism, permissionGroups, and partly bindings and remoteIpRanges); what is declared beside it wins. Exchange does not keep it. Client is not available on Edge servers.",
    },
    bindings: {
        parameter: "Bindings",
        type: ipBinding,
        list: { mode: "exact", notEmpty: true },
        since: "2007",
        tls: 1,
        default:
            "0.0.0.0:587 for usage Client, 0.0.0.0:25 for usage Internal (the concept page: IPv6 as well), else none",
        doc: 'Local addresses and ports to listen on, "0.0.0.0:25", "[::]:25", "10.0.0.5:587". Must be addresses of the server (R15); a new connector of usage Custom, Internet or Partner needs them.',
    },
    remoteIpRanges: {
        parameter: "RemoteIPRanges",
        type: ipRange,
        list: { mode: "exact", notEmpty: true },
        since: "2007",
        tls: 1,
        default: "0.0.0.0-255.255.255.255 for usage Internet, else none",
        doc: 'Clients that the connector serves: "10.0.0.5", "10.0.0.1-10.0.0.9", "10.0.0.0/24", "10.0.0.0(255.255.255.0)", IPv6 likewise; at most about 1200 entries (R22). Of several connectors on one binding the most specific range serves a client; a new connector of another usage than Internet needs them.',
    },
    transportRole: {
        parameter: "TransportRole",
        type: enumeration(["FrontendTransport", "HubTransport"]),
        since: "2013",
        tls: 1,
        default: "not documented, so it must be declared for a new connector on a Mailbox server (R29)",
        doc: "Service that listens: FrontendTransport for everything that comes from outside, port 25 included (R21), or HubTransport. Not on Edge servers (R19).",
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
} satisfies FieldTable;
