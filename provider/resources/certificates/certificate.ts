/** One certificate of a server's store, as far as TLS asks for it. */
export interface Certificate {
    readonly thumbprint: string;
    /** X.500 texts, as they stand in `TlsCertificateName`. */
    readonly subject: string;
    readonly issuer: string;
    /** Milliseconds since 1970. */
    readonly notBefore: number;
    readonly notAfter: number;
    readonly hasPrivateKey: boolean;
    /** `Valid`, `DateInvalid`, `Untrusted` … */
    readonly status: string;
    /** `SMTP`, `IIS` … */
    readonly services: readonly string[];
    /** Names that it is good for, lower case; `*.contoso.com` among them. */
    readonly domains: readonly string[];
    /** Undefined where the server does not show it. */
    readonly selfSigned: boolean | undefined;
    /** Whether it may identify a client; undefined where the server does not show it in a known form. */
    readonly clientAuthentication: boolean | undefined;
}

/** How a connector names it: `<I>issuer<S>subject`. */
export function nameOf({ issuer, subject }: Certificate): string {
    return `<I>${issuer.trim()}<S>${subject.trim()}`;
}

/** The day of a date in UTC. */
export function dayOf(time: number): string {
    return new Date(time).toISOString().slice(0, 10);
}
