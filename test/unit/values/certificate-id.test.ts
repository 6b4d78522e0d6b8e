import fc from "fast-check";
import { certificateId } from "../../../provider/values/certificate-id";
import { mask, optional } from "./arbitraries";
import { laws } from "./laws";
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

const name = fc
    .tuple(fc.constantFrom("CN=a", "CN=A", "CN=CA 1, O=X", "CN=x:y", "O=<x>, C=DE"), fc.nat(3))
    .map(([text, number]) => text + number);
const ids = fc.tuple(name, name, mask).map(([issuer, subject, mask]) => {
    const [i, s] = [mask & 1 ? "<i>" : "<I>", mask & 2 ? "<s>" : "<S>"];
    return {
        meaning: `${issuer}|${subject}`,
        spellings: [`<I>${issuer}<S>${subject}`, `${i}${issuer}${s}${subject}`, ` ${i} ${issuer} ${s} ${subject} `],
    };
});

describe("values/certificate id, at random", () => laws("certificate-id", certificateId, optional(ids)));
