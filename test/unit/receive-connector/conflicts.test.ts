import { type FindingRow, NOT_CHECKED, tableOf } from "./finding-table";
import { ALL_V4, ALL_V6, defaultFrontend, defaults, neighbour } from "./organisation";

const partner = {
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:25"],
    remoteIpRanges: ["203.0.113.0/26"],
};
const beside = (values: object, on = "EX01", name = "Relay") => [
    ...defaults,
    neighbour(on, name, { ...partner, ...values }),
];
const hub = { ...partner, transportRole: "HubTransport" };

const rows: readonly FindingRow[] = [
    ["R9", "the ranges of nobody else", { declared: partner }],
    [
        "R9",
        "same binding and ranges",
        { declared: partner, neighbours: beside({}) },
        /^error: .*'EX01\\Relay'.*0\.0\.0\.0:25, 203\.0\.113\.0-203\.0\.113\.63/,
    ],
    [
        "R9",
        "in another spelling",
        { declared: partner, neighbours: beside({ remoteIpRanges: ["203.0.113.0(255.255.255.192)"] }) },
        /^error: /,
    ],
    ["R9", "on another server", { declared: partner, neighbours: beside({}, "EX02") }],
    ["R9", "on another port", { declared: partner, neighbours: beside({ bindings: ["0.0.0.0:26"] }) }],
    ["R9", "on an address of its own", { declared: partner, neighbours: beside({ bindings: ["10.0.0.5:25"] }) }],
    [
        "R9",
        "one range in common",
        {
            declared: { ...partner, remoteIpRanges: ["203.0.113.1", "203.0.113.9"] },
            neighbours: beside({ remoteIpRanges: ["203.0.113.9", "198.51.100.7"] }),
        },
        /^warning: 203\.0\.113\.9 on /,
    ],
    ["R9", "of the other service: R10 says it", { declared: hub, neighbours: beside({}) }],
    [
        "R9",
        "roles not known (2010)",
        {
            on: "HUB10",
            declared: { bindings: ["0.0.0.0:25"], remoteIpRanges: ["10.0.0.1"] },
            neighbours: [neighbour("HUB10", "Relay", { bindings: ["0.0.0.0:25"], remoteIpRanges: ["10.0.0.1"] })],
        },
        /^error: /,
    ],
    [
        "R9",
        "the other's ranges are not known",
        { declared: partner, neighbours: [neighbour("EX01", "Relay", { bindings: ["0.0.0.0:25"] })] },
    ],
    ["R9", "own bindings are not known", { live: {}, declared: { remoteIpRanges: [ALL_V4, ALL_V6] } }],
    [
        "R9",
        "the usage's ranges (Internet)",
        { declared: { usage: "Internet", bindings: ["0.0.0.0:25"] } },
        /^warning: 0\.0\.0\.0-255/,
    ],
    ["R9", "the others cannot be read", { declared: partner, neighbours: "unreadable" }, NOT_CHECKED],

    ["R10", "the same service", { declared: partner }],
    [
        "R10",
        "the front end's binding",
        { declared: hub },
        /^error: 0\.0\.0\.0:25 belongs to 'EX01\\Default Frontend EX01', which is FrontendTransport while this one is HubTransport/,
    ],
    [
        "R10",
        "whatever the ranges",
        { declared: { ...hub, bindings: ["[::]:587"], remoteIpRanges: ["2001:db8::1"] } },
        "Client Frontend EX01",
    ],
    [
        "R10",
        "two connectors",
        { declared: { ...hub, bindings: ["[::]:587", "[::]:25"] } },
        "Default Frontend",
        "Client Frontend",
    ],
    [
        "R10",
        "in conflict already",
        { live: hub, declared: { banner: "220 x" } },
        /^error: .*in conflict already, so Exchange refuses every change/,
    ],
    ["R10", "the change ends the conflict", { live: hub, declared: { transportRole: "FrontendTransport" } }],
    ["R10", "a role that is not known", { declared: { bindings: ["0.0.0.0:25"] } }],
    ["R10", "on another server", { on: "EX02", declared: { ...hub, bindings: ["0.0.0.0:587"] } }],
    ["R10", "the others cannot be read", { declared: hub, neighbours: "unreadable" }, NOT_CHECKED],

    ["R11", "inside of all addresses", { declared: partner }],
    [
        "R11",
        "crossing",
        {
            declared: { ...partner, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ remoteIpRanges: ["10.0.0.5-10.0.0.20"] }),
        },
        /^error: 10\.0\.0\.0-10\.0\.0\.9 and 10\.0\.0\.5-10\.0\.0\.20 of 'EX01\\Relay'/,
    ],
    [
        "R11",
        "one of many crosses",
        {
            declared: { ...partner, remoteIpRanges: ["10.9.9.9", "10.0.0.0-10.0.0.9"] },
            neighbours: beside({ remoteIpRanges: ["10.0.0.9-10.0.0.10", "10.8.0.0/16"] }),
        },
        /^error: /,
    ],
    [
        "R11",
        "side by side",
        {
            declared: { ...partner, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ remoteIpRanges: ["10.0.0.10-10.0.0.20"] }),
        },
    ],
    [
        "R11",
        "inside",
        {
            declared: { ...partner, remoteIpRanges: ["10.0.0.2-10.0.0.3"] },
            neighbours: beside({ remoteIpRanges: ["10.0.0.0/29"] }),
        },
    ],
    [
        "R11",
        "IPv4 and IPv6",
        {
            declared: { ...partner, remoteIpRanges: ["0.0.0.1-0.0.0.9"] },
            neighbours: beside({ remoteIpRanges: ["::5-::20"] }),
        },
    ],
    [
        "R11",
        "on another binding",
        {
            declared: { ...partner, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ bindings: ["0.0.0.0:26"], remoteIpRanges: ["10.0.0.5-10.0.0.20"] }),
        },
        /^warning: 10\.0\.0\.0-10\.0\.0\.9 and 10\.0\.0\.5-10\.0\.0\.20 of 'EX01\\Relay' overlap, .*may refuse although/,
    ],
    [
        "R11",
        "on another binding, and of the other service",
        {
            declared: { ...partner, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ ...hub, bindings: ["0.0.0.0:26"], remoteIpRanges: ["10.0.0.5-10.0.0.20"] }),
        },
        /^warning: /,
    ],
    [
        "R11",
        "on another binding, and nothing changes",
        {
            live: { ...partner, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ bindings: ["0.0.0.0:26"], remoteIpRanges: ["10.0.0.5-10.0.0.20"] }),
        },
    ],
    [
        "R11",
        "on one binding, of the other service: R10 says it",
        {
            declared: { ...hub, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ remoteIpRanges: ["10.0.0.5-10.0.0.20"] }),
        },
    ],
    [
        "R11",
        "on another server",
        {
            declared: { ...partner, remoteIpRanges: ["10.0.0.0-10.0.0.9"] },
            neighbours: beside({ remoteIpRanges: ["10.0.0.5-10.0.0.20"] }, "EX02"),
        },
    ],
    ["R11", "ranges not known", { live: { bindings: ["0.0.0.0:25"] }, declared: { enabled: true } }],

    [
        "R21",
        "a hub connector on port 25",
        { declared: hub },
        /^error: port 25 of EX01 belongs to the front-end transport service/,
    ],
    ["R21", "on one address only", { declared: { ...hub, bindings: ["10.0.0.5:25"] } }, /^error: /],
    ["R21", "on another port", { declared: { ...hub, bindings: ["0.0.0.0:2526"] } }],
    ["R21", "the front end", { declared: partner }],
    ["R21", "a server without the front end (2013)", { on: "MBX13", declared: hub }],
    ["R21", "a role that is not known", { declared: { bindings: ["0.0.0.0:25"] } }],
    ["R21", "a server that is not known", { on: "EX77", declared: hub }],

    ["R15", "all addresses", { declared: partner }],
    ["R15", "loopback", { declared: { ...partner, bindings: ["127.0.0.1:25", "[::1]:25"] } }],
    [
        "R15",
        "an address that nobody knows",
        { declared: { ...partner, bindings: ["10.0.0.5:25", "10.0.0.5:26"] } },
        /^warning: make sure that EX01 has the address 10\.0\.0\.5:/,
    ],
    [
        "R15",
        "an address that a live connector of the server has",
        { declared: { ...partner, bindings: ["10.0.0.5:25"] }, neighbours: beside({ bindings: ["10.0.0.5:587"] }) },
    ],
    [
        "R15",
        "an address that a live connector of another server has",
        {
            declared: { ...partner, bindings: ["10.0.0.5:25"] },
            neighbours: beside({ bindings: ["10.0.0.5:587"] }, "EX02"),
        },
        /^warning: /,
    ],
    [
        "R15",
        "an address that only the program knows",
        {
            declared: { ...partner, bindings: ["10.0.0.5:25"] },
            neighbours: [neighbour("EX01", "New", { bindings: ["10.0.0.5:587"] }, true)],
        },
        /^warning: /,
    ],
    [
        "R15",
        "an address that the connection names",
        { declared: { ...partner, bindings: ["[2001:DB8::5]:25"] }, addresses: { servers: ["2001:db8:0::5"] } },
    ],
    [
        "R15",
        "another address than the connection names",
        { declared: { ...partner, bindings: ["10.0.0.5:25"] }, addresses: { servers: ["10.0.0.6"] } },
        /^warning: /,
    ],
    [
        "R15",
        "an address that it has already",
        { live: { ...partner, bindings: ["10.0.0.5:25"] }, declared: { bindings: ["10.0.0.5:26"] } },
    ],
    [
        "R15",
        "the new ones of several",
        { live: { ...partner, bindings: ["10.0.0.5:25"] }, declared: { bindings: ["10.0.0.5:25", "10.0.0.6:25"] } },
        "10.0.0.6:",
    ],
    ["R15", "bindings not known", { live: {}, declared: { enabled: true } }],

    [
        "R15",
        "Default Frontend itself",
        { name: "Default Frontend EX01", live: defaultFrontend("EX01"), declared: { enabled: true } },
    ],
];

describe("bindings and ranges beside other receive connectors", () => tableOf(rows));
