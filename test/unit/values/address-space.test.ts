import { addressSpace } from "../../../provider/values/address-space";
import { REFUSED, table } from "./table";

describe("values/address space", () => {
    table(addressSpace, [
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
