import { expect } from "chai";
import { errorPolicies, smartHostAuthMechanism, tlsAuthLevel } from "../cmdlets/send-connector/names.js";
import { parseAddressSpace, printAddressSpace } from "./address-space.js";
import { parseCertificateIdentifier } from "./certificate-identifier.js";
import { parseDomainWithSubdomains, parseFqdn, parseSmtpDomain } from "./domain.js";
import { InvalidValue } from "./invalid-value.js";
import { parseIpAddress } from "./ip.js";
import { parseNames } from "./names.js";
import { parseUnlimitedSize, printSize, wholeKilobytes } from "./size.js";
import { parseSmartHost } from "./smart-host.js";
import { parseTimeSpan, printTimeSpan } from "./time-span.js";

/** null: refused. */
type Table = readonly (readonly [text: string, reads: string | null])[];
const size = (text: string) => printSize(wholeKilobytes(parseUnlimitedSize(text)));
const space = (text: string) => printAddressSpace(parseAddressSpace(text));
const LONG = "a".repeat(64);

const TABLES: Readonly<Record<string, readonly [(text: string) => string, Table]>> = {
    sizes: [
        size,
        [
            ["", null],
            ["MB", null],
            ["-1", null],
            ["1.5MB", null],
            ["36 XB", null],
            ["36,7 MB", null],
            ["0", "0 B (0 bytes)"],
            ["1", "1 KB (1,024 bytes)"],
            ["100000", "98 KB (100,352 bytes)"],
            ["36MB", "36 MB (37,748,736 bytes)"],
            ["36 mb", "36 MB (37,748,736 bytes)"],
            ["36 MB (37,748,736 bytes)", "36 MB (37,748,736 bytes)"],
            ["262144", "256 KB (262,144 bytes)"],
            ["1536KB", "1.5 MB (1,572,864 bytes)"],
            ["120082432", "114.5 MB (120,082,432 bytes)"],
            ["2147483647", "2 GB (2,147,483,648 bytes)"],
            ["UNLIMITED", "Unlimited"],
        ],
    ],
    spans: [
        (text) => printTimeSpan(parseTimeSpan(text)),
        [
            ["", null],
            ["ten minutes", null],
            ["24:00:00", null],
            ["00:60:00", null],
            ["1:2:3:4:5", null],
            ["0:10", "00:10:00"],
            ["00:10:00", "00:10:00"],
            ["1.00:00:00", "1.00:00:00"],
            ["00:00:01.5", "00:00:01.5000000"],
            ["1", "1.00:00:00"],
        ],
    ],
    "address spaces": [
        space,
        [
            ["", null],
            [":", null],
            ["SMTP:", null],
            ["SMTP:;1", null],
            ["*contoso.com", null],
            ["a..b", null],
            ["SMTP:contoso.com;0", null],
            ["SMTP:contoso.com;101", null],
            ["SMTP:contoso.com;cheap", null],
            ["SMTP:contoso.com; 5", null],
            ["contoso.com", "SMTP:contoso.com;1"],
            ["*", "SMTP:*;1"],
            ["smtp:*;1", "smtp:*;1"],
            ["*.Contoso.COM;100", "SMTP:*.Contoso.COM;100"],
            ["SMTP:--;1", "SMTP:--;1"],
            ["X400:c=us;a=mci;p=contoso;5", "X400:c=us;a=mci;p=contoso;5"],
            ["NOTES:any;thing;7", "NOTES:any;thing;7"],
            ["NOTES:any;thing", null],
        ],
    ],
    "smart hosts": [
        parseSmartHost,
        [
            ["", null],
            ["[mail]", null],
            ["mail host", null],
            ["[10.0.0.1", null],
            ["10.0.0.1", "[10.0.0.1]"],
            ["[10.0.0.1]", "[10.0.0.1]"],
            ["2001:db8::1", "[2001:db8::1]"],
            ["--", "--"],
            ["mail.contoso.com", "mail.contoso.com"],
        ],
    ],
    "secure domains": [
        parseSmtpDomain,
        [
            ["", null],
            ["*", null],
            ["*.contoso.com", null],
            ["contoso.com.", null],
            [".contoso.com", null],
            ["conto so.com", null],
            ["bücher.example", null],
            ["-contoso.com", null],
            [`${LONG}.com`, null],
            ["Contoso.com", "Contoso.com"],
            ["localhost", "localhost"],
        ],
    ],
    "TLS domains": [
        parseDomainWithSubdomains,
        [
            ["", null],
            ["*", null],
            ["*contoso.com", null],
            ["*.*.contoso.com", null],
            ["*.contoso.com", "*.contoso.com"],
            ["contoso.com", "contoso.com"],
        ],
    ],
    "host names": [
        parseFqdn,
        [
            ["", null],
            ["*.contoso.com", null],
            ["mail.contoso.com", "mail.contoso.com"],
        ],
    ],
    "certificate identifiers": [
        parseCertificateIdentifier,
        [
            ["", null],
            ["<I><S>", null],
            ["<I>CN=a<S>", null],
            ["<I> <S>CN=a", null],
            ["CN=a", null],
            ["<S>CN=a<I>CN=b", null],
            ["<i>CN=a<s>CN=b", "<i>CN=a<s>CN=b"],
            ["<I>CN=a, O=b<S>CN=c", "<I>CN=a, O=b<S>CN=c"],
        ],
    ],
    addresses: [
        parseIpAddress,
        [
            ["", null],
            ["256.1.1.1", null],
            ["0.0.0.0", "0.0.0.0"],
            ["::", "::"],
        ],
    ],
    flags: [
        (text) => parseNames(errorPolicies("2019"), text),
        [
            ["", null],
            ["Upgrade", null],
            ["Default", "Default"],
            ["upgradecustomfailures, DOWNGRADEDNSFAILURES", "DowngradeDnsFailures, UpgradeCustomFailures"],
        ],
    ],
    "single names": [
        (text) => parseNames(tlsAuthLevel, text),
        [
            ["", null],
            ["EncryptionOnly, DomainValidation", null],
            ["domainvalidation", "DomainValidation"],
            ["2", "CertificateValidation"],
        ],
    ],
    "single names with numbers that look like flags": [
        (text) => parseNames(smartHostAuthMechanism, text),
        [
            ["BasicAuth, ExchangeServer", null],
            ["basicauthrequiretls", "BasicAuthRequireTLS"],
        ],
    ],
};

describe("lab: texts of Exchange", () => {
    for (const [what, [read, table]] of Object.entries(TABLES)) {
        for (const [text, reads] of table) {
            it(`${what}: "${text.slice(0, 40)}" ${reads === null ? "is refused" : `reads ${reads}`}`, () => {
                if (reads === null) expect(() => read(text)).to.throw(InvalidValue);
                else expect(read(text)).to.equal(reads);
            });
        }
    }
});
