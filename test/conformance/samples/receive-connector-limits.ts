import { form, plain } from "../forms";
import type { Form, Sample, Samples } from "../sample";

/** Whole numbers, which a server takes as text, too. */
const count = (from: number, to: number): Sample => ({
    from: plain(from, [String(from)]),
    to: plain(to, [String(to)]),
});

/** `Unlimited<Int32>`: shown as text. */
const limit = (value: number): Form => ({ program: value, sent: value, shown: String(value), typed: [String(value)] });
const NO_LIMIT = form("unlimited", "unlimited", "Unlimited", ["Unlimited", "UNLIMITED"]);

/** A span as it is sent and shown, other spellings of a program, and texts that a server takes. */
const span = (text: string, spelled: readonly (string | number)[] = [], typed: readonly string[] = []): Form => ({
    program: text,
    sent: text,
    shown: text,
    spelled,
    typed,
});

/** How long, how much, how many. */
export const receiveLimits: Samples = {
    connectionTimeout: {
        from: span("00:10:00", [600_000, "0:10:0"]),
        to: span("1.00:00:00", [86_400_000, "1.0:0:0"], ["1.0:0:0"]),
    },
    connectionInactivityTimeout: {
        from: span("00:05:00", [300_000]),
        to: span("00:00:01", [1_000, "0:0:1", "0.00:00:01"], ["0:0:1"]),
    },
    tarpitInterval: {
        from: span("00:00:05", [5_000]),
        to: span("00:00:00", [0, "0:0:0"], ["0:0:0", "0"]),
    },
    authTarpitInterval: {
        from: span("00:00:05"),
        to: {
            program: "00:00:01.5",
            sent: "00:00:01.500",
            shown: "00:00:01.5000000",
            spelled: [1_500, "0:0:1.50", "00:00:01.5000000"],
            typed: ["0:0:1.5"],
        },
    },
    maxAcknowledgementDelay: { from: span("00:00:30", [30_000]), to: span("00:00:00", [0]) },
    maxHeaderSize: {
        from: form("256KB", "256KB", "256 KB (262,144 bytes)", ["256 KB", 262_144]),
        to: {
            ...form(1, "1KB", "1 KB (1,024 bytes)", ["1KB", 1_024]),
            spelled: ["1", "1 B", "1KB", "1 KB (1,024 bytes)"],
        },
    },
    maxMessageSize: [
        {
            from: form("64KB", "64KB", "64 KB (65,536 bytes)", [65_536, "65536"]),
            to: form("36 MB (37,748,736 bytes)", "36MB", "36 MB (37,748,736 bytes)", [
                "36MB",
                "36 mb",
                37_748_736,
                "37748736",
            ]),
        },
        {
            title: "the largest",
            from: form("36MB", "36MB", "36 MB (37,748,736 bytes)", []),
            to: form(2_147_483_647, "2147483647", "2 GB (2,147,483,648 bytes)", ["2147483647"]),
        },
    ],
    maxHopCount: count(60, 500),
    maxLocalHopCount: count(5, 0),
    maxInboundConnection: { from: limit(5_000), to: NO_LIMIT },
    maxInboundConnectionPerSource: { from: NO_LIMIT, to: limit(10_000) },
    maxInboundConnectionPercentagePerSource: count(2, 100),
    maxLogonFailures: count(3, 0),
    maxProtocolErrors: { from: limit(5), to: limit(0) },
    maxRecipientsPerMessage: count(200, 512_000),
    messageRateLimit: { from: NO_LIMIT, to: limit(600) },
    messageRateSource: [
        {
            from: form(["IPAddress"], "IPAddress", "IPAddress", [["ipaddress"]]),
            to: form(["User", "IPAddress"], "IPAddress, User", "All", [
                ["All"],
                ["ALL", "user"],
                ["user", "IPADDRESS"],
            ]),
        },
        {
            title: "not at all",
            from: form(["User"], "User", "User", [["USER"]]),
            to: form(["None"], "None", "None", [["none"]]),
        },
    ],
};
