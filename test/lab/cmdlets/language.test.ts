import { expect } from "chai";
import type { Arguments } from "./argument.js";
import { Bench } from "./bench.js";
import { localised } from "./language.js";

/** One call for every kind of error and warning that the cmdlets give. */
const CALLS: readonly (readonly [string, Arguments])[] = [
    ["Remove-Mailbox", {}],
    ["Set-SendConnector", { Identity: "To Fabrikam", NoSuchThing: 1 }],
    ["Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: "True" }],
    ["Set-SendConnector", { Identity: "To Fabrikam", Port: 65_536 }],
    ["Set-SendConnector", { Identity: null }],
    ["New-SendConnector", {}],
    ["Set-SendConnector", { Identity: "To Fabrikam" }],
    ["Set-SendConnector", { Identity: "Nobody's \u6f22" }],
    ["Set-SendConnector", { Identity: "To *", Comment: "x" }],
    ["Set-SendConnector", { Identity: "To Fabrikam", TlsDomain: "a.example" }],
    ["Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: true, IgnoreSTARTTLS: true }],
    ["New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["*"] }],
    ["Remove-SendConnector", { Identity: "To Fabrikam" }],
    ["Get-TransportConfig", { DomainController: "dc09.contoso.com" }],
    ["Set-SendConnector", { Identity: "To Tailspin", Comment: "denied" }],
];

function told(language: "en" | "de") {
    return CALLS.map(([cmdlet, given]) => {
        const bench = new Bench("single", { language });
        bench.connector();
        bench.connector({ Name: "To Tailspin" });
        bench.organisation.account.deniedWrites.add("To Tailspin");
        const { error, warnings } = bench.run(cmdlet, given);
        const { message = "", ...data } = error ?? {};
        return { texts: [message, ...warnings].filter((text) => text !== ""), data };
    });
}

describe("lab: a server that speaks German", () => {
    const [english, german] = [told("en"), told("de")];
    for (const [at, [cmdlet, given]] of CALLS.entries()) {
        it(`${cmdlet} ${JSON.stringify(given)}: other words, the same data`, () => {
            expect(german[at]?.data).to.deep.equal(english[at]?.data);
            expect(english[at]?.texts).to.have.length(1);
            expect(german[at]?.texts).to.have.length(1);
            expect(german[at]?.texts[0]).to.not.equal(english[at]?.texts[0]);
            expect(german[at]?.texts[0]).to.not.match(/\b(?:the|couldn't|cannot|because)\b/i);
        });
    }

    it("says umlauts, and the names that it was asked for", () => {
        const all = german.flatMap(({ texts }) => texts).join("\n");
        for (const mark of ["ä", "ö", "ü", "ß"]) expect(all).to.include(mark);
        expect(all).to.include("Nobody's \u6f22");
    });

    const odd: readonly string[] = ["", "'", "''", "no quotes at all", "[synthetic", 'a "b', "'a' \"b\" 'c'"];
    for (const text of odd) {
        it(`makes something of ${JSON.stringify(text)}`, () => {
            for (const about of ["warning", "unmodified", "SomethingException", ""]) {
                expect(localised(text, about, { ...new Bench().context.switches, language: "de" })).to.be.a("string");
            }
        });
    }
});
