import { certificateId } from "../../../provider/values/certificate-id";
import { REFUSED, table } from "./table";

describe("values/certificate id", () => {
    table(certificateId, [
        ["<I><S>", REFUSED],
        ["<I>CN=x<S>", REFUSED],
        ["CN=x", REFUSED],
        ["<S>CN=x<I>CN=y", REFUSED],
        [null, null],
        ["", null],
        ["<i>CN=CA, O=X<s>CN=mail.contoso.com", "<I>CN=CA, O=X<S>CN=mail.contoso.com"],
    ]);
});
