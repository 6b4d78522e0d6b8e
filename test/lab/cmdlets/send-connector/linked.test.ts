import { expect } from "chai";
import type { Arguments } from "../argument.js";
import { Bench } from "../bench.js";

const LINKED = {
    Name: "Linked",
    LinkedReceiveConnector: "EX10\\Default EX10",
    DNSRoutingEnabled: false,
    SmartHosts: ["10.0.0.1"],
    SmartHostAuthMechanism: "ExternalAuthoritative",
    MaxMessageSize: "unlimited",
};

/** What else New is given, and the exception's name. */
const TABLE: readonly (readonly [Arguments, string])[] = [
    [{ LinkedReceiveConnector: "EX10\\Nobody" }, "ManagementObjectNotFoundException"],
    [{ AddressSpaces: ["fabrikam.com"] }, "DataValidationException"],
    [{ DNSRoutingEnabled: true, SmartHosts: null, SmartHostAuthMechanism: "None" }, "DataValidationException"],
    [{ SmartHostAuthMechanism: "None" }, "DataValidationException"],
    [{ MaxMessageSize: "10MB" }, "DataValidationException"],
    [{ IsScopedConnector: true }, "ParameterBindingException"],
    [{ AddressSpaces: null }, "ok"],
    [{ LinkedReceiveConnector: "default ex10" }, "ok"],
];

describe("lab: linked connectors (S13)", () => {
    for (const [given, reason] of TABLE) {
        it(`New ${JSON.stringify(given)}: ${reason}`, () => {
            expect(new Bench("legacy").reason("New-SendConnector", { ...LINKED, ...given })).to.equal(reason);
        });
    }

    it("reads back the connector it is linked to, and is nothing that 2013 knows", () => {
        const [object] = new Bench("legacy").run("New-SendConnector", LINKED).objects;
        expect(object).to.deep.include({ LinkedReceiveConnector: "EX10\\Default EX10", AddressSpaces: [] });
        const { error } = new Bench("single", {}, { releases: ["2013 CU23"] }).run("New-SendConnector", LINKED);
        expect(error?.fqid).to.match(/^NamedParameterNotFound,/);
    });

    it("needs address spaces where it is not linked", () => {
        const { error } = new Bench("legacy").run("New-SendConnector", { Name: "x" });
        expect(error?.fqid).to.match(/^MissingMandatoryParameter,/);
        expect(new Bench("legacy").connector().objects[0]).to.include({ MaxMessageSize: "10 MB (10,485,760 bytes)" });
    });
});
