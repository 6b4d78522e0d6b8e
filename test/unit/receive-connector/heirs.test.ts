import { expect } from "chai";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { type FindingRow, NOT_CHECKED, tableOf } from "./finding-table";
import { type Change, defaultFrontend, defaults, neighbour, subject } from "./organisation";

const live = {
    enabled: true,
    transportRole: "FrontendTransport",
    authMechanism: ["Tls"],
    requireTls: true,
    domainSecureEnabled: false,
    bindings: ["0.0.0.0:25"],
    remoteIpRanges: ["203.0.113.0/24"],
};
const disabled = { live, declared: { enabled: false } };
const second = (values: object) => [...defaults, neighbour("EX01", "Second", { ...live, ...values })];

const rows: readonly FindingRow[] = [
    [
        "D1",
        "disabled, with TLS demanded",
        disabled,
        /^warning: 'EX01\\Default Frontend EX01' serves 203\.0\.113\.0-203\.0\.113\.255 after this, with less TLS: "STARTTLS offered.*", so far "STARTTLS required/,
    ],
    [
        "D1",
        "disabled, and nobody else listens",
        { ...disabled, neighbours: [] },
        /^warning: nothing serves 203\.0\.113\.0-203\.0\.113\.255 after this/,
    ],
    [
        "D1",
        "disabled, others on another server",
        { ...disabled, neighbours: [neighbour("EX02", "Default Frontend EX02", defaultFrontend("EX02"))] },
        "nothing serves",
    ],
    [
        "D1",
        "disabled, another one is disabled as well",
        { ...disabled, neighbours: [neighbour("EX01", "Second", { ...live, enabled: false })] },
        "nothing serves",
    ],
    [
        "D1",
        "disabled, the same TLS takes over",
        { ...disabled, neighbours: second({ remoteIpRanges: ["203.0.112.0/23"] }) },
    ],
    [
        "D1",
        "disabled, mutual TLS is lost",
        { live: { ...live, requireTls: false, domainSecureEnabled: true }, declared: { enabled: false } },
        /^warning: /,
    ],
    [
        "D1",
        "disabled, STARTTLS is lost",
        {
            live: { ...live, requireTls: false },
            declared: { enabled: false },
            neighbours: second({ requireTls: false, authMechanism: [], remoteIpRanges: ["203.0.112.0/23"] }),
        },
        "'EX01\\Second' serves",
    ],
    ["D1", "disabled, nothing was demanded", { live: { ...live, requireTls: false }, declared: { enabled: false } }],
    [
        "D1",
        "disabled, the heir's TLS is not known",
        {
            ...disabled,
            neighbours: [neighbour("EX01", "X", { bindings: ["0.0.0.0:25"], remoteIpRanges: ["0.0.0.0/0"] })],
        },
    ],
    [
        "D1",
        "disabled, two share its clients",
        {
            ...disabled,
            neighbours: [
                neighbour("EX01", "A", { ...live, remoteIpRanges: ["203.0.113.0/25"] }),
                neighbour("EX01", "B", { ...live, remoteIpRanges: ["203.0.113.128/25"] }),
            ],
        },
    ],
    [
        "D1",
        "narrowed",
        { live, declared: { remoteIpRanges: ["203.0.113.0/25"] } },
        "serves 203.0.113.128-203.0.113.255 after this",
    ],
    [
        "D1",
        "narrowed in the middle",
        { live, declared: { remoteIpRanges: ["203.0.113.1-203.0.113.254"] } },
        "serves 203.0.113.0, 203.0.113.255 after this",
    ],
    ["D1", "widened", { live, declared: { remoteIpRanges: ["203.0.112.0/23"] } }],
    ["D1", "written in two halves", { live, declared: { remoteIpRanges: ["203.0.113.0/25", "203.0.113.128/25"] } }],
    [
        "D1",
        "moved to another port",
        { live, declared: { bindings: ["0.0.0.0:2525"] } },
        /^warning: 'EX01\\Default Frontend EX01' serves 203\.0\.113\.0-203\.0\.113\.255 after this, with less TLS/,
    ],
    [
        "D1",
        "moved and narrowed: each client once",
        { live, declared: { bindings: ["0.0.0.0:2525"], remoteIpRanges: ["203.0.113.0/25"] } },
        /serves 203\.0\.113\.128-203\.0\.113\.255, 203\.0\.113\.0-203\.0\.113\.127 after this/,
    ],
    ["D1", "from all addresses to one", { live, declared: { bindings: ["10.0.0.5:25"] } }, /^warning: /],
    [
        "D1",
        "from one address to all",
        { live: { ...live, bindings: ["10.0.0.5:25"] }, declared: { bindings: ["0.0.0.0:25"] } },
    ],
    [
        "D1",
        "without its IPv6 binding, which had no clients",
        { live: { ...live, bindings: ["0.0.0.0:25", "[::]:25"] }, declared: { bindings: ["0.0.0.0:25"] } },
    ],
    ["D1", "moved, and nobody else listens there", { live, declared: { bindings: ["0.0.0.0:2525"] }, neighbours: [] }],
    ["D1", "disabled before", { live: { ...live, enabled: false }, declared: { remoteIpRanges: ["203.0.113.1"] } }],
    ["D1", "new", { declared: live }],
    ["D1", "ranges not known", { live: { requireTls: true }, declared: { enabled: false } }],
    ["D1", "the others cannot be read", { ...disabled, neighbours: "unreadable" }, NOT_CHECKED],
];

describe("who serves the clients of a receive connector after it", () => tableOf(rows));

const shown = (PermissionGroups: string) => ({ wire: { PermissionGroups } });
const PLAIN = shown("AnonymousUsers");
const HEIR = /^'EX01\\Default Frontend EX01' serves 203\.0\.113\.0-203\.0\.113\.255 then \(STARTTLS offered/;

const removals: readonly (readonly [what: string, change: Change, ...texts: RegExp[]])[] = [
    ["the heir and its TLS", { live, ...PLAIN }, HEIR],
    ["nobody", { live, neighbours: [], ...PLAIN }, /^nothing serves 203\.0\.113\.0-203\.0\.113\.255 then/],
    [
        "explicit rights",
        { live, ...shown("AnonymousUsers, Custom") },
        HEIR,
        /are lost: .*'EX01\\From Fabrikam' \(R30\)/,
    ],
    ["a disabled connector", { live: { ...live, enabled: false }, ...PLAIN }],
    ["a disabled connector with rights", { live: { ...live, enabled: false }, ...shown("custom") }, /R30/],
    ["ranges not known", { live: { enabled: true }, ...PLAIN }],
    ["rights are not shown", { live }, HEIR],
    ["one that is not there yet", { declared: live }, HEIR],
];

describe("removal of a receive connector", () => {
    for (const [what, change, ...texts] of removals) {
        it(what, () => {
            const said = receiveConnector.onRemoval?.(subject(change)) ?? [];
            expect(said, said.join("\n")).to.have.lengthOf(texts.length);
            for (const [at, text] of texts.entries()) expect(said[at]).to.match(text);
        });
    }
});
