import { boolean } from "../../../values/boolean";
import { byteSize } from "../../../values/byte-size";
import { enumeration } from "../../../values/enumeration";
import { flags } from "../../../values/flags";
import { integer } from "../../../values/integer";
import { timeSpan } from "../../../values/time-span";
import type { FieldTable } from "../../field";

/** 2010 has the first two; 2013 and later have all but the first (rule on the server's version). */
const ERROR_POLICIES = [
    "DowngradeAuthFailures",
    "DowngradeDnsFailures",
    "DowngradeCustomFailures",
    "UpgradeCustomFailures",
] as const;

/** Limits, errors and logging of the SMTP conversation. */
export const smtpFields = {
    maxMessageSize: {
        parameter: "MaxMessageSize",
        type: byteSize({ min: 0, max: 2_147_483_647, unlimited: true }),
        since: "2007",
        tls: 0,
        default: "25 MB, 35 MB or (2010) 10 MB in the documentation, 35 MB as seen; unlimited with usage Internal",
        doc: 'Largest message, "36MB" or bytes, 0 to 2147483647, or "unlimited".',
    },
    connectionInactivityTimeOut: {
        parameter: "ConnectionInactivityTimeOut",
        type: timeSpan({ min: 1000, max: 86_400_000 }),
        since: "2007",
        tls: 0,
        default: "00:10:00",
        doc: 'How long an idle connection stays open, "hh:mm:ss" or milliseconds, 00:00:01 to 1.00:00:00.',
    },
    smtpMaxMessagesPerConnection: {
        parameter: "SmtpMaxMessagesPerConnection",
        type: integer(0, 2_147_483_647),
        since: "2010",
        tls: 0,
        default: "not documented, 20 as seen",
        doc: "Messages per connection; no range is documented.",
    },
    errorPolicies: {
        parameter: "ErrorPolicies",
        type: enumeration(ERROR_POLICIES),
        flags: flags(ERROR_POLICIES, { none: "Default" }),
        since: "2010",
        tls: 0,
        default: "Default",
        doc: "How the far end's errors are taken. DowngradeAuthFailures: Exchange 2010 only; DowngradeCustomFailures and UpgradeCustomFailures: 2013 and later.",
    },
    protocolLoggingLevel: {
        parameter: "ProtocolLoggingLevel",
        type: enumeration(["None", "Verbose"]),
        since: "2007",
        tls: 0,
        default: "None",
        doc: "Whether the SMTP conversation is logged.",
    },
    requireOorg: {
        parameter: "RequireOorg",
        type: boolean,
        since: "2010",
        tls: 0,
        default: "false",
        doc: "Documented for internal use only.",
    },
} satisfies FieldTable;
