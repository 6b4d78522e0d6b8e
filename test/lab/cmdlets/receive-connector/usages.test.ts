import { expect } from "chai";
import type { Arguments } from "../argument.js";
import { Bench } from "../bench.js";

/** Usage, what else is given (without Bindings and RemoteIPRanges), and the connector, or null: something is missing. */
const USAGES: readonly (readonly [given: Arguments, Arguments | null])[] = [
    [{}, null],
    [{ Bindings: ["0.0.0.0:2626"] }, null],
    [{ RemoteIPRanges: ["10.0.0.1"] }, null],
    [{ Partner: true, Bindings: ["0.0.0.0:2626"] }, null],
    [{ Usage: "Partner", RemoteIPRanges: ["10.0.0.1"] }, null],
    [{ Internet: true }, null],
    [{ Usage: "Internal" }, null],
    [{ Client: true, Bindings: ["0.0.0.0:2626"] }, null],
    [
        { Internet: true, Bindings: ["0.0.0.0:2626"] },
        { AuthMechanism: "Tls", PermissionGroups: "AnonymousUsers", RemoteIPRanges: ["0.0.0.0-255.255.255.255"] },
    ],
    [
        { Usage: "internal", RemoteIPRanges: ["10.0.0.1"], TransportRole: "FrontendTransport" },
        {
            AuthMechanism: "Tls, ExchangeServer",
            PermissionGroups: "ExchangeServers, ExchangeLegacyServers",
            Bindings: ["0.0.0.0:25"],
        },
    ],
    [
        { Client: true, RemoteIPRanges: ["10.0.0.1"], TransportRole: "FrontendTransport" },
        {
            AuthMechanism: "Tls, Integrated, BasicAuth, BasicAuthRequireTLS",
            PermissionGroups: "ExchangeUsers",
            Bindings: ["0.0.0.0:587"],
        },
    ],
    [
        { Partner: true, Bindings: ["0.0.0.0:2626"], RemoteIPRanges: ["10.0.0.1"], AuthMechanism: "None" },
        { AuthMechanism: "None", PermissionGroups: "Partners" },
    ],
    [
        { Bindings: ["0.0.0.0:2626"], RemoteIPRanges: ["10.0.0.1"] },
        { AuthMechanism: "Tls", PermissionGroups: "None", TransportRole: "HubTransport", Fqdn: "EX01.contoso.com" },
    ],
];

describe("lab: usages of receive connectors", () => {
    for (const [given, expected] of USAGES) {
        it(`${JSON.stringify(given)}: ${expected === null ? "something is missing" : "made"}`, () => {
            const { error, objects } = new Bench().run("New-ReceiveConnector", { Name: "x", ...given });
            if (expected === null) expect(error?.fqid).to.match(/^MissingMandatoryParameter,New-ReceiveConnector/);
            else {
                expect(error).to.equal(null);
                expect(objects[0]).to.deep.include({ ...expected, MaxLocalHopCount: 8 });
                expect(objects[0]).to.not.have.any.keys("Usage");
            }
        });
    }
});
