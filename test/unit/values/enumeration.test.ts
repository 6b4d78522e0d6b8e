import fc from "fast-check";
import { enumeration } from "../../../provider/values/enumeration";
import { cased, mask, optional } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/nullable enumeration", () => {
    table(enumeration(["EncryptionOnly", "CertificateValidation", "DomainValidation"], { nullable: true }), [
        ["Domain Validation", REFUSED],
        [2, REFUSED],
        ["None", REFUSED],
        ["", null],
        [null, null],
        ["domainvalidation", "DomainValidation"],
        [" EncryptionOnly ", "EncryptionOnly"],
    ]);
});

describe("values/enumeration", () => {
    table(enumeration(["None", "Verbose"]), [
        [null, REFUSED],
        ["", REFUSED],
        ["NONE", "None"],
        ["verbose", "Verbose"],
    ]);
});

const LEVELS = ["EncryptionOnly", "CertificateValidation", "DomainValidation"];
const level = fc
    .tuple(fc.constantFrom(...LEVELS), mask)
    .map(([name, mask]) => ({ meaning: name, spellings: [name, ` ${cased(name, mask)} `] }));

describe("values/enumeration, at random", () =>
    laws("enumeration", enumeration(LEVELS, { nullable: true }), optional(level)));
