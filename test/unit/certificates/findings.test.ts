import { expect } from "chai";
import { certificateFindings, chosenCertificates, mutualTlsFindings } from "../../../provider/resources/certificates";
import { NotChecked } from "../../../provider/resources/rule";
import { type Surroundings, sendCase, server } from "../send-connector/organisation";
import { NAME, NOW, row, without } from "./store";

type Certificates = NonNullable<Surroundings["certificates"]>;

const both = ["EX01", "EX02"];
const expired = row({ Thumbprint: "E".repeat(40), NotAfter: "2021-01-01T00:00:00Z", Status: "DateInvalid" });
const here = (declares: Record<string, unknown>, certificates: Certificates, more: Surroundings = {}) =>
    sendCase(declares, { certificates, ...more });

describe("when a certificate matters", () => {
    const rows: readonly [what: string, declares: Record<string, unknown>, asked: boolean][] = [
        ["nothing of TLS", { port: 25 }, false],
        ["no certificate name", { tlsCertificateName: null, fqdn: "" }, false],
        ["TLS not required", { requireTls: false, domainSecureEnabled: false }, false],
        ["a name, without STARTTLS", { fqdn: "mail.contoso.com", ignoreStartTls: true }, false],
        ["a name, with HELO", { fqdn: "mail.contoso.com", forceHelo: true }, false],
        ["a name, disabled", { fqdn: "mail.contoso.com", enabled: false }, false],
        ["a certificate", { tlsCertificateName: NAME }, true],
        ["a name", { fqdn: "mail.contoso.com" }, true],
        ["TLS required, sending", { requireTls: true }, false],
        ["mutual TLS", { domainSecureEnabled: true }, true],
    ];
    for (const [what, declares, asked] of rows) {
        it(`${what}: ${asked ? "every server is asked" : "no server is asked"}`, () => {
            const subject = here(declares, { EX01: [row()], EX02: [row()] });
            certificateFindings(subject, both, "send", NOW);
            const { asked: calls } = subject.around as unknown as { asked: readonly string[] };
            expect(calls.length).to.equal(asked ? 2 : 0);
            expect(chosenCertificates(subject, both, NOW) !== undefined).to.equal(asked);
        });
    }

    it("not on a receive connector that offers no STARTTLS", () => {
        const subject = here({ fqdn: "mail.contoso.com" }, {});
        const silent = { ...subject, values: { ...subject.values, authMechanism: ["Integrated"] } };
        expect(certificateFindings(silent, both, "receive", NOW)).to.deep.equal([]);
    });
});

describe("S23: a certificate on every server", () => {
    const named = { tlsCertificateName: NAME };
    const host = { fqdn: "mail.contoso.com" };
    const wild = row({ CertificateDomains: ["*.contoso.com"] });
    const self = row({ CertificateDomains: ["ex01.contoso.com"] });
    type Row = readonly [
        what: string,
        purpose: "send" | "receive",
        declares: Record<string, unknown>,
        certificates: Certificates,
        found: readonly (readonly ["error" | "warning", RegExp])[],
    ];
    const rows: readonly Row[] = [
        ["on both", "send", named, { EX01: [row()], EX02: [row(), expired] }, []],
        ["by wildcard", "send", host, { EX01: [wild], EX02: [wild] }, []],
        [
            "by the server's own name",
            "send",
            { domainSecureEnabled: true },
            { EX01: [self], EX02: [self] },
            [["warning", /^EX02 .* for ex02\.contoso\.com \(none matches\)/]],
        ],
        [
            "on none",
            "send",
            named,
            { EX01: [], EX02: [expired] },
            [
                ["error", /^EX01 .*named <I>.* \(none matches\)/],
                ["error", /^EX02 .*\(E{40} expired on 2021-01-01\).*tlsCertificateName$/],
            ],
        ],
        ["on one of two", "send", named, { EX01: [row()], EX02: [] }, [["warning", /^EX02/]]],
        [
            "not valid yet, which its status need not say again",
            "send",
            named,
            { EX01: [row()], EX02: [row({ NotBefore: "2031-01-01T00:00:00Z", Status: "DateInvalid" })] },
            [["warning", /^EX02 .*\(A{40} is not valid before 2031-01-01\)/]],
        ],
        [
            "what is there instead",
            "send",
            named,
            { EX01: [row({ Issuer: "CN=New" })], EX02: [] },
            [
                ["error", /^EX01 .*\(valid there: <I>CN=New<S>CN=mail\.contoso\.com\)$/],
                ["error", /^EX02/],
            ],
        ],
        [
            "by name, opportunistic",
            "send",
            host,
            { EX01: [], EX02: [] },
            [
                ["warning", /EX01/],
                ["warning", /EX02/],
            ],
        ],
        [
            "by name, mutual TLS",
            "send",
            { ...host, domainSecureEnabled: true },
            { EX01: [], EX02: [] },
            [
                ["warning", /EX01/],
                ["warning", /EX02/],
            ],
        ],
        [
            "receive",
            "receive",
            host,
            { EX01: [], EX02: [row()] },
            [["warning", /does not offer STARTTLS \(event 12014\)/]],
        ],
        [
            "receive, required",
            "receive",
            { ...host, requireTls: true },
            { EX01: [], EX02: [] },
            [
                ["error", /EX01/],
                ["error", /EX02/],
            ],
        ],
        [
            "one cannot be read, the other has none",
            "send",
            named,
            { EX02: [] },
            [
                ["warning", /^EX02/],
                ["warning", /^not checked: .*EX01 does not answer/],
            ],
        ],
        [
            "one shows too little",
            "send",
            named,
            { EX01: [row()], EX02: [without("Services")] },
            [["warning", /^not checked: EX02 .*Services/]],
        ],
    ];
    for (const [what, purpose, declares, certificates, found] of rows) {
        it(what, () => {
            const findings = certificateFindings(here(declares, certificates), both, purpose, NOW);
            expect(findings.map(({ severity }) => severity)).to.deep.equal(found.map(([severity]) => severity));
            found.forEach(([, text], index) => {
                expect(findings[index]?.text).to.match(text);
            });
        });
    }

    it("is not checked where no server can be read", () => {
        expect(() => certificateFindings(here(named, {}), both, "send", NOW)).to.throw(NotChecked, /EX01/);
    });

    it("leaves servers that do not exist to another rule", () => {
        const subject = here({ domainSecureEnabled: true }, {}, { servers: [server("EX03")] });
        expect(certificateFindings(subject, ["EX09"], "send", NOW)).to.deep.equal([]);
    });
});

describe("S24: a certificate for mutual TLS", () => {
    const declares = { domainSecureEnabled: true, fqdn: "mail.contoso.com" };
    const rows: readonly [what: string, certificate: Parameters<typeof row>[0], found: readonly RegExp[]][] = [
        ["with the domain and client authentication", {}, []],
        ["without any limit of its use", { EnhancedKeyUsageList: [] }, []],
        ["wildcard and domain", { CertificateDomains: ["*.contoso.com", "contoso.com"] }, []],
        [
            "a domain of three labels above its hosts",
            { CertificateDomains: ["mail.contoso.com", "mail.contoso.co.uk", "contoso.co.uk"] },
            [],
        ],
        ["hosts only", { CertificateDomains: ["mail.contoso.com", "autodiscover.contoso.com"] }, [/event 11015/]],
        ["a wildcard only", { CertificateDomains: ["*.contoso.com"] }, [/names hosts only \(\*\.contoso\.com\)/]],
        ["for servers only", { EnhancedKeyUsageList: ["x (1.3.6.1.5.5.7.3.1)"] }, [/client authentication/]],
        ["use not shown", { EnhancedKeyUsageList: ["?"] }, [/^EX01: not checked: whether .*EnhancedKeyUsageList/]],
        ["self-signed", { IsSelfSigned: true }, [/self-signed/]],
        ["expired: told by S23", { NotAfter: "2021-01-01T00:00:00Z" }, []],
    ];
    for (const [what, certificate, found] of rows) {
        it(what, () => {
            const findings = mutualTlsFindings(here(declares, { EX01: [row(certificate)] }), ["EX01"], NOW);
            expect(findings.map(({ severity }) => severity)).to.deep.equal(found.map(() => "warning"));
            found.forEach((text, index) => {
                expect(findings[index]?.text).to.match(text);
            });
        });
    }

    it("is no matter without mutual TLS", () => {
        const subject = here({ fqdn: "mail.contoso.com" }, { EX01: [row({ IsSelfSigned: true })] });
        expect(mutualTlsFindings(subject, ["EX01"], NOW)).to.deep.equal([]);
    });
});

describe("the output of chosen certificates", () => {
    it("tells each server by itself, also those that cannot be read", () => {
        const longer = row({ Thumbprint: "B".repeat(40), NotAfter: "2095-03-01T00:00:00Z" });
        const certificates = { EX01: [row(), longer], EX02: [expired], EX03: [] };
        const servers = ["EX01", "EX02", "EX03", "EX04"];
        const text = chosenCertificates(here({ tlsCertificateName: NAME }, certificates), servers, NOW);
        expect(text).to.deep.equal({
            EX01: `${"B".repeat(40)} CN=mail.contoso.com, valid until 2095-03-01; also matching: ${"A".repeat(40)}`,
            EX02: `none; ${"E".repeat(40)} expired on 2021-01-01`,
            EX03: "none",
            EX04: "not checked: Get-ExchangeCertificate: EX04 does not answer",
        });
    });

    it("says so where a server's own name is not known", () => {
        const subject = here({ domainSecureEnabled: true }, { EX09: [] });
        expect(chosenCertificates(subject, ["EX09"], NOW)?.EX09).to.contain("FQDN is not known");
    });
});
