import { fqdn, smtpDomain, smtpDomainWithSubdomains } from "../../../provider/values/domain";
import { REFUSED, table } from "./table";

describe("values/fqdn", () => {
    table(fqdn, [
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
