import type { Rule } from "../rule";
import { type FieldValues, isList } from "../values";

const filled = (values: FieldValues, name: string) => {
    const value = values[name];
    return isList(value) && value.length > 0;
};
const empty = (values: FieldValues, name: string) => {
    const value = values[name];
    return isList(value) && value.length === 0;
};
const hasText = (values: FieldValues, name: string) => values[name] !== undefined && values[name] !== null;

/** Reference sheet, section 4: the rules that Exchange is seen or documented to enforce on the properties of this kind. */
export const rules: readonly Rule[] = [
    {
        code: "S1",
        when: (v) => v.domainSecureEnabled === true && (v.dnsRoutingEnabled === false || v.ignoreStartTls === true),
        text: "mutual TLS (domainSecureEnabled) works only with DNS routing and STARTTLS: set dnsRoutingEnabled true, no smartHosts, ignoreStartTls false; for a smart host use requireTls with tlsAuthLevel DomainValidation",
    },
    {
        code: "S3",
        when: (v) => v.requireTls === true && v.ignoreStartTls === true,
        text: "requireTls and ignoreStartTls contradict each other: set one of them to false",
    },
    {
        code: "S4",
        when: (v) => hasText(v, "tlsAuthLevel") && (v.ignoreStartTls === true || v.requireTls === false),
        text: "tlsAuthLevel needs requireTls true and ignoreStartTls false: declare requireTls: true, or tlsAuthLevel: null",
    },
    {
        code: "S5",
        when: (v) => hasText(v, "tlsDomain") && v.tlsAuthLevel !== undefined && v.tlsAuthLevel !== "DomainValidation",
        text: 'tlsDomain needs tlsAuthLevel DomainValidation: declare tlsAuthLevel: "DomainValidation", or tlsDomain: null',
    },
    {
        code: "S6",
        when: (v) => v.tlsAuthLevel === "DomainValidation" && v.dnsRoutingEnabled === false && v.tlsDomain === null,
        text: "with a smart host, tlsAuthLevel DomainValidation needs tlsDomain: the name on the smart host's certificate",
    },
    {
        code: "S8",
        when: (v) => v.dnsRoutingEnabled === false && empty(v, "smartHosts"),
        text: "dnsRoutingEnabled false needs smartHosts: name at least one, or set dnsRoutingEnabled true",
    },
    {
        code: "S9",
        when: (v) => v.dnsRoutingEnabled === true && filled(v, "smartHosts"),
        text: "smartHosts and dnsRoutingEnabled true contradict each other: drop one of them",
    },
    {
        code: "S10",
        when: (v) =>
            hasText(v, "smartHostAuthMechanism") &&
            v.smartHostAuthMechanism !== "None" &&
            (v.dnsRoutingEnabled === true || empty(v, "smartHosts")),
        text: 'smartHostAuthMechanism has a meaning only with smartHosts: name them, or set it to "None"',
    },
];

/** Rules on what the program itself says: a live value that was there before is no violation of them. */
export const inputRules: readonly Rule[] = [
    {
        code: "S11",
        when: (v) => String(v.smartHostAuthMechanism).startsWith("BasicAuth"),
        text: "BasicAuth and BasicAuthRequireTLS need a credential, which cannot be declared yet: set it by hand and leave smartHostAuthMechanism out",
    },
];
