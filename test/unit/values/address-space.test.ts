import fc from "fast-check";
import { addressSpace } from "../../../provider/values/address-space";
import { cased, domains, mask } from "./arbitraries";
import type { Spelled } from "./laws";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/address space", () => {
    table(addressSpace, [
        ["contoso.com;", REFUSED],
        ["contoso.com;x", REFUSED],
        ["contoso.com;-1", REFUSED],
        ["contoso.com;1.5", REFUSED],
        ["contoso.com;10;20", REFUSED],
        ["a.com,b.com", REFUSED],
        ["contoso.com:25", REFUSED],
        ["SMTP:[10.0.0.1]", REFUSED],
        ["*.", REFUSED],
        ["*.*", REFUSED],
        ["**", REFUSED],
        ["a.*.com", REFUSED],
        ["user@contoso.com", REFUSED],
        [":contoso.com", REFUSED],
        ["bücher/x", REFUSED],
        ["ſmtp:contoso.com", REFUSED],
        ["FAX:", REFUSED],
        ["FAX:a;b", REFUSED],
        ["FAX:a;b;", REFUSED],
        ["FAX:;5", REFUSED],
        ["X400:", REFUSED],
        ["X400:c", REFUSED],
        ["X400:c=US;p", REFUSED],
        ["X400:c=US;;;", REFUSED],
        ["X400:5", REFUSED],
        ["X400:c=US;0", REFUSED],
        ["X400:c=US;101", REFUSED],
        ["contoso.com\n", REFUSED],
        [null, REFUSED],
        [["contoso.com"], REFUSED],
        [" SMTP : Contoso.com ; 10 ", "SMTP:contoso.com;10"],
        ["contoso.com.", "SMTP:contoso.com;1"],
        ["*.BÜCHER.example;100", "SMTP:*.xn--bcher-kva.example;100"],
        ["smtp:*", "SMTP:*;1"],
        ["--;5", "SMTP:--;5"],
        ["contoso.com;007", "SMTP:contoso.com;7"],
        ["X400:C=US; A= ; P=Contoso;", "X400:c=US;a= ;p=Contoso;1"],
        ["x400:c=US;a=  ;p=Contoso;;5", "X400:c=US;a= ;p=Contoso;5"],
        ["X400:*;5", "X400:*;5"],
        ["X400:c=US", "X400:c=US;1"],
        ["X400:c=us", "X400:c=us;1"],
        ["Notes:Server/Org;5", "NOTES:Server/Org;5"],
        ["FAX:a;b;5", "FAX:a;b;5"],
        ["FAX: a:b", "FAX:a:b;1"],
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
    ]);
});

const smtp = fc
    .tuple(
        fc.oneof(
            domains,
            fc.constantFrom("*", "--").map((text): Spelled => ({ meaning: text, spellings: [text] })),
        ),
        fc.boolean(),
        mask,
    )
    .map(([domain, wildcard, mask]) => {
        const prefix = wildcard && !/^[*-]/.test(domain.meaning) ? "*." : "";
        const types = ["", `${cased("smtp", mask)}:`, " SMTP : "];
        return {
            meaning: `smtp ${prefix}${domain.meaning}`,
            forms: domain.spellings.map((text, at) => types[(at + mask) % 3] + prefix + String(text).trim()),
        };
    });
const x400 = fc
    .tuple(
        fc.constantFrom("US", "us", "DE"),
        fc.constantFrom(" ", "ADMD"),
        fc.constantFrom("Contoso", "Fabrikam A"),
        mask,
    )
    .map(([c, a, p, mask]) => ({
        meaning: `x400 ${c} ${a} ${p}`,
        forms: [`X400:c=${c};a=${a};p=${p}`, `${cased("x400", mask)}:${cased("c", mask)}=${c}; A=${a} ; P = ${p};`],
    }));
const foreign = fc
    .tuple(fc.constantFrom("FAX", "NOTES", "X-1"), fc.constantFrom("*", "a", "A", "a:b", "x y"), mask)
    .map(([type, space, mask]) => ({
        meaning: `${type} ${space}`,
        forms: [`${type}:${space}`, ` ${cased(type, mask)} : ${space} `],
    }));
const cost = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100 }));
const spaces = fc.tuple(fc.oneof(smtp, x400, foreign), cost).map(([{ meaning, forms }, cost]) => ({
    meaning: `${meaning} ${cost}`,
    spellings: forms.flatMap((form) => [
        `${form};${cost}`,
        `${form} ; 0${cost % 100 || "100"} `.replace("0100", "100"),
        ...(cost === 1 ? [form] : []),
    ]),
}));

describe("values/address space, at random", () => laws("address-space", addressSpace, spaces));
