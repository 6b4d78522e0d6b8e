import fc from "fast-check";
import { fqdn, smtpDomain, smtpDomainWithSubdomains } from "../../../provider/values/domain";
import { domains, optional } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/fqdn", () => {
    table(fqdn, [
        ["10.0.0.1", REFUSED],
        ["10.0.0.256", REFUSED],
        ["::1", REFUSED],
        ["contoso.com..", REFUSED],
        [".contoso.com", REFUSED],
        ["bücher/x", REFUSED],
        ["bü%41.com", REFUSED],
        ["bü\tx.com", REFUSED],
        ["１０.com/", REFUSED],
        ["１０", REFUSED],
        ["a-.com", REFUSED],
        [`${"abcdefgh.".repeat(28)}toolong`, REFUSED],
        [" ", REFUSED],
        [5, REFUSED],
        [undefined, REFUSED],
        [" mail.contoso.com ", "mail.contoso.com"],
        ["contoso。com。", "contoso.com"],
        ["ΒΌΛΟΣ.example", "xn--nxasmq6b.example"],
        ["bu\u0308cher.example", "xn--bcher-kva.example"],
        ["XN--BCHER-KVA.example", "xn--bcher-kva.example"],
        [`${"abcdefgh.".repeat(27)}abcdefghij`, `${"abcdefgh.".repeat(27)}abcdefghij`],
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
    ]);
});

describe("values/secure domain", () => {
    table(smtpDomain, [
        ["*.contoso.com", REFUSED],
        ["*", REFUSED],
        ["", REFUSED],
        [null, REFUSED],
        ["user@contoso.com", REFUSED],
        ["CONTOSO.com", "contoso.com"],
        ["xn--bcher-kva.example", "xn--bcher-kva.example"],
        ["BÜCHER.example.", "xn--bcher-kva.example"],
    ]);
});

describe("values/domain with sub-domains", () => {
    table(smtpDomainWithSubdomains, [
        ["*contoso.com", REFUSED],
        ["*.", REFUSED],
        ["*.*.com", REFUSED],
        [null, null],
        ["*.Contoso.com", "*.contoso.com"],
    ]);
});

const wild = fc
    .tuple(domains, fc.boolean())
    .map(([{ meaning, spellings }, wildcard]) =>
        wildcard
            ? { meaning: `*.${meaning}`, spellings: spellings.map((text) => `*.${String(text).trim()}`) }
            : { meaning, spellings },
    );

describe("values/fqdn, at random", () => laws("domain", fqdn, optional(domains)));
describe("values/secure domain, at random", () => laws("domain", smtpDomain, domains));
describe("values/domain with sub-domains, at random", () => laws("domain", smtpDomainWithSubdomains, optional(wild)));
