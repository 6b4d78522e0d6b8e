const CA = "CN=Lab Public CA, O=Lab Trust, C=US";

/** The certificates that `installCertificates` puts on every server: in one spelling, and in another. */
export const MAIL = [`<I>${CA}<S>CN=mail.contoso.com`, `<i>${CA}<s>CN=mail.contoso.com`] as const;
export const SMTP = [`<I>${CA}<S>CN=smtp.contoso.com`, `<i>${CA}<S>CN=smtp.contoso.com`] as const;
