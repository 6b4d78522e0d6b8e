import { expect } from "chai";
import { clientAuthenticationIn } from "../../../provider/resources/certificates/key-usage";
import { certificateOf } from "../../../provider/resources/certificates/rows";
import { flawsOf } from "../../../provider/resources/certificates/validity";
import { NotChecked } from "../../../provider/resources/rule";
import type { WireValue } from "../../../provider/session/frames";
import { NOW, row, without } from "./store";

describe("a row of Get-ExchangeCertificate", () => {
    const needed = ["Thumbprint", "Subject", "Issuer", "NotBefore", "NotAfter", "HasPrivateKey", "Status", "Services"];
    for (const name of [...needed, "CertificateDomains"]) {
        it(`without ${name} is not checked, which is not the same as none`, () => {
            expect(() => certificateOf("EX01", without(name))).to.throw(
                NotChecked,
                new RegExp(`EX01.*without ${name}`),
            );
        });
    }

    it("that is nothing but an X.509 text names all that is missing", () => {
        expect(() => certificateOf("EX01", { Subject: "CN=x", RawData: "…" })).to.throw(
            /Thumbprint, Issuer, .*Services/,
        );
    });

    for (const [name, value] of [
        ["NotAfter", "tomorrow"],
        ["NotAfter", null],
        ["Services", null],
        ["HasPrivateKey", "True"],
        ["Status", null],
    ] as const) {
        it(`with ${name} ${JSON.stringify(value)} is not checked`, () => {
            expect(() => certificateOf("EX01", row({ [name]: value }))).to.throw(NotChecked, new RegExp(name));
        });
    }

    it("shows names in any case, alone, none at all, and in Unicode", () => {
        const domains = (value: WireValue) => certificateOf("EX01", row({ CertificateDomains: value })).domains;
        expect(domains(null)).to.deep.equal([]);
        expect(domains("Mail.Contoso.com")).to.deep.equal(["mail.contoso.com"]);
        expect(domains(["*.Contoso.com", "bücher.example", "EX01"])).to.deep.equal([
            "*.contoso.com",
            "xn--bcher-kva.example",
            "ex01",
        ]);
    });
});

describe("client authentication", () => {
    const rows: readonly [what: string, value: unknown, allowed: boolean | undefined][] = [
        ["not shown", undefined, undefined],
        ["the name of a type", "Microsoft.PowerShell.Commands.EnhancedKeyUsageRepresentation", undefined],
        ["a name without its number", ["Client Authentication"], undefined],
        ["none listed, as a list", [], true],
        ["none listed, as null", null, true],
        ["another purpose", ["Server Authentication (1.3.6.1.5.5.7.3.1)"], false],
        ["a longer number", ["x (1.3.6.1.5.5.7.3.21)"], false],
        ["by its name in German", ["Clientauthentifizierung (1.3.6.1.5.5.7.3.2)"], true],
        ["by its number", ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"], true],
        ["one alone, no list", "Client Authentication (1.3.6.1.5.5.7.3.2)", true],
        ["any purpose", ["2.5.29.37.0"], true],
    ];
    for (const [what, value, allowed] of rows) {
        it(`${what}: ${allowed ?? "not known"}`, () => expect(clientAuthenticationIn(value)).to.equal(allowed));
    }
});

describe("validity of a certificate", () => {
    const rows: readonly [what: string, more: Parameters<typeof row>[0], flaws: readonly string[]][] = [
        ["good", {}, []],
        ["ends now", { NotAfter: "2030-06-15T12:00:00Z" }, ["expired on 2030-06-15"]],
        ["begins now", { NotBefore: "2030-06-15T12:00:00Z" }, []],
        ["expired", { NotAfter: "2030-06-14T00:00:00Z", Status: "DateInvalid" }, ["expired on 2030-06-14"]],
        ["not yet valid", { NotBefore: "2030-06-16T00:00:00Z" }, ["is not valid before 2030-06-16"]],
        ["no key", { HasPrivateKey: false }, ["has no private key"]],
        ["not for SMTP", { Services: "IIS, POP" }, ["is not enabled for SMTP"]],
        ["for nothing", { Services: "None" }, ["is not enabled for SMTP"]],
        ["untrusted", { Status: "Untrusted" }, ["has the status Untrusted"]],
        [
            "a pending request",
            { Status: "PendingRequest", HasPrivateKey: false, Services: "None" },
            ["has no private key", "is not enabled for SMTP", "has the status PendingRequest"],
        ],
    ];
    for (const [what, more, flaws] of rows) {
        it(what, () => expect(flawsOf(certificateOf("EX01", row(more)), NOW)).to.deep.equal(flaws));
    }
});
