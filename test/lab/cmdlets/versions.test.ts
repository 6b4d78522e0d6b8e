import { expect } from "chai";
import type { Product } from "../model/product.js";
import type { Release } from "../model/releases.js";
import { type Argument, type Arguments, Hashtable } from "./argument.js";
import { Bench } from "./bench.js";

const RELEASE: Readonly<Record<Product, Release>> = {
    "2007": "2007 SP3",
    "2010": "2010 SP3",
    "2013": "2013 CU23",
    "2016": "2016 CU23",
    "2019": "2019 CU15",
    SE: "SE",
};
const PRODUCTS = Object.keys(RELEASE) as Product[];
const on = (product: Product) => new Bench("single", {}, { releases: [RELEASE[product]] });

/** Parameter and a value for it, the cmdlet, and on which products it is known; the property is there with it. */
const GATES: readonly (readonly [string, Argument, cmdlet: "Set-SendConnector" | "Set-ReceiveConnector", Product[]])[] =
    [
        ["TlsAuthLevel", null, "Set-SendConnector", ["2010", "2013", "2016", "2019", "SE"]],
        ["TlsDomain", null, "Set-SendConnector", ["2010", "2013", "2016", "2019", "SE"]],
        ["ErrorPolicies", "Default", "Set-SendConnector", ["2010", "2013", "2016", "2019", "SE"]],
        ["TlsCertificateName", null, "Set-SendConnector", ["2013", "2016", "2019", "SE"]],
        ["CloudServicesMailEnabled", false, "Set-SendConnector", ["2013", "2016", "2019", "SE"]],
        ["FrontendProxyEnabled", false, "Set-SendConnector", ["2013", "2016", "2019", "SE"]],
        ["ConnectorType", "Default", "Set-SendConnector", ["2016", "2019", "SE"]],
        ["LinkedReceiveConnector", null, "Set-SendConnector", ["2007", "2010"]],
        ["IsCoexistenceConnector", false, "Set-SendConnector", ["2010"]],
        ["TlsDomainCapabilities", null, "Set-ReceiveConnector", ["2010", "2013", "2016", "2019", "SE"]],
        ["ExtendedProtectionPolicy", "None", "Set-ReceiveConnector", ["2010", "2013", "2016", "2019", "SE"]],
        ["TlsCertificateName", null, "Set-ReceiveConnector", ["2013", "2016", "2019", "SE"]],
        ["TransportRole", "HubTransport", "Set-ReceiveConnector", ["2013", "2016", "2019", "SE"]],
        ["ServiceDiscoveryFqdn", null, "Set-ReceiveConnector", ["2013", "2016", "2019", "SE"]],
        ["SmtpUtf8Enabled", true, "Set-ReceiveConnector", ["2013", "2016", "2019", "SE"]],
        ["AuthTarpitInterval", "00:00:05", "Set-ReceiveConnector", ["2016", "2019", "SE"]],
        ["RejectSingleLabelRecipientDomains", false, "Set-ReceiveConnector", ["2016", "2019", "SE"]],
    ];

describe("lab: versions", () => {
    for (const [parameter, value, cmdlet, products] of GATES) {
        it(`${cmdlet} -${parameter}: ${products.join(", ")}`, () => {
            for (const product of PRODUCTS) {
                const bench = on(product);
                bench.connector({ Name: "Relay" });
                bench.receive();
                const { error } = bench.run(cmdlet, { Identity: "Relay", [parameter]: value });
                const known = products.includes(product);
                expect(error?.fqid ?? "ok", product).to.match(known ? /^ok$/ : /^NamedParameterNotFound,/);
                const [object] = bench.run(cmdlet.replace("Set", "Get"), { Identity: "Relay" }).objects;
                expect(parameter in (object ?? {}), product).to.equal(known);
            }
        });
    }

    /** Cmdlet, arguments, and where it goes through. */
    const cmdlets: readonly (readonly [string, Arguments, Product[]])[] = [
        ["Get-TransportServer", {}, ["2007", "2010", "2013"]],
        ["Get-TransportService", {}, ["2013", "2016", "2019", "SE"]],
        ["Set-ReceiveConnector", { Identity: "Relay", LiveCredentialEnabled: false }, ["2010", "2013"]],
        ["Set-ReceiveConnector", { Identity: "Relay", ProxyEnabled: false }, ["2013"]],
        ["Set-ReceiveConnector", { Identity: "Relay", TlsDomainCapabilities: "a.com:AcceptOorgProtocol" }, ["2010"]],
        ["Set-SendConnector", { Identity: "Relay", ErrorPolicies: "DowngradeAuthFailures" }, ["2010"]],
        [
            "Set-SendConnector",
            { Identity: "Relay", ErrorPolicies: "UpgradeCustomFailures" },
            ["2013", "2016", "2019", "SE"],
        ],
        ["Set-SendConnector", { Identity: "Relay", SmartHosts: new Hashtable({}) }, PRODUCTS.slice(1)],
    ];
    for (const [cmdlet, given, products] of cmdlets) {
        it(`${cmdlet} ${JSON.stringify(given)}: ${products.join(", ")}`, () => {
            const passed = PRODUCTS.filter((product) => {
                const bench = on(product);
                bench.connector({ Name: "Relay" });
                bench.receive();
                return bench.reason(cmdlet, given) === "ok";
            });
            expect(passed).to.deep.equal(products);
        });
    }

    it("refuses the hashtable on 2010 RTM, whatever the switches say", () => {
        const bench = new Bench("legacy", { undocumentedMerge: "edit" }, { releases: ["2010 RTM"] });
        bench.connector();
        const given = { Identity: "To Fabrikam", AddressSpaces: new Hashtable({ Add: ["b.com"] }) };
        const { error } = bench.run("Set-SendConnector", given);
        expect(error?.fqid).to.match(/^ParameterArgumentTransformationError,/);
        const list = { TLSSendDomainSecureList: new Hashtable({ Add: ["b.com"] }) };
        expect(bench.run("Set-TransportConfig", list).error).to.not.equal(null);
    });

    it("has the surface of the server that the session reached, whatever else is in the organisation", () => {
        const mixed = new Bench("dag", {}, { releases: ["2010 SP3", "2019 CU15"] });
        const { context } = mixed;
        const newer = new Bench("dag", {}, { releases: ["2010 SP3", "2019 CU15"] });
        const server = newer.organisation.servers[1];
        if (server === undefined) throw new Error("no server");
        Object.assign(newer.context, { server });
        expect(context.server.product).to.equal("2010");
        const [seenByOld] = mixed.run("Get-ReceiveConnector", { Identity: "EX02\\Default EX02" }).objects;
        const [seenByNew] = newer.run("Get-ReceiveConnector", { Identity: "EX01\\Default EX01" }).objects;
        expect(seenByOld).to.not.have.any.keys("TransportRole", "TlsCertificateName");
        expect(seenByNew).to.include.all.keys("TransportRole", "TlsCertificateName");
    });
});
