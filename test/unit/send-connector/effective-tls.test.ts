import { expect } from "chai";
import { sendConnector } from "../../../provider/resources/send-connector";
import { effectiveTls, tlsLevel } from "../../../provider/resources/send-connector/effective-tls";
import { canonical } from "./canonical";

const base = { ignoreStartTls: false, requireTls: false, domainSecureEnabled: false, dnsRoutingEnabled: true };
const values = (more: object) => canonical(sendConnector, { ...base, tlsAuthLevel: null, ...more });

/** Odd ones first, then the table of the reference sheet, section 4, row by row. */
const rows: readonly [what: string, values: object, words: RegExp][] = [
    ["level without requireTls", { tlsAuthLevel: "EncryptionOnly" }, /^not valid \(S4/],
    ["level without STARTTLS", { tlsAuthLevel: "EncryptionOnly", ignoreStartTls: true }, /^not valid \(S4/],
    ["HELO and requireTls", { requireTls: true, forceHelo: true }, /^not valid \(S17/],
    ["HELO", { forceHelo: true }, /^plain text always$/],
    ["mutual TLS by smart host", { domainSecureEnabled: true, dnsRoutingEnabled: false }, /^not valid \(S1/],
    ["mutual TLS by front end", { domainSecureEnabled: true, frontendProxyEnabled: true }, /^not valid \(S16/],
    ["row 1", {}, /^opportunistic TLS; any certificate accepted$/],
    ["row 2", { ignoreStartTls: true }, /^plain text always$/],
    ["row 3", { ignoreStartTls: true, requireTls: true }, /^not valid \(S3/],
    [
        "row 3, with mutual TLS",
        { ignoreStartTls: true, requireTls: true, domainSecureEnabled: true },
        /^not valid \(S3/,
    ],
    ["row 4, null", { requireTls: true }, /^TLS mandatory, no certificate check$/],
    [
        "row 4, EncryptionOnly",
        { requireTls: true, tlsAuthLevel: "EncryptionOnly" },
        /^TLS mandatory, no certificate check$/,
    ],
    [
        "row 5",
        { requireTls: true, tlsAuthLevel: "CertificateValidation" },
        /chain and revocation of the certificate checked$/,
    ],
    [
        "row 6",
        { requireTls: true, tlsAuthLevel: "DomainValidation", tlsDomain: null },
        /name .* \(the recipient's domain\)$/,
    ],
    [
        "row 6, name",
        { requireTls: true, tlsAuthLevel: "DomainValidation", tlsDomain: "*.a.com" },
        /name .* \(\*\.a\.com\)$/,
    ],
    [
        "row 7",
        { domainSecureEnabled: true },
        /^mutual TLS with the domains in tlsSendDomainSecureList; with others: opportunistic/,
    ],
    [
        "row 7, requireTls",
        { domainSecureEnabled: true, requireTls: true },
        /^mutual TLS .*; with others: TLS mandatory/,
    ],
    ["row 8", { domainSecureEnabled: true, ignoreStartTls: true }, /^not valid \(S1/],
];

describe("effective TLS of a send connector", () => {
    for (const [what, given, words] of rows) {
        it(`${what}: ${words.source}`, () => expect(effectiveTls(values(given))).to.match(words));
    }

    for (const name of ["requireTls", "ignoreStartTls", "domainSecureEnabled"]) {
        it(`says what it does not know: ${name}`, () => {
            const known = Object.fromEntries(Object.entries(values({})).filter(([field]) => field !== name));
            expect(effectiveTls(known)).to.equal(`not known: the server does not show ${name}`);
        });
    }

    it("grows from one level to the next", () => {
        const level = { requireTls: true };
        const ladder = [
            { domainSecureEnabled: true, frontendProxyEnabled: true },
            { ignoreStartTls: true },
            {},
            level,
            { ...level, tlsAuthLevel: "CertificateValidation" },
            { ...level, tlsAuthLevel: "DomainValidation" },
        ].map((given) => tlsLevel(values(given), false).rank);
        const mutual = tlsLevel(values({ domainSecureEnabled: true }), true).rank;
        expect([...ladder, mutual]).to.deep.equal([-1, 0, 1, 2, 3, 4, 5]);
        expect(tlsLevel(values({}), true).rank).to.equal(1);
    });
});
