import { InvalidValue } from "./invalid-value.js";

/** `<I>issuer<S>subject`, tags in either case; neither half may be empty (E-11). Read back as written. */
export function parseCertificateIdentifier(text: string): string {
    const match = /^<i>(.*)<s>(.*)$/i.exec(text);
    if (match?.[1]?.trim() && match[2]?.trim()) return text;
    const why = `"${text}" isn't a valid Certificate Identifier.`;
    throw new InvalidValue(text, "Microsoft.Exchange.Data.SmtpX509Identifier", why);
}
