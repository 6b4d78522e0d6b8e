import { expect } from "chai";
import { judge } from "../../../provider/lifecycle/plan/judge";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { type FindingRow, NOT_CHECKED, tableOf } from "./finding-table";
import {
    ALL_V4,
    ALL_V6,
    type Change,
    clientFrontend,
    defaultFrontend,
    defaults,
    neighbour,
    subject,
} from "./organisation";

const relay = { transportRole: "FrontendTransport", authMechanism: ["Tls"], bindings: ["0.0.0.0:25"] };
const from = (...remoteIpRanges: string[]) => ({ ...relay, remoteIpRanges });
const known = { addresses: { servers: ["10.0.0.2"] } };
const balancer = { addresses: { loadBalancers: ["10.0.0.100"] } };
const between = (...remoteIpRanges: string[]) => [
    ...defaults,
    neighbour("EX01", "Between servers", { ...relay, authMechanism: ["Tls", "ExchangeServer"], remoteIpRanges }),
];
const bound = [...defaults, neighbour("EX02", "Partner", { bindings: ["10.0.0.2:25", "127.0.0.1:25"] })];
const strict = { ...from("203.0.113.0/26"), requireTls: true };

const rows: readonly FindingRow[] = [
    ["R28", "a partner's addresses", { declared: from("203.0.113.0/26"), ...known }],
    [
        "R28",
        "a server that the connection names",
        { declared: from("10.0.0.0/24"), ...known },
        /^error: remoteIpRanges contain Exchange servers \(10\.0\.0\.2\): .*'EX01\\Default Frontend EX01'.*allowExchangeServers: true/,
    ],
    [
        "R28",
        "a server by the binding of a connector",
        { declared: from("10.0.0.0/24"), neighbours: bound },
        "Exchange servers (10.0.0.2)",
    ],
    [
        "R28",
        "the server by its own binding",
        { declared: { ...from("10.0.0.0/24"), bindings: ["10.0.0.1:25"] } },
        "Exchange servers (10.0.0.1)",
    ],
    ["R28", "loopback is no server's address", { declared: from("127.0.0.1"), neighbours: bound }],
    [
        "R28",
        "all IPv4 addresses",
        { declared: from(ALL_V4) },
        /^error: .*all IPv4 addresses, so every Exchange server's/,
    ],
    ["R28", "all IPv4 addresses in two halves", { declared: from("0.0.0.0/1", "128.0.0.0/1") }, /^error: /],
    ["R28", "all IPv6 addresses", { declared: from(ALL_V6) }],
    ["R28", "no server is known", { declared: from("10.0.0.0/8") }],
    [
        "R28",
        "ExchangeServer is there",
        { declared: { ...from("10.0.0.0/24"), authMechanism: ["Tls", "ExchangeServer"] }, ...known },
    ],
    [
        "R28",
        "mechanisms not known",
        { live: { bindings: ["0.0.0.0:25"] }, declared: { remoteIpRanges: ["10.0.0.0/24"] }, ...known },
    ],
    ["R28", "ranges not known", { live: {}, declared: relay, ...known }],
    [
        "R28",
        "another port than the servers'",
        { declared: { ...from("10.0.0.0/24"), bindings: ["0.0.0.0:26"] }, ...known },
    ],
    [
        "R28",
        "the client connector of setup",
        {
            name: "Client Frontend EX01",
            live: clientFrontend("EX01"),
            declared: { banner: "220 x" },
            neighbours: [neighbour("EX01", "Default Frontend EX01", defaultFrontend("EX01"))],
            ...known,
        },
    ],
    [
        "R28",
        "an address of its own beside all addresses",
        { declared: { ...from("10.0.0.0/24"), bindings: ["10.0.0.7:25"] }, ...known },
        "Exchange servers (10.0.0.2, 10.0.0.7)",
    ],
    [
        "R28",
        "a narrower connector serves the servers",
        { declared: from("10.0.0.0/24"), neighbours: between("10.0.0.1-10.0.0.3"), ...known },
    ],
    [
        "R28",
        "a wider connector serves the servers",
        { declared: from("10.0.0.0/24"), neighbours: between("10.0.0.0/16"), ...known },
        /^error: /,
    ],
    [
        "R28",
        "of its own ranges the narrowest counts, wherever it stands",
        { declared: from("10.0.0.0/24", "10.0.0.0/8"), neighbours: between("10.0.0.0/16"), ...known },
        /^error: .*\(10\.0\.0\.2\)/,
    ],
    [
        "R28",
        "nobody else serves the servers",
        {
            declared: from("10.0.0.0/24"),
            neighbours: between("192.168.0.0/24").filter(({ name }) => name === "Between servers"),
            ...known,
        },
        /^error: .*\(10\.0\.0\.2\)/,
    ],
    [
        "R28",
        "load balancers",
        { declared: from("10.0.0.0/24"), ...balancer },
        /^warning: .*load balancers \(10\.0\.0\.100\)/,
    ],
    [
        "R28",
        "both",
        { declared: from("10.0.0.0/24"), addresses: { ...known.addresses, ...balancer.addresses } },
        /^error: /,
        /^warning: /,
    ],
    ["R28", "the others cannot be read", { declared: from("10.0.0.0/24"), neighbours: "unreadable" }, NOT_CHECKED],

    [
        "R28",
        "IPv4 only, with requireTls",
        { declared: strict },
        /^warning: remoteIpRanges are IPv4 only.*'EX01\\Default Frontend EX01', which has no requireTls/,
    ],
    [
        "R28",
        "IPv4 only, on bindings to both",
        { declared: { ...strict, bindings: ["0.0.0.0:25", "[::]:25"] } },
        /: declare their IPv6 addresses as well/,
    ],
    [
        "R28",
        "IPv4 only, without a binding to IPv6",
        { declared: strict },
        /: declare their IPv6 addresses and a binding to \[::\] as well/,
    ],
    [
        "R28",
        "IPv4 only, with mutual TLS",
        { declared: { ...from("203.0.113.0/26"), domainSecureEnabled: true } },
        "no domainSecureEnabled",
    ],
    ["R28", "IPv4 only, without a demand", { declared: { ...from("203.0.113.0/26"), requireTls: false } }],
    ["R28", "both families", { declared: { ...strict, remoteIpRanges: ["203.0.113.0/26", "2001:db8::/64"] } }],
    ["R28", "IPv4 only on another port", { declared: { ...strict, bindings: ["0.0.0.0:26"] } }],
    [
        "R28",
        "the default connector is IPv4 only",
        {
            declared: strict,
            neighbours: [
                neighbour("EX01", "Default Frontend EX01", { ...defaultFrontend("EX01"), bindings: ["0.0.0.0:25"] }),
            ],
        },
    ],
    [
        "R28",
        "the default connector demands it, too",
        {
            declared: strict,
            neighbours: [neighbour("EX01", "Default Frontend EX01", { ...defaultFrontend("EX01"), requireTls: true })],
        },
    ],
    [
        "R28",
        "what the default connector demands is not known",
        { declared: strict, neighbours: [neighbour("EX01", "X", { bindings: ["[::]:25"], remoteIpRanges: [ALL_V6] })] },
    ],
];

describe("mail of Exchange servers and a receive connector's ranges", () => {
    tableOf(rows);

    const said = (change: Change, ...exceptions: string[]) => {
        const { around, ...one } = subject(change);
        const only = {
            ...receiveConnector,
            crossRules: receiveConnector.crossRules.filter(({ code }) => code === "R28"),
        };
        return judge(only, one, around, new Set(exceptions));
    };

    it("R28 is lifted by allowExchangeServers and by nothing else", () => {
        const change = { declared: { ...from("10.0.0.0/24"), requireTls: true }, ...known };
        expect(said(change).refusals).to.have.lengthOf(1);
        expect(said(change, "acceptPlainTextLoss").refusals).to.have.lengthOf(1);
        expect(said(change, "allowExchangeServers").refusals).to.have.lengthOf(0);
        // What is unwise about IPv6 has nothing to do with servers.
        expect(said(change, "allowExchangeServers").warnings).to.have.lengthOf(1);
    });

    it("what the connector breaks already is only told when something else changes", () => {
        const change = { live: from("10.0.0.0/24"), declared: { banner: "220 x" }, ...known };
        expect(said(change).refusals).to.deep.equal([]);
        expect(said(change).warnings).to.have.lengthOf(1);
    });
});
