import { expect } from "chai";
import { choose, type Wanted } from "../../../provider/resources/certificates/choice";
import { certificateOf } from "../../../provider/resources/certificates/rows";
import type { WireObject } from "../../../provider/session/frames";
import { CA, NAME, NOW, row, SUBJECT } from "./store";

const named: Wanted = { by: "name", text: NAME };
const forHost: Wanted = { by: "fqdn", text: "mail.contoso.com" };
const one = (Thumbprint: string, more: WireObject = {}) => row({ Thumbprint, ...more });

/** What is asked for, the store, and the thumbprint that is taken. */
const rows: readonly [what: string, wanted: Wanted, store: readonly WireObject[], taken: string | undefined][] = [
    ["an empty store", named, [], undefined],
    ["another issuer", named, [one("1", { Issuer: `${CA} 2` })], undefined],
    ["other spacing of the names", named, [one("1", { Issuer: CA.replace(", ", ",") })], undefined],
    ["names with spaces around them", named, [one("1", { Subject: ` ${SUBJECT} ` })], "1"],
    ["the longest life", named, [one("1"), one("2", { NotAfter: "2095-01-01T00:00:00Z" }), one("3")], "2"],
    [
        "the longest life of the good ones",
        named,
        [one("1"), one("2", { NotAfter: "2095-01-01T00:00:00Z", HasPrivateKey: false })],
        "1",
    ],
    ["none of the bad ones", named, [one("1", { NotAfter: "2021-01-01T00:00:00Z" })], undefined],
    ["by host: the exact name", forHost, [one("1")], "1"],
    ["by host: a wildcard", forHost, [one("1", { CertificateDomains: ["*.contoso.com"] })], "1"],
    [
        "by host: a wildcard is one label",
        { by: "fqdn", text: "a.mail.contoso.com" },
        [one("1", { CertificateDomains: ["*.contoso.com"] })],
        undefined,
    ],
    [
        "by host: a wildcard is not the domain itself",
        { by: "fqdn", text: "contoso.com" },
        [one("1", { CertificateDomains: ["*.contoso.com"] })],
        undefined,
    ],
    ["by host: not enabled for SMTP", forHost, [one("1", { Services: "IIS" })], undefined],
    ["by host: a subject alone is no name", forHost, [one("1", { CertificateDomains: ["contoso.com"] })], undefined],
];

describe("the certificate that Exchange takes", () => {
    for (const [what, wanted, store, taken] of rows) {
        it(`${what}: ${taken ?? "none"}`, () => {
            const certificates = store.map((object) => certificateOf("EX01", object));
            expect(choose(certificates, wanted, NOW).chosen?.thumbprint).to.equal(taken);
        });
    }
});
