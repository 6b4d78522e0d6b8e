import { boolean } from "../../../values/boolean";
import { acceptedDomain } from "../../../values/identity";
import type { FieldTable } from "../../field";

/** Which addresses are taken. */
export const addresses = {
    defaultDomain: {
        parameter: "DefaultDomain",
        type: acceptedDomain,
        since: "2007",
        tls: 0,
        default: "null",
        doc: "Accepted domain that completes addresses without one, by the name that Get-AcceptedDomain shows. null: none.",
    },
    longAddressesEnabled: {
        parameter: "LongAddressesEnabled",
        type: boolean,
        since: "2007 SP1",
        tls: 0,
        default: "false",
        doc: "Whether long X.400 addresses are accepted. On Mailbox servers only with transportRole HubTransport (R18).",
    },
    orarEnabled: {
        parameter: "OrarEnabled",
        type: boolean,
        since: "2007 SP1",
        tls: 0,
        default: "false",
        doc: "Whether an originator-requested alternate recipient is accepted; long X.400 addresses in it need longAddressesEnabled (R18).",
    },
    rejectReservedSecondLevelRecipientDomains: {
        parameter: "RejectReservedSecondLevelRecipientDomains",
        type: boolean,
        since: "2016",
        tls: 0,
        default: "false",
        doc: "Whether recipients in example.com, example.net and example.org are rejected.",
    },
    rejectReservedTopLevelRecipientDomains: {
        parameter: "RejectReservedTopLevelRecipientDomains",
        type: boolean,
        since: "2016",
        tls: 0,
        default: "false",
        doc: "Whether recipients in .test, .example, .invalid and .localhost are rejected.",
    },
    rejectSingleLabelRecipientDomains: {
        parameter: "RejectSingleLabelRecipientDomains",
        type: boolean,
        since: "2016",
        tls: 0,
        default: "false",
        doc: "Whether recipients in a domain without a dot are rejected.",
    },
} satisfies FieldTable;
