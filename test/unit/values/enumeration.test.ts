import { enumeration } from "../../../provider/values/enumeration";
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
