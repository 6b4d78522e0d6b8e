import type * as pulumi from "@pulumi/pulumi";

/**
 * `enabled` and `disabled` write both `Enabled` and `DisabledByDefault`; `default` takes the values away, so that
 * Windows decides (which on every server up to 2025 switches TLS 1.0 and 1.1 **on**); `unmanaged` leaves the setting to
 * others although the baseline names it.
 */
export type SettingState = "enabled" | "disabled" | "default" | "unmanaged";

/** A switch of which 1 is `true` and 0 is `false`. */
export type SettingFlag = boolean | "default" | "unmanaged";

/** Client: outbound; server: inbound. A word for both roles, or one for each. */
export type ProtocolSetting = SettingState | { client?: SettingState; server?: SettingState };

/** Names of protocols as SCHANNEL spells them. */
export type ProtocolName =
    | "SSL 2.0"
    | "SSL 3.0"
    | "TLS 1.0"
    | "TLS 1.1"
    | "TLS 1.2"
    | "TLS 1.3"
    | "DTLS 1.0"
    | "DTLS 1.2";

/** Names of ciphers as SCHANNEL spells them; each is one registry key, slash included. */
export type CipherName =
    | "AES 128/128"
    | "AES 256/256"
    | "DES 56/56"
    | "NULL"
    | "RC2 40/128"
    | "RC2 56/128"
    | "RC2 128/128"
    | "RC4 40/128"
    | "RC4 56/128"
    | "RC4 64/128"
    | "RC4 128/128"
    | "Triple DES 168";

/** .NET Framework: 1 of `SchUseStrongCrypto` and `SystemDefaultTlsVersions`, always in both registry nodes. */
export interface DotNetSettings {
    /** `SchUseStrongCrypto`: outbound connections leave known weak algorithms out. Default by the program's target. */
    strongCrypto?: SettingFlag;
    /** `SystemDefaultTlsVersions`: Windows chooses the TLS versions. Default by the program's target. */
    systemDefaultTlsVersions?: SettingFlag;
}

/** Key sizes in bits, 512 to 16384. */
export type KeySize = number | "default" | "unmanaged";

/** An ordered list, most wanted first. */
export interface OrderedList {
    order: string[];
    /**
     * `local` (default): by Windows' own cmdlets (2016 and later); refused where group policy names a list, which would
     * win. `policy`: the value that group policy uses, for servers whose list no policy manages.
     */
    scope?: "local" | "policy";
}

/** Settings of one server. One that is left out is not managed: never compared, never written. */
export interface SchannelProperties {
    /**
     * The settings that Exchange guidance wants on this server's Windows and Exchange. What is declared beside it wins,
     * setting by setting.
     */
    baseline?: pulumi.Input<"exchange">;
    /** SCHANNEL protocols, `…\SCHANNEL\Protocols\<name>\Client|Server`, written as 1 and 0. */
    protocols?: pulumi.Input<{ [Name in ProtocolName]?: ProtocolSetting }>;
    /** `…\SCHANNEL\Ciphers\<name>`, written as 0xffffffff and 0. */
    ciphers?: pulumi.Input<{ [Name in CipherName]?: SettingState }>;
    /** `…\SCHANNEL\Hashes\<name>`, written as 0xffffffff and 0. Without SHA every suite with a SHA-1 MAC is gone. */
    hashes?: pulumi.Input<{ [Name in "MD5" | "SHA" | "SHA256" | "SHA384" | "SHA512"]?: SettingState }>;
    /** `…\SCHANNEL\KeyExchangeAlgorithms\<name>`, written as 0xffffffff and 0. Without PKCS static RSA suites are gone. */
    keyExchange?: pulumi.Input<{ [Name in "Diffie-Hellman" | "ECDH" | "PKCS"]?: SettingState }>;
    /** Least and greatest key sizes in bits (Windows Server 2016 and later). */
    keySizes?: pulumi.Input<{
        diffieHellman?: { clientMin?: KeySize; clientMax?: KeySize; serverMin?: KeySize };
        pkcs?: { clientMin?: KeySize; clientMax?: KeySize };
    }>;
    /** .NET Framework v4 and v2 alike, or each by itself; the one that names the version wins. */
    dotNet?: pulumi.Input<DotNetSettings & { v4?: DotNetSettings; v2?: DotNetSettings }>;
    /** WinHTTP's `DefaultSecureProtocols`, in both registry nodes. */
    winHttp?: pulumi.Input<{
        protocols: ("SSL 2.0" | "SSL 3.0" | "TLS 1.0" | "TLS 1.1" | "TLS 1.2" | "TLS 1.3")[] | "default" | "unmanaged";
    }>;
    /** `AllowInsecureRenegoClients` and `AllowInsecureRenegoServers`: peers without RFC 5746. */
    renegotiation?: pulumi.Input<{ allowInsecureClients?: SettingFlag; allowInsecureServers?: SettingFlag }>;
    /** Order of cipher suites. */
    cipherSuites?: pulumi.Input<OrderedList | "unmanaged">;
    /** Order of elliptic curves (Windows Server 2016 and later). */
    curves?: pulumi.Input<OrderedList | "unmanaged">;
    /** SCHANNEL's `EventLogging`, 0 to 7: 1 errors, 2 warnings, 4 information, added up. */
    eventLogging?: pulumi.Input<number | "default" | "unmanaged">;
    /**
     * Guards that are lifted, by the code that the refusal names, e.g. `G1`: TLS 1.0 and 1.1 go off although TLS 1.2 and
     * the .NET values are not in place and active.
     */
    force?: pulumi.Input<("G1" | "G2" | "G3" | "G4" | "G5" | "G6")[]>;
    /** Put wrong kinds, other numbers of the same meaning and look-alike keys right instead of telling them. Default false. */
    repair?: pulumi.Input<boolean>;
}
