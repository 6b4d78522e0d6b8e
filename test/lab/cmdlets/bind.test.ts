import { expect } from "chai";
import { type Arguments, Credential, Hashtable } from "./argument.js";
import { Bench } from "./bench.js";

/** What is given to Set-SendConnector, and the beginning of the error's id; null: bound. */
const TABLE: readonly (readonly [Arguments, string | null])[] = [
    [{ NoSuchThing: 1 }, "NamedParameterNotFound,Set-SendConnector"],
    [{ Usage: "Partner" }, "NamedParameterNotFound"],
    [{ LinkedReceiveConnector: "x" }, "NamedParameterNotFound"],
    [{ IsCoexistenceConnector: true }, "NamedParameterNotFound"],
    [{ RequireTLS: "True" }, "ParameterArgumentTransformationError,Set-SendConnector"],
    [{ RequireTLS: "" }, "ParameterArgumentTransformationError"],
    [{ RequireTLS: null }, "ParameterArgumentTransformationError"],
    [{ RequireTLS: ["True"] }, "ParameterArgumentTransformationError"],
    [{ RequireTLS: 1 }, null],
    [{ requiretls: true }, null],
    [{ Port: "twenty" }, "ParameterArgumentTransformationError"],
    [{ Port: [25] as unknown as string[] }, "ParameterArgumentTransformationError"],
    [{ Port: 1e12 }, "ParameterArgumentTransformationError"],
    [{ Port: 65_536 }, "ParameterArgumentValidationError,Set-SendConnector"],
    [{ Port: -1 }, "ParameterArgumentValidationError"],
    [{ Port: "587" }, null],
    [{ TlsAuthLevel: "Strict" }, "ParameterArgumentTransformationError"],
    [{ TlsAuthLevel: "" }, "ParameterArgumentTransformationError"],
    [{ ErrorPolicies: null }, "ParameterArgumentTransformationError"],
    [{ ErrorPolicies: ["Default", "DowngradeDnsFailures"] }, null],
    [{ Fqdn: "" }, "ParameterArgumentTransformationError"],
    [{ Fqdn: null }, null],
    [{ TlsCertificateName: "<I><S>" }, "ParameterArgumentTransformationError"],
    [{ MaxMessageSize: "3GB" }, "ParameterArgumentValidationError"],
    [{ MaxMessageSize: null }, "ParameterArgumentTransformationError"],
    [{ MaxMessageSize: 2_147_483_647 }, null],
    [{ ConnectionInactivityTimeOut: "00:00:00" }, "ParameterArgumentValidationError"],
    [{ ConnectionInactivityTimeOut: "1.00:00:01" }, "ParameterArgumentValidationError"],
    [{ ConnectionInactivityTimeOut: 600 }, "ParameterArgumentValidationError"],
    [{ AddressSpaces: ["a.com", "SMTP:A.COM;1"] }, "ParameterArgumentTransformationError"],
    [{ AddressSpaces: [""] }, "ParameterArgumentTransformationError"],
    [{ AddressSpaces: "b.com" }, null],
    [{ AuthenticationCredential: "user" }, "ParameterArgumentTransformationError"],
    [{ AuthenticationCredential: new Credential("u", "p") }, null],
    [{ Comment: null }, null],
    [{ Comment: ["a"] }, "ParameterArgumentTransformationError"],
];

describe("lab: parameter binding", () => {
    for (const [given, id] of TABLE) {
        it(`${JSON.stringify(given)} ${id === null ? "binds" : `is refused with ${id}`}`, () => {
            const bench = new Bench();
            bench.connector();
            const { error } = bench.run("Set-SendConnector", { Identity: "To Fabrikam", ...given });
            if (id === null) expect(error).to.equal(null);
            else expect(error?.fqid).to.match(new RegExp(`^${id}`));
        });
    }

    const mandatory: readonly (readonly [string, Arguments, string])[] = [
        ["New-SendConnector", {}, "MissingMandatoryParameter,New-SendConnector"],
        ["New-SendConnector", { Name: "x" }, "MissingMandatoryParameter,New-SendConnector"],
        ["New-SendConnector", { Name: "", AddressSpaces: ["*"] }, "ParameterArgumentValidationErrorEmptyString"],
        ["New-SendConnector", { Name: "x", AddressSpaces: [] }, "ParameterArgumentValidationErrorEmptyCollection"],
        ["New-SendConnector", { Name: "x", AddressSpaces: null }, "ParameterArgumentValidationErrorNull"],
        ["Set-SendConnector", { Identity: null }, "ParameterArgumentValidationErrorEmptyString"],
        ["Remove-SendConnector", { Identity: "" }, "ParameterArgumentValidationErrorEmptyString"],
    ];
    for (const [cmdlet, given, id] of mandatory) {
        it(`${cmdlet} ${JSON.stringify(given)} is refused with ${id}`, () => {
            expect(new Bench().run(cmdlet, given).error?.fqid).to.match(new RegExp(`^${id}`));
        });
    }

    it("does not know other cmdlets, nor those that the roles hide", () => {
        const bench = new Bench();
        expect(bench.reason("Remove-Mailbox")).to.equal("CommandNotFoundException");
        bench.organisation.hiddenCmdlets.add("Set-TransportConfig");
        expect(bench.reason("set-transportconfig")).to.equal("CommandNotFoundException");
    });

    it("binds null to a number as 0", () => {
        const bench = new Bench();
        bench.connector();
        bench.run("Set-SendConnector", { Identity: "To Fabrikam", Port: null });
        expect(bench.organisation.sendConnector("to fabrikam")?.settings.Port).to.equal(0);
    });

    it("turns a hashtable for an undocumented list into text, silently", () => {
        const bench = new Bench();
        bench.connector();
        const given = { Identity: "To Fabrikam", AddressSpaces: new Hashtable({ Add: ["b.com"] }) };
        expect(bench.run("Set-SendConnector", given).error).to.equal(null);
        expect(bench.organisation.sendConnector("To Fabrikam")?.settings.AddressSpaces).to.deep.equal([
            "SMTP:System.Collections.Hashtable;1",
        ]);
    });

    it("edits an undocumented list where the switch says so", () => {
        const bench = new Bench("single", { undocumentedMerge: "edit" });
        bench.connector();
        const change = new Hashtable({ add: ["b.com"], REMOVE: ["fabrikam.com"] });
        bench.run("Set-SendConnector", { Identity: "To Fabrikam", AddressSpaces: change });
        expect(bench.organisation.sendConnector("To Fabrikam")?.settings.AddressSpaces).to.deep.equal(["SMTP:b.com;1"]);
    });
});
