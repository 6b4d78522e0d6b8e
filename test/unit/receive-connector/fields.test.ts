import { expect } from "chai";
import type { Field } from "../../../provider/resources/field";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { canonical } from "./canonical";

/**
 * Reference sheet 5.2 and 13 by hand: parameter, TypeScript name, cmdlets, first release, TLS relevance, last release.
 * Not in it: what belongs to the call and not to the connector (Identity, DomainController, Confirm, WhatIf), and the
 * five usage switches, which Usage stands for.
 */
const SHEET = `
Name name New+Set 2007 0
Server server New 2007 1
Usage usage New 2007 2
Bindings bindings New+Set 2007 1
RemoteIPRanges remoteIpRanges New+Set 2007 1
TransportRole transportRole New+Set 2013 1
AuthMechanism authMechanism New+Set 2007 3
PermissionGroups permissionGroups New+Set 2007 2
RequireTLS requireTls New+Set 2007 3
DomainSecureEnabled domainSecureEnabled New+Set 2007 3
Fqdn fqdn New+Set 2007 3
TlsCertificateName tlsCertificateName New+Set 2013 3
TlsDomainCapabilities tlsDomainCapabilities New+Set 2010 3
ExtendedProtectionPolicy extendedProtectionPolicy New+Set 2010 2
EnableAuthGSSAPI enableAuthGssapi New+Set 2007SP1 2
SuppressXAnonymousTls suppressXAnonymousTls New+Set 2010 3
AdvertiseClientSettings advertiseClientSettings New+Set 2010 0
AuthTarpitInterval authTarpitInterval New+Set 2016 0
Banner banner New+Set 2007 0
BareLinefeedRejectionEnabled bareLinefeedRejectionEnabled Set 2010 0
BinaryMimeEnabled binaryMimeEnabled New+Set 2007 0
ChunkingEnabled chunkingEnabled New+Set 2007 0
Comment comment New+Set 2007 0
ConnectionInactivityTimeout connectionInactivityTimeout New+Set 2007 0
ConnectionTimeout connectionTimeout New+Set 2007 0
DefaultDomain defaultDomain New+Set 2007 0
DeliveryStatusNotificationEnabled deliveryStatusNotificationEnabled New+Set 2007 0
EightBitMimeEnabled eightBitMimeEnabled New+Set 2007 0
Enabled enabled New+Set 2007 0
EnhancedStatusCodesEnabled enhancedStatusCodesEnabled New+Set 2007 0
LiveCredentialEnabled liveCredentialEnabled New+Set 2010 0 2013
ProxyEnabled proxyEnabled Set 2013 0 2013
LongAddressesEnabled longAddressesEnabled New+Set 2007SP1 0
MaxAcknowledgementDelay maxAcknowledgementDelay New+Set 2010 0
MaxHeaderSize maxHeaderSize New+Set 2007 0
MaxHopCount maxHopCount New+Set 2007 0
MaxInboundConnection maxInboundConnection New+Set 2007 0
MaxInboundConnectionPercentagePerSource maxInboundConnectionPercentagePerSource New+Set 2007 0
MaxInboundConnectionPerSource maxInboundConnectionPerSource New+Set 2007 0
MaxLocalHopCount maxLocalHopCount New+Set 2007 0
MaxLogonFailures maxLogonFailures New+Set 2007 0
MaxMessageSize maxMessageSize New+Set 2007 0
MaxProtocolErrors maxProtocolErrors New+Set 2007 0
MaxRecipientsPerMessage maxRecipientsPerMessage New+Set 2007 0
MessageRateLimit messageRateLimit New+Set 2007 0
MessageRateSource messageRateSource New+Set 2010 0
OrarEnabled orarEnabled New+Set 2007SP1 0
PipeliningEnabled pipeliningEnabled New+Set 2007 0
ProtocolLoggingLevel protocolLoggingLevel New+Set 2007 0
RejectReservedSecondLevelRecipientDomains rejectReservedSecondLevelRecipientDomains New+Set 2016 0
RejectReservedTopLevelRecipientDomains rejectReservedTopLevelRecipientDomains New+Set 2016 0
RejectSingleLabelRecipientDomains rejectSingleLabelRecipientDomains New+Set 2016 0
RequireEHLODomain requireEhloDomain New+Set 2007 0
ServiceDiscoveryFqdn serviceDiscoveryFqdn New+Set 2013 0
SizeEnabled sizeEnabled New+Set 2007 0
SmtpUtf8Enabled smtpUtf8Enabled Set 2013 0
TarpitInterval tarpitInterval New+Set 2007 0
`;

const rows = SHEET.trim().split("\n");

function asRow(name: string, { parameter, only, since, tls, until }: Field): string {
    return [parameter, name, only ?? "New+Set", since, tls, until]
        .filter((part) => part !== undefined)
        .join(" ")
        .replace("2007 SP1", "2007SP1");
}

describe("fields of a receive connector", () => {
    const { fields } = receiveConnector;

    it("every parameter of the sheet that New or Set takes, and no other", () => {
        const table = Object.entries(fields).map(([name, field]) => asRow(name, field));
        expect(table.sort()).to.deep.equal([...rows].sort());
    });

    it("what stands for a connector's identity or cannot be read again", () => {
        const named = (test: (field: Field) => boolean) =>
            Object.keys(fields).filter((name) => fields[name] !== undefined && test(fields[name]));
        expect(named(({ required }) => required === true)).to.deep.equal(["name", "server"]);
        expect(named(({ readable }) => readable === false)).to.deep.equal(["usage"]);
        expect(named(({ list }) => list?.mode === "exact")).to.deep.equal(["bindings", "remoteIpRanges"]);
        expect(named(({ list }) => list?.mode === "merge")).to.deep.equal(["tlsDomainCapabilities"]);
        expect(named(({ list }) => list?.notEmpty === true)).to.deep.equal(["bindings", "remoteIpRanges"]);
        expect(named(({ flags }) => flags !== undefined)).to.deep.equal([
            "authMechanism",
            "permissionGroups",
            "messageRateSource",
        ]);
    });

    for (const [name, { doc, default: standard }] of Object.entries(fields)) {
        it(`${name}: its words fit a TSDoc comment`, () => {
            expect(doc).to.match(/[.]$/);
            expect(`${doc} ${standard}`).not.to.match(/\*\/|\n/);
            expect(standard).not.to.match(/[.]$/);
        });
    }
});

const NOT = "refused";

/** Odd inputs and the ends of the ranges of sheet 5.2; R1 and R20 hold because such values cannot be written at all. */
const values: readonly (readonly [field: string, spelled: unknown, means: unknown])[] = [
    ["authMechanism", ["None", "Tls"], NOT],
    ["authMechanism", ["none"], []],
    ["authMechanism", [], []],
    [
        "authMechanism",
        "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer",
        ["BasicAuth", "BasicAuthRequireTLS", "ExchangeServer", "Integrated", "Tls"],
    ],
    ["authMechanism", ["TLS", "externalauthoritative", "tls"], ["ExternalAuthoritative", "Tls"]],
    ["authMechanism", ["Kerberos"], NOT],
    ["permissionGroups", "AnonymousUsers, Custom", ["AnonymousUsers"]],
    ["permissionGroups", ["Everyone"], NOT],
    ["messageRateSource", "All", ["IPAddress", "User"]],
    ["messageRateSource", "None", []],
    ["usage", ["Client", "Internal"], NOT],
    ["usage", "client", "Client"],
    ["server", "ex01.contoso.com", "EX01"],
    ["server", "", NOT],
    ["name", "x".repeat(64), "x".repeat(64)],
    ["name", "x".repeat(65), NOT],
    ["name", "Relay*", NOT],
    ["bindings", ["25"], NOT],
    ["bindings", ["0.0.0.0:0"], NOT],
    ["bindings", ["[::0]:25", "0.0.0.0:25"], ["0.0.0.0:25", "[::]:25"]],
    ["remoteIpRanges", ["10.0.0.0(255.255.255.0)"], ["10.0.0.0-10.0.0.255"]],
    ["remoteIpRanges", ["10.0.0.9-10.0.0.1"], NOT],
    ["transportRole", "Edge", NOT],
    [
        "tlsDomainCapabilities",
        ["Mail.Protection.Outlook.com:acceptcloudservicesmail"],
        ["mail.protection.outlook.com:AcceptCloudServicesMail"],
    ],
    ["connectionTimeout", "00:00:00", NOT],
    ["connectionTimeout", "1.00:00:00", 86_400_000],
    ["connectionTimeout", "1.00:00:01", NOT],
    ["connectionInactivityTimeout", "00:00:01", 1_000],
    ["tarpitInterval", "00:10:00", 600_000],
    ["tarpitInterval", "00:10:01", NOT],
    ["authTarpitInterval", "00:00:00", 0],
    ["maxHeaderSize", 0, NOT],
    ["maxMessageSize", "63KB", NOT],
    ["maxMessageSize", "64KB", 65_536],
    ["maxMessageSize", "unlimited", NOT],
    ["maxHopCount", 0, NOT],
    ["maxHopCount", 500, 500],
    ["maxLocalHopCount", 0, 0],
    ["maxLocalHopCount", 51, NOT],
    ["maxLogonFailures", 11, NOT],
    ["maxInboundConnection", "Unlimited", "unlimited"],
    ["maxInboundConnectionPerSource", 10_001, NOT],
    ["maxInboundConnectionPercentagePerSource", "unlimited", NOT],
    ["maxProtocolErrors", 0, 0],
    ["maxRecipientsPerMessage", 512_001, NOT],
    ["messageRateLimit", 0, NOT],
    ["sizeEnabled", "enabledwithoutvalue", "EnabledWithoutValue"],
    ["defaultDomain", "Contoso.com", "contoso.com"],
    ["defaultDomain", null, null],
    ["tlsCertificateName", "<I><S>", NOT],
    ["tlsCertificateName", "<i>CN=a<s>CN=b", "<I>CN=a<S>CN=b"],
];

describe("values of a receive connector", () => {
    for (const [field, spelled, means] of values) {
        it(`${field}: ${JSON.stringify(spelled).slice(0, 60)} -> ${JSON.stringify(means)}`, () => {
            const read = () => canonical({ [field]: spelled })[field];
            if (means === NOT) expect(read).to.throw();
            else expect(read()).to.deep.equal(means);
        });
    }
});
