import { expect } from "chai";
import { domainCapabilities, parseAuthMechanism, permissionGroups } from "../cmdlets/receive-connector/names.js";
import { parseDomainCapabilities } from "./domain-capabilities.js";
import { InvalidValue } from "./invalid-value.js";
import { parseIpBinding } from "./ip-binding.js";
import { type Bounds, boundsOf, crosses, parseIpRange, sameRange } from "./ip-range.js";
import { parseNames } from "./names.js";
import { parseUnlimitedNumber } from "./unlimited.js";

/** null: refused; `same`: reads back as typed. */
type Table = readonly (readonly [text: string, reads: string | null | "same"])[];

const TABLES: Readonly<Record<string, readonly [(text: string) => string, Table]>> = {
    ranges: [
        parseIpRange,
        [
            ["", null],
            ["*", null],
            ["mail.contoso.com", null],
            ["10.0.0", null],
            ["10.0.0.9-10.0.0.1", null],
            ["10.0.0.1-::1", null],
            ["fe80::1%3-fe80::9%4", null],
            ["1-2-3", null],
            ["10.0.0.1-10.0.0.2-10.0.0.3", null],
            ["10.0.0.0/33", null],
            ["10.0.0.0/-1", null],
            ["2001:db8::/129", null],
            ["10.0.0.0(255.0.255.0)", null],
            ["2001:db8::(255.255.255.0)", null],
            ["10.0.0.0(24)", null],
            ["10.0.0.0(255.255.255.0", null],
            ["2001:db8::(ffff::)", null],
            [" 10.0.0.1", null],
            ["10.0.0.1", "same"],
            ["10.0.0.1-10.0.0.1", "same"],
            ["10.0.0.1-10.0.0.9", "same"],
            ["10.0.0.77/8", "same"],
            ["0.0.0.0/0", "same"],
            ["10.0.0.0(255.255.255.0)", "same"],
            ["10.0.0.0(0.0.0.0)", "same"],
            ["2001:DB8::/64", "same"],
            ["fe80::1%3", "same"],
            ["fe80::1%3-fe80::9%3", "same"],
            ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "same"],
        ],
    ],
    bindings: [
        parseIpBinding,
        [
            ["", null],
            ["25", null],
            [":25", null],
            ["0.0.0.0", null],
            ["0.0.0.0:", null],
            ["0.0.0.0:65536", null],
            ["0.0.0.0:smtp", null],
            ["256.0.0.0:25", null],
            [":::25", null],
            ["[0.0.0.0]:25", null],
            ["[::]", null],
            ["mail:25", null],
            ["System.Collections.Hashtable", null],
            ["0.0.0.0:25", "same"],
            ["[::]:25", "same"],
            ["[0:0:0:0:0:0:0:0]:025", "[::]:25"],
            ["[2001:DB8:0::1]:587", "[2001:db8::1]:587"],
            ["[fe80::1%3]:25", "same"],
        ],
    ],
    "numbers or unlimited": [
        parseUnlimitedNumber,
        [
            ["", null],
            ["1.5", null],
            ["5,000", null],
            ["2147483648", null],
            ["infinite", null],
            ["UNLIMITED", "Unlimited"],
            ["0005", "5"],
            ["-1", "same"],
        ],
    ],
    mechanisms: [
        parseAuthMechanism,
        [
            ["", null],
            ["Tls,", null],
            ["TLS 1.2", null],
            ["None, Tls", null],
            ["Tls,0", null],
            ["none", "None"],
            ["exchangeserver, tls,Integrated", "Tls, Integrated, ExchangeServer"],
            ["Tls, Tls", "Tls"],
        ],
    ],
    "permission groups": [
        (text) => parseNames(permissionGroups, text),
        [
            ["", null],
            ["Anonymous", null],
            ["Partners, AnonymousUsers", "AnonymousUsers, Partners"],
            ["custom, anonymoususers", "AnonymousUsers, Custom"],
        ],
    ],
    capabilities: [
        (text) => parseDomainCapabilities(domainCapabilities("2019"), text),
        [
            ["", null],
            ["fabrikam.com", null],
            ["fabrikam.com:", null],
            [":AcceptCloudServicesMail", null],
            ["fabri kam.com:AcceptCloudServicesMail", null],
            ["fabrikam.com:AcceptOorgProtocol", null],
            ["fabrikam.com:acceptcloudservicesmail", "fabrikam.com:AcceptCloudServicesMail"],
            ["*.fabrikam.com:AcceptCloudServicesMail", "same"],
            ["NO-TLS:AcceptCloudServicesMail", "same"],
            ["<I>CN=ca<S>CN=a:AcceptCloudServicesMail", "same"],
        ],
    ],
};

const bounds = (text: string) => boundsOf(text) as Bounds;

describe("lab: texts of receive connectors", () => {
    for (const [what, [read, table]] of Object.entries(TABLES)) {
        for (const [text, reads] of table) {
            it(`${what}: "${text}" ${reads === null ? "is refused" : `reads ${reads}`}`, () => {
                if (reads === null) expect(() => read(text)).to.throw(InvalidValue);
                else expect(read(text)).to.equal(reads === "same" ? text : reads);
            });
        }
    }

    /** Two spellings: of the same range, of ranges that overlap in part, or neither. */
    const pairs: readonly (readonly [string, string, "same" | "crossing" | "neither"])[] = [
        ["10.0.0.0", "::ffff:10.0.0.0", "neither"],
        ["fe80::1%3", "fe80::1%4", "neither"],
        ["10.0.0.0/24", "10.0.0.0-10.0.1.0", "neither"],
        ["10.0.0.1-10.0.0.9", "10.0.0.9-10.0.0.12", "crossing"],
        ["10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.12", "neither"],
        ["10.0.0.1-10.0.0.9", "10.0.0.10", "neither"],
        ["10.0.0.5/24", "10.0.0.0(255.255.255.0)", "same"],
        ["10.0.0.0-10.0.0.255", "10.0.0.0(255.255.255.0)", "same"],
        ["0.0.0.0/0", "0.0.0.0-255.255.255.255", "same"],
        ["2001:DB8::/127", "2001:db8:0:0::-2001:db8::1", "same"],
        ["::ffff:10.0.0.1", "::ffff:a00:1", "same"],
    ];
    for (const [a, b, relation] of pairs) {
        it(`${a} and ${b}: ${relation}`, () => {
            expect(sameRange(bounds(a), bounds(b))).to.equal(relation === "same");
            expect(crosses(bounds(a), bounds(b))).to.equal(relation === "crossing");
            expect(crosses(bounds(b), bounds(a))).to.equal(relation === "crossing");
        });
    }
});
