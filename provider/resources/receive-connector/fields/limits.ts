import { byteSize } from "../../../values/byte-size";
import { integer } from "../../../values/integer";
import { timeSpan } from "../../../values/time-span";
import type { FieldTable } from "../../field";
import { rateSources } from "../flag-sets";

const MAX = 2_147_483_647;
const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** How long, how much, how many. */
export const limits = {
    connectionTimeout: {
        parameter: "ConnectionTimeout",
        type: timeSpan({ min: SECOND, max: DAY }),
        since: "2007",
        tls: 0,
        default: "00:10:00; 00:05:00 on Edge servers",
        doc: 'How long a connection may stay open even while it is active, "hh:mm:ss", 00:00:01 to 1.00:00:00. Must be longer than connectionInactivityTimeout (R14).',
    },
    connectionInactivityTimeout: {
        parameter: "ConnectionInactivityTimeout",
        type: timeSpan({ min: SECOND, max: DAY }),
        since: "2007",
        tls: 0,
        default: "00:05:00; 00:01:00 on Edge servers",
        doc: 'How long an idle connection stays open, "hh:mm:ss", 00:00:01 to 1.00:00:00. Must be shorter than connectionTimeout (R14).',
    },
    tarpitInterval: {
        parameter: "TarpitInterval",
        type: timeSpan({ max: 600 * SECOND }),
        since: "2007",
        tls: 0,
        default: "00:00:05; 00:00:00 as seen on the Outbound Proxy Frontend connector",
        doc: 'How long some SMTP errors are held back, "hh:mm:ss", 00:00:00 to 00:10:00.',
    },
    authTarpitInterval: {
        parameter: "AuthTarpitInterval",
        type: timeSpan(),
        since: "2016",
        tls: 0,
        default: "00:00:05",
        doc: 'How long the answer to a failed logon is held back, "hh:mm:ss"; 00:00:00: not at all.',
    },
    maxAcknowledgementDelay: {
        parameter: "MaxAcknowledgementDelay",
        type: timeSpan(),
        since: "2010",
        tls: 0,
        default: "00:00:30",
        doc: 'How long the acknowledgement of a message may wait for its delivery (shadow redundancy), "hh:mm:ss". Has a meaning in Exchange 2010.',
    },
    maxHeaderSize: {
        parameter: "MaxHeaderSize",
        type: byteSize({ min: 1, max: MAX }),
        since: "2007",
        tls: 0,
        default: "256KB; 64KB in the help of Exchange 2010 and 2013",
        doc: 'Largest message header, "256KB" or bytes, 1 to 2147483647.',
    },
    maxMessageSize: {
        parameter: "MaxMessageSize",
        type: byteSize({ min: 65_536, max: MAX }),
        since: "2007",
        tls: 0,
        default: "36MB; 10MB in the help of Exchange 2010 and 2013",
        doc: 'Largest message, "36MB" or bytes, 65536 to 2147483647.',
    },
    maxHopCount: {
        parameter: "MaxHopCount",
        type: integer(1, 500),
        since: "2007",
        tls: 0,
        default: "30 in the documentation, 60 as seen",
        doc: "Received headers after which a message is taken for looping, 1 to 500.",
    },
    maxLocalHopCount: {
        parameter: "MaxLocalHopCount",
        type: integer(0, 50),
        since: "2007",
        tls: 0,
        default: "8 in the documentation, 5 as seen",
        doc: "The same for Received headers of this organisation's own servers, 0 to 50; 0: never rejected.",
    },
    maxInboundConnection: {
        parameter: "MaxInboundConnection",
        type: integer(1, MAX, { unlimited: true }),
        since: "2007",
        tls: 0,
        default: "5000",
        doc: 'Connections at a time, 1 to 2147483647, or "unlimited".',
    },
    maxInboundConnectionPerSource: {
        parameter: "MaxInboundConnectionPerSource",
        type: integer(1, 10_000, { unlimited: true }),
        since: "2007",
        tls: 0,
        default: "20; unlimited on the Default connector",
        doc: 'Connections at a time from one address, 1 to 10000, or "unlimited".',
    },
    maxInboundConnectionPercentagePerSource: {
        parameter: "MaxInboundConnectionPercentagePerSource",
        type: integer(1, 100),
        since: "2007",
        tls: 0,
        default: "2; 100 on the Default connector",
        doc: "Connections at a time from one address, in per cent of those still available, 1 to 100.",
    },
    maxLogonFailures: {
        parameter: "MaxLogonFailures",
        type: integer(0, 10),
        since: "2007",
        tls: 0,
        default: "3",
        doc: "Failed logons after which the connection is closed, 0 to 10; 0: never.",
    },
    maxProtocolErrors: {
        parameter: "MaxProtocolErrors",
        type: integer(0, MAX, { unlimited: true }),
        since: "2007",
        tls: 0,
        default: "5",
        doc: 'Protocol errors after which the connection is closed, 0 to 2147483647, or "unlimited".',
    },
    maxRecipientsPerMessage: {
        parameter: "MaxRecipientsPerMessage",
        type: integer(1, 512_000),
        since: "2007",
        tls: 0,
        default: "200; 5000 on the Default connector",
        doc: "Recipients of one message, 1 to 512000.",
    },
    messageRateLimit: {
        parameter: "MessageRateLimit",
        type: integer(1, MAX, { unlimited: true }),
        since: "2007",
        tls: 0,
        default: "unlimited; 5 on the client connectors that setup makes, 600 on Edge servers",
        doc: 'Messages per minute from one source (messageRateSource), 1 to 2147483647, or "unlimited".',
    },
    messageRateSource: {
        parameter: "MessageRateSource",
        ...rateSources,
        since: "2010",
        tls: 0,
        default: "IPAddress; User on the client connectors that setup makes",
        doc: "By what messageRateLimit counts: IPAddress, User, both (All) or neither (None).",
    },
} satisfies FieldTable;
