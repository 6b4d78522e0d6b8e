import { certificateId } from "../../../provider/values/certificate-id";
import { REFUSED, table } from "./table";

describe("values/certificate id", () => {
    table(certificateId, [
        ["<I>CN=a<S>CN=b<S>CN=c", REFUSED],
        ["<I><S>a<S>b", REFUSED],
        ["<I>CN=a<I>CN=b<S>CN=c", REFUSED],
        ["<I> <S>CN=x", REFUSED],
        ["<I>CN=x", REFUSED],
        ["x<I>CN=a<S>CN=b", REFUSED],
        ["<I>CN=a\n<S>CN=b", REFUSED],
        [" ", REFUSED],
        [undefined, REFUSED],
        [5, REFUSED],
        [" <I> CN=a <S> CN=b ", "<I>CN=a<S>CN=b"],
        ["<I>CN=localhost<S>CN=localhost", "<I>CN=localhost<S>CN=localhost"],
        ["<I>CN=a,  O=X<S>cn=B", "<I>CN=a,  O=X<S>cn=B"],
        ["<I><S>", REFUSED],
        ["<I>CN=x<S>", REFUSED],
        ["CN=x", REFUSED],
        ["<S>CN=x<I>CN=y", REFUSED],
        [null, null],
        ["", null],
        ["<i>CN=CA, O=X<s>CN=mail.contoso.com", "<I>CN=CA, O=X<S>CN=mail.contoso.com"],
    ]);
});
