import { expected, parsed, type ValueType } from "./value-type";

const WHAT = "a certificate identifier <I>issuer<S>subject, both as the certificate shows them, or null";
const IDENTIFIER = /^<i>((?:(?!<[is]>).)+)<s>((?:(?!<[is]>).)+)$/i;

/** `<I>issuer<S>subject`. Only the case of the two tags is free: the X.500 texts decide which certificate matches. */
export const certificateId: ValueType = {
    typescript: "string | null",
    parse(value) {
        if (value === null || value === "") return parsed(null);
        const match = typeof value === "string" ? IDENTIFIER.exec(value.trim()) : null;
        const [issuer, subject] = [match?.[1]?.trim(), match?.[2]?.trim()];
        return issuer && subject ? parsed(`<I>${issuer}<S>${subject}`) : expected(WHAT);
    },
    print: (canonical) => canonical,
    asTyped: true,
};
