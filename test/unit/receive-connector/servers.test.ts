import { expect } from "chai";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { type FindingRow, NOT_CHECKED, tableOf } from "./finding-table";
import { around, type Change, defaultFrontend, FIVE, servers, subject } from "./organisation";

const partner = { bindings: ["0.0.0.0:25"], remoteIpRanges: ["203.0.113.0/26"] };
const suppress = { live: { suppressXAnonymousTls: false }, declared: { suppressXAnonymousTls: true } };
const answers = (rows: Record<string, readonly Record<string, string | boolean>[]>) => ({ facts: rows });
const mail = { requireTls: true, authMechanism: ["Tls"], fqdn: "mail.contoso.com" };
const SWITCH = "UseDowngradedExchangeServerAuth";

const rows: readonly FindingRow[] = [
    ["5.2", "a server of the organisation", { declared: partner }],
    [
        "5.2",
        "a server that nobody knows",
        { on: "EX77", declared: partner },
        /^error: there is no Exchange server EX77: .*EX01, EX02, MBX13 and 3 more/,
    ],
    [
        "5.2",
        "a connector of a server that is not shown",
        { on: "EX77", live: {}, declared: { enabled: true } },
        NOT_CHECKED,
    ],

    [
        "5.2",
        "a capability that is newer than the server",
        { on: "HUB10", declared: { ...partner, tlsDomainCapabilities: ["a.com:AcceptCloudServicesMail"] } },
        /^error: HUB10 runs Exchange 2010, which does not know AcceptCloudServicesMail .*: declare AcceptOorgProtocol$/,
    ],
    [
        "5.2",
        "a capability that is gone, beside one that is known",
        {
            declared: {
                ...partner,
                tlsDomainCapabilities: ["<I>CN=a:b<S>CN=c:acceptoorgprotocol,AcceptCloudServicesMail"],
            },
        },
        /^error: EX01 runs Exchange 2019 or SE, which does not know AcceptOorgProtocol .*: declare AcceptCloudServicesMail$/,
    ],
    [
        "5.2",
        "a capability of 2010 on 2010",
        {
            on: "HUB10",
            session: "HUB10",
            declared: { ...partner, tlsDomainCapabilities: ["a.com:AcceptOorgProtocol"] },
        },
    ],
    [
        "5.2",
        "a capability of 2010 by the cmdlets of 2019",
        { on: "HUB10", declared: { ...partner, tlsDomainCapabilities: ["a.com:AcceptOorgProtocol"] } },
        /^error: EX01 runs Exchange 2019 or SE, which does not know AcceptOorgProtocol/,
    ],
    [
        "5.2",
        "a capability that no source names, and one that is there already",
        {
            live: { tlsDomainCapabilities: ["a.com:AcceptOorgProtocol"] },
            declared: { tlsDomainCapabilities: ["a.com:AcceptOorgProtocol", "b.com:AcceptSomething"] },
        },
    ],
    [
        "5.2",
        "a capability on a server of an unknown version",
        { on: "EX99", declared: { ...partner, tlsDomainCapabilities: ["a.com:AcceptCloudServicesMail"] } },
    ],

    [
        "9",
        "a new connector of an Edge server from inside",
        { on: "EDGE01", declared: partner },
        /^error: EDGE01 is an Edge server, whose receive connectors EX01 cannot make: .* connection to EDGE01 itself/,
    ],
    ["9", "on the Edge server itself", { on: "EDGE01", session: "EDGE01", declared: partner }],
    ["9", "of another Mailbox server", { on: "EX02", declared: partner }],
    ["9", "of a server that nobody knows", { on: "EX77", declared: partner }],

    [
        "R14",
        "idle as long as a new connector lives",
        { declared: { ...partner, connectionInactivityTimeout: "00:10:00" } },
        /^error: a new connector on EX01 has connectionTimeout 00:10:00, .*: declare both so$/,
    ],
    [
        "R14",
        "idle as long as a new connector of an Edge server lives",
        { on: "EDGE01", declared: { ...partner, connectionInactivityTimeout: "00:05:00" } },
        "connectionTimeout 00:05:00",
    ],
    [
        "R14",
        "a life as short as the new connector may idle",
        { declared: { ...partner, connectionTimeout: "00:05:00" } },
        "connectionInactivityTimeout 00:05:00",
    ],
    ["R14", "the same on an Edge server", { on: "EDGE01", declared: { ...partner, connectionTimeout: "00:05:00" } }],
    ["R14", "shorter", { declared: { ...partner, connectionInactivityTimeout: "00:09:59" } }],
    [
        "R14",
        "both: it holds between properties",
        { declared: { ...partner, connectionInactivityTimeout: "00:10:00", connectionTimeout: "00:10:00" } },
    ],
    ["R14", "neither", { declared: partner }],
    ["R14", "one that exists", { live: {}, declared: { connectionInactivityTimeout: "00:10:00" } }],
    ["R14", "a server that is not known", { on: "EX77", declared: { connectionInactivityTimeout: "00:10:00" } }],

    ["5.1", "Custom without both", {}, /^error: .*usage Custom needs bindings and remoteIpRanges: declare them/],
    [
        "5.1",
        "Partner without ranges",
        { declared: { usage: "Partner", bindings: ["0.0.0.0:25"] } },
        "needs remoteIpRanges: declare it",
    ],
    ["5.1", "Internet without bindings", { declared: { usage: "Internet" } }, "needs bindings"],
    ["5.1", "Internet with bindings", { declared: { usage: "Internet", bindings: ["0.0.0.0:25"] } }],
    ["5.1", "Internal with ranges", { declared: { usage: "Internal", remoteIpRanges: ["10.0.0.1"] } }],
    ["5.1", "Client without ranges", { declared: { usage: "Client" } }, "needs remoteIpRanges"],
    ["5.1", "one that exists", { live: {}, declared: { enabled: true } }],

    ["R29", "no role on a Mailbox server", { declared: partner }, /^error: declare transportRole/],
    ["R29", "no role on a 2013 server", { on: "MBX13", declared: partner }, /^error: /],
    ["R29", "a role", { declared: { ...partner, transportRole: "HubTransport" } }],
    ["R29", "no role on an Edge server", { on: "EDGE01", declared: partner }],
    ["R29", "no role on a server of 2010", { on: "HUB10", declared: partner }],
    ["R29", "one that exists", { live: partner, declared: { enabled: true } }],
    ["R29", "a server that is not known", { on: "EX77", declared: partner }],

    [
        "R19",
        "a role on an Edge server",
        { on: "EDGE01", declared: { ...partner, transportRole: "FrontendTransport" } },
        /^error: EDGE01 is an Edge server, which knows no transportRole/,
    ],
    [
        "R19",
        "usage Client on an Edge server",
        { on: "EDGE01", declared: { ...partner, usage: "Client" } },
        'no usage "Client"',
    ],
    [
        "R19",
        "legacy servers on an Edge server",
        { on: "EDGE01", live: {}, declared: { permissionGroups: ["ExchangeLegacyServers"] } },
        "no ExchangeLegacyServers in permissionGroups",
    ],
    [
        "R19",
        "long addresses on an Edge server (R18)",
        { on: "EDGE01", declared: { ...partner, longAddressesEnabled: true } },
        "no longAddressesEnabled",
    ],
    ["R19", "no long addresses", { on: "EDGE01", declared: { ...partner, longAddressesEnabled: false } }],
    ["R19", "usage Internal on an Edge server", { on: "EDGE01", declared: { ...partner, usage: "Internal" } }],
    [
        "R19",
        "all of them on a Mailbox server",
        {
            declared: {
                ...partner,
                usage: "Client",
                transportRole: "FrontendTransport",
                permissionGroups: ["ExchangeLegacyServers"],
            },
        },
    ],

    [
        "R7",
        "another name",
        { declared: { authMechanism: FIVE, fqdn: "mail.contoso.com" } },
        /^error: .*"ex01\.contoso\.com", "EX01" or null, not "mail\.contoso\.com"/,
    ],
    ["R7", "another server's name", { declared: { authMechanism: FIVE, fqdn: "ex02.contoso.com" } }, /^error: /],
    [
        "R7",
        "on the merged state",
        {
            live: { authMechanism: ["Tls"], fqdn: "mail.contoso.com" },
            declared: { authMechanism: ["Tls", "ExchangeServer"] },
        },
        /^error: /,
    ],
    ["R7", "the FQDN", { declared: { authMechanism: FIVE, fqdn: "EX01.Contoso.com" } }],
    ["R7", "the short name", { declared: { authMechanism: FIVE, fqdn: "ex01" } }],
    ["R7", "none", { declared: { authMechanism: FIVE, fqdn: null } }],
    ["R7", "without ExchangeServer", { declared: { authMechanism: ["Tls"], fqdn: "mail.contoso.com" } }],
    ["R7", "mechanisms not known", { live: {}, declared: { fqdn: "mail.contoso.com" } }],
    ["R7", "fqdn not known", { live: {}, declared: { authMechanism: FIVE } }],
    ["R7", "a server that is not known", { on: "EX77", declared: { authMechanism: FIVE, fqdn: "mail.contoso.com" } }],

    [
        "S23",
        "no certificate of the name",
        { declared: mail, ...answers({ "Get-ExchangeCertificate": [] }) },
        /^error: EX01 has no valid SMTP certificate/,
    ],
    ["S23", "no certificate is asked for", { live: {}, declared: { enabled: true } }],
    ["S23", "the certificates cannot be read", { declared: mail }, NOT_CHECKED],

    [
        "R12",
        "the switch is off",
        { ...suppress, ...answers({ "Get-TransportService": [{ Name: "EX01", [SWITCH]: false }] }) },
        /^error: .*run Set-TransportService 'EX01' -UseDowngradedExchangeServerAuth \$true first/,
    ],
    [
        "R12",
        "the switch is on",
        { ...suppress, ...answers({ "Get-TransportService": [{ Name: "ex01", [SWITCH]: true }] }) },
    ],
    [
        "R12",
        "on a session of 2010",
        {
            ...suppress,
            on: "HUB10",
            session: "HUB10",
            ...answers({ "Get-TransportServer": [{ Name: "HUB10", [SWITCH]: false }] }),
        },
        "run Set-TransportServer 'HUB10'",
    ],
    [
        "R12",
        "another server answers",
        { ...suppress, ...answers({ "Get-TransportService": [{ Name: "EX02", [SWITCH]: true }] }) },
        NOT_CHECKED,
    ],
    [
        "R12",
        "the switch is not shown",
        { ...suppress, ...answers({ "Get-TransportService": [{ Name: "EX01" }] }) },
        NOT_CHECKED,
    ],
    ["R12", "no answer", suppress, NOT_CHECKED],
    ["R12", "suppressed already", { live: { suppressXAnonymousTls: true }, declared: { suppressXAnonymousTls: true } }],
    ["R12", "turned off", { live: { suppressXAnonymousTls: true }, declared: { suppressXAnonymousTls: false } }],
    ["R12", "not known", { live: {}, declared: { enabled: true } }],
];

describe("a receive connector and its server", () => {
    tableOf(rows);

    it("R12 asks for the one server, and only when it must", () => {
        const asked: string[] = [];
        const rule = receiveConnector.crossRules.find(({ code }) => code === "R12");
        const on = (change: Change) => ({ ...subject(change), around: around({}, asked) });
        expect(() => rule?.find(on(suppress))).to.throw();
        rule?.find(on({ declared: { enabled: true } }));
        expect(asked).to.deep.equal(["Get-TransportService EX01"]);
    });

    it("every rule is quiet about what setup makes, as long as it is not changed", () => {
        const quiet = { name: "Default Frontend EX01", live: defaultFrontend("EX01"), neighbours: [], servers };
        const findings = receiveConnector.crossRules.flatMap((rule) => rule.find(subject(quiet)));
        expect(findings).to.deep.equal([]);
    });
});
