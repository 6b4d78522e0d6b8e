import { expect } from "chai";
import { addressSpace } from "../../provider/values/address-space";
import { boolean } from "../../provider/values/boolean";
import { byteSize } from "../../provider/values/byte-size";
import { certificateId } from "../../provider/values/certificate-id";
import { fqdn, smtpDomain, smtpDomainWithSubdomains } from "../../provider/values/domain";
import { enumeration } from "../../provider/values/enumeration";
import { integer } from "../../provider/values/integer";
import { serverName } from "../../provider/values/server-name";
import { smartHost } from "../../provider/values/smart-host";
import { objectName, text } from "../../provider/values/text";
import type { Canonical, ValueType } from "../../provider/values/value-type";

const REFUSED = Symbol("refused");
const size = byteSize({ min: 0, max: 2_147_483_647, unlimited: true });
const limited = byteSize({ min: 65_536, max: 2_147_483_647 });
const level = enumeration(["EncryptionOnly", "CertificateValidation", "DomainValidation"], { nullable: true });
const logging = enumeration(["None", "Verbose"]);

const tables: Record<string, [ValueType, readonly [unknown, Canonical | typeof REFUSED][]]> = {
    boolean: [
        boolean,
        [
            ["true", REFUSED],
            [1, REFUSED],
            [null, REFUSED],
            [undefined, REFUSED],
            [true, true],
            [false, false],
        ],
    ],
    integer: [
        integer(0, 65_535),
        [
            [-1, REFUSED],
            [65_536, REFUSED],
            [1.5, REFUSED],
            ["", REFUSED],
            [" 25", REFUSED],
            [Number.NaN, REFUSED],
            ["25", 25],
            [0, 0],
            [65_535, 65_535],
        ],
    ],
    text: [
        text,
        [
            [undefined, REFUSED],
            [5, REFUSED],
            ["", null],
            [null, null],
            ["It's $(whoami) `x`", "It's $(whoami) `x`"],
        ],
    ],
    "object name": [
        objectName(64),
        [
            ["", REFUSED],
            [" x", REFUSED],
            ["x ", REFUSED],
            ["a*", REFUSED],
            ["a?", REFUSED],
            ["a\nb", REFUSED],
            ["x".repeat(65), REFUSED],
            [null, REFUSED],
            ["x".repeat(64), "x".repeat(64)],
            ["Zu Müller (TLS)", "Zu Müller (TLS)"],
        ],
    ],
    "nullable enumeration": [
        level,
        [
            ["Domain Validation", REFUSED],
            [2, REFUSED],
            ["None", REFUSED],
            ["", null],
            [null, null],
            ["domainvalidation", "DomainValidation"],
            [" EncryptionOnly ", "EncryptionOnly"],
        ],
    ],
    enumeration: [
        logging,
        [
            [null, REFUSED],
            ["", REFUSED],
            ["NONE", "None"],
            ["verbose", "Verbose"],
        ],
    ],
    "byte size": [
        size,
        [
            ["", REFUSED],
            ["-1", REFUSED],
            ["36 MiB", REFUSED],
            ["2GB", REFUSED],
            [1.5, REFUSED],
            ["1.3B", REFUSED],
            [null, REFUSED],
            ["UNLIMITED", "unlimited"],
            ["36 MB (37,748,736 bytes)", 37_748_736],
            ["36 MB (37.748.736 bytes)", 37_748_736],
            ["36 MB (37\u00a0748\u00a0736 bytes)", 37_748_736],
            ["35.21 MB (36,920,525 bytes)", 36_921_344],
            [1000, 1024],
            ["36MB", 37_748_736],
            ["36 mb", 37_748_736],
            ["1.5KB", 2048],
            ["0", 0],
            [0, 0],
            ["37748736", 37_748_736],
            [2_147_483_647, 2_147_483_648],
        ],
    ],
    "limited size": [
        limited,
        [
            ["unlimited", REFUSED],
            [65_535, REFUSED],
            ["64KB", 65_536],
        ],
    ],
    fqdn: [
        fqdn,
        [
            ["*.contoso.com", REFUSED],
            ["a..b", REFUSED],
            ["-a.com", REFUSED],
            ["a b.com", REFUSED],
            [`${"a".repeat(64)}.com`, REFUSED],
            [".", REFUSED],
            ["", null],
            [null, null],
            ["Mail.Contoso.COM.", "mail.contoso.com"],
            ["ex01", "ex01"],
            ["bücher.example", "xn--bcher-kva.example"],
        ],
    ],
    "secure domain": [
        smtpDomain,
        [
            ["*.contoso.com", REFUSED],
            ["*", REFUSED],
            ["", REFUSED],
            [null, REFUSED],
            ["user@contoso.com", REFUSED],
            ["CONTOSO.com", "contoso.com"],
            ["xn--bcher-kva.example", "xn--bcher-kva.example"],
            ["BÜCHER.example.", "xn--bcher-kva.example"],
        ],
    ],
    "domain with sub-domains": [
        smtpDomainWithSubdomains,
        [
            ["*contoso.com", REFUSED],
            ["*.", REFUSED],
            ["*.*.com", REFUSED],
            [null, null],
            ["*.Contoso.com", "*.contoso.com"],
        ],
    ],
    "address space": [
        addressSpace,
        [
            ["*contoso.com", REFUSED],
            ["contoso.com;0", REFUSED],
            ["contoso.com;101", REFUSED],
            ["SMTP:", REFUSED],
            ["", REFUSED],
            [5, REFUSED],
            ["smtp:Contoso.com;1", "SMTP:contoso.com;1"],
            ["contoso.com", "SMTP:contoso.com;1"],
            ["SMTP:*;100", "SMTP:*;100"],
            ["*.com;7", "SMTP:*.com;7"],
            ["--", "SMTP:--;1"],
            ["X400:c=US;a= ;p=Contoso;5", "X400:c=US;a= ;p=Contoso;5"],
            ["fax:*", "FAX:*;1"],
        ],
    ],
    "smart host": [
        smartHost,
        [
            ["10.0.0.256", REFUSED],
            ["10.0.0", REFUSED],
            ["", REFUSED],
            ["host:25", REFUSED],
            [null, REFUSED],
            ["[10.0.0.1]", "10.0.0.1"],
            ["[2001:DB8::1]", "2001:db8::1"],
            ["Relay.Contoso.com.", "relay.contoso.com"],
            ["--", "--"],
        ],
    ],
    "server name": [
        serverName,
        [
            ["", REFUSED],
            ["EX 01", REFUSED],
            ["ex01.contoso.com", "EX01"],
            ["Ex01", "EX01"],
        ],
    ],
    "certificate id": [
        certificateId,
        [
            ["<I><S>", REFUSED],
            ["<I>CN=x<S>", REFUSED],
            ["CN=x", REFUSED],
            ["<S>CN=x<I>CN=y", REFUSED],
            [null, null],
            ["", null],
            ["<i>CN=CA, O=X<s>CN=mail.contoso.com", "<I>CN=CA, O=X<S>CN=mail.contoso.com"],
        ],
    ],
};

describe("values", () => {
    for (const [name, [type, rows]] of Object.entries(tables)) {
        describe(name, () => {
            for (const [input, canonical] of rows) {
                it(`${JSON.stringify(input)} ${canonical === REFUSED ? "is refused" : `means ${canonical}`}`, () => {
                    const parsed = type.parse(input);
                    expect(parsed.ok ? parsed.canonical : REFUSED).to.equal(canonical);
                });
            }

            it("prints what parses to the same", () => {
                for (const [, canonical] of rows) {
                    if (canonical === REFUSED) continue;
                    expect(type.parse(type.print(canonical))).to.deep.equal({ ok: true, canonical });
                }
            });
        });
    }
});
