import { expect } from "chai";
import { Bench } from "../cmdlets/bench.js";
import type { LiveObject } from "../cmdlets/context.js";
import { PRESETS, type Preset } from "./presets.js";

/** Server, version, roles, and names of its receive connectors. */
const TABLE: Readonly<Record<Preset, readonly [server: string, version: RegExp, role: string, connectors: string[]]>> =
    {
        single: [
            "EX01",
            /^Version 15\.2 \(Build 1748\.10\)$/,
            "Mailbox",
            ["Default", "Client Proxy", "Default Frontend", "Outbound Proxy Frontend", "Client Frontend"],
        ],
        dag: [
            "EX01",
            /^Version 15\.2 /,
            "Mailbox",
            ["Default", "Client Proxy", "Default Frontend", "Outbound Proxy Frontend", "Client Frontend"],
        ],
        hybrid: [
            "EX01",
            /^Version 15\.2 /,
            "Mailbox",
            ["Default", "Client Proxy", "Outbound Proxy Frontend", "Client Frontend", "Default Frontend"],
        ],
        edge: ["EDGE01", /^Version 15\.2 /, "Edge", ["Default internal receive connector"]],
        legacy: ["EX10", /^Version 14\.3 \(Build /, "Mailbox, ClientAccess, HubTransport", ["Default", "Client"]],
        se: [
            "EX01",
            /^Version 15\.2 /,
            "Mailbox",
            ["Default", "Client Proxy", "Default Frontend", "Outbound Proxy Frontend", "Client Frontend"],
        ],
    };

describe("lab: presets", () => {
    for (const preset of PRESETS) {
        it(`${preset} is as setup leaves it, and no rule stands against a change of anything`, () => {
            const bench = new Bench(preset);
            const [name, version, role, connectors] = TABLE[preset];
            const [server] = bench.run("Get-ExchangeServer").objects;
            expect(server).to.include({ Name: name, ServerRole: role, IsEdgeServer: preset === "edge" });
            expect(server?.AdminDisplayVersion).to.match(version);
            expect(server?.IsFrontendTransportServer).to.equal(preset === "legacy" ? undefined : preset !== "edge");
            const all = bench.run("Get-ReceiveConnector");
            const own = all.objects.filter(({ Server }) => Server === name);
            expect(own.map(({ Name }) => Name)).to.deep.equal(connectors.map((start) => `${start} ${name}`));
            for (const { Identity } of all.objects) {
                const given = { Identity: String(Identity), Comment: "x" };
                expect(bench.run("Set-ReceiveConnector", given)).to.include({ error: null, changed: true });
            }
        });
    }

    it("have the live values of the five connectors of a Mailbox server", () => {
        const live = (start: string): LiveObject =>
            new Bench().run("Get-ReceiveConnector", { Identity: `EX01\\${start} EX01` }).objects[0] ?? {};
        const five = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer";
        expect(live("Default Frontend")).to.deep.include({
            AuthMechanism: five,
            PermissionGroups: "AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
            TransportRole: "FrontendTransport",
            Bindings: ["0.0.0.0:25", "[::]:25"],
            ProtocolLoggingLevel: "Verbose",
            Fqdn: "EX01.contoso.com",
            MaxHopCount: 60,
            MaxLocalHopCount: 5,
            MaxMessageSize: "36 MB (37,748,736 bytes)",
            MaxHeaderSize: "256 KB (262,144 bytes)",
            RemoteIPRanges: ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"],
            Server: "EX01",
        });
        expect(live("Outbound Proxy Frontend")).to.include({
            TarpitInterval: "00:00:00",
            ProtocolLoggingLevel: "Verbose",
        });
        expect(live("Client Frontend")).to.include({
            MessageRateLimit: "5",
            MessageRateSource: "User",
            EnableAuthGSSAPI: true,
        });
        expect(live("Default")).to.include({
            AuthMechanism: five,
            TransportRole: "HubTransport",
            SizeEnabled: "EnabledWithoutValue",
            MaxRecipientsPerMessage: 5000,
            MaxInboundConnectionPerSource: "Unlimited",
            MaxInboundConnectionPercentagePerSource: 100,
        });
        expect(live("Client Proxy")).to.include({ PermissionGroups: "ExchangeUsers, ExchangeServers" });
        expect(Object.keys(live("Default")).slice(0, 5)).to.deep.equal([
            "AuthMechanism",
            "Banner",
            "BinaryMimeEnabled",
            "Bindings",
            "ChunkingEnabled",
        ]);
    });

    it("hybrid has the wizard's connectors, and a certificate behind their name", () => {
        const bench = new Bench("hybrid");
        const [send] = bench.run("Get-SendConnector").objects;
        expect(send).to.deep.include({
            AddressSpaces: ["smtp:contoso.mail.onmicrosoft.com;1"],
            TlsAuthLevel: "DomainValidation",
            TlsDomain: "mail.protection.outlook.com",
            CloudServicesMailEnabled: true,
            SourceTransportServers: ["EX01", "EX02"],
        });
        for (const server of ["EX01", "EX02"]) {
            const identity = `${server}\\Default Frontend ${server}`;
            const [front] = bench.run("Get-ReceiveConnector", { Identity: identity }).objects;
            expect(front).to.deep.include({
                TlsDomainCapabilities: ["mail.protection.outlook.com:AcceptCloudServicesMail"],
                TlsCertificateName: send?.TlsCertificateName ?? "",
            });
            const [first] = bench.run("Get-ExchangeCertificate", {
                Server: server,
                DomainName: "mail.contoso.com",
            }).objects;
            expect(`<I>${first?.Issuer}<S>${first?.Subject}`).to.equal(send?.TlsCertificateName);
            expect(first?.Status).to.equal("Valid");
        }
        expect(bench.reason("Set-SendConnector", { Identity: String(send?.Name), Comment: "x" })).to.equal("ok");
    });
});
