import { schannel } from "./schannel";
import { amount, type Setting, type Spelling, words } from "./setting";

/** Absent is not the same as 0: two servers behaved differently behind one load balancer (section 7, hazard 6). */
const ALLOWED: Spelling = words([
    [true, [1]],
    [false, [0]],
    ["default", [null]],
]);

export const renegotiation: readonly Setting[] = (
    [
        ["allowInsecureClients", "AllowInsecureRenegoClients", "inbound: clients"],
        ["allowInsecureServers", "AllowInsecureRenegoServers", "outbound: servers"],
    ] as const
).map(
    ([property, name, whom]): Setting => ({
        path: ["renegotiation", property],
        values: [{ place: { ...schannel(), name }, kind: "DWord", meaning: "exact" }],
        spelling: ALLOWED,
        doc: `${name}, ${whom} without RFC 5746: false (strict) writes 0, true (compatible) 1, default removes the value. Exchange 2016 and later.`,
    }),
);

export const eventLogging: readonly Setting[] = [
    {
        path: ["eventLogging"],
        values: [{ place: { ...schannel(), name: "EventLogging" }, kind: "DWord", meaning: "exact" }],
        spelling: amount,
        doc: "What SCHANNEL writes to the System log, EventLogging: the sum of 1 errors, 2 warnings, 4 information and success; 0 nothing, 7 for diagnosis. As shipped 1. default removes the value.",
    },
];
