import { isIP } from "node:net";
import type { Rule } from "../rule";
import { type FieldValues, isList } from "../values";
import { empty, filled } from "./values";

const entries = (values: FieldValues, name: string) => {
    const value = values[name];
    return isList(value) ? value.map(String) : [];
};
const authenticates = (v: FieldValues) => filled(v, "smartHostAuthMechanism") && v.smartHostAuthMechanism !== "None";
const secure = (v: FieldValues) => v.requireTls === true || v.domainSecureEnabled === true;

/** Reference sheet, sections 3.5 and 4, and safety rule S22: what the connector's own properties demand of each other. */
export const rules: readonly Rule[] = [
    {
        code: "S1",
        severity: "error",
        when: (v) => v.domainSecureEnabled === true && (v.dnsRoutingEnabled === false || v.ignoreStartTls === true),
        text: "mutual TLS (domainSecureEnabled) works only with DNS routing and STARTTLS: set dnsRoutingEnabled true, no smartHosts, ignoreStartTls false; for a smart host use requireTls with tlsAuthLevel DomainValidation",
    },
    {
        code: "S3",
        severity: "error",
        when: (v) => v.requireTls === true && v.ignoreStartTls === true,
        text: "requireTls and ignoreStartTls contradict each other: set one of them to false",
    },
    {
        code: "S4",
        severity: "error",
        when: (v) => filled(v, "tlsAuthLevel") && (v.ignoreStartTls === true || v.requireTls === false),
        text: "tlsAuthLevel needs requireTls true and ignoreStartTls false: declare requireTls: true, or tlsAuthLevel: null",
    },
    {
        code: "S5",
        severity: "error",
        when: (v) => filled(v, "tlsDomain") && v.tlsAuthLevel !== undefined && v.tlsAuthLevel !== "DomainValidation",
        text: 'tlsDomain needs tlsAuthLevel DomainValidation: declare tlsAuthLevel: "DomainValidation", or tlsDomain: null',
    },
    {
        code: "S6",
        severity: "error",
        when: (v) => v.tlsAuthLevel === "DomainValidation" && v.dnsRoutingEnabled === false && empty(v, "tlsDomain"),
        text: "with a smart host, tlsAuthLevel DomainValidation needs tlsDomain: the name on the smart host's certificate",
    },
    {
        code: "S7",
        severity: "warning",
        when: (v) => v.tlsAuthLevel === "DomainValidation" && v.dnsRoutingEnabled === true && empty(v, "tlsDomain"),
        text: "without tlsDomain, tlsAuthLevel DomainValidation compares the far end's certificate with each recipient's domain, which an MX host's certificate often does not carry: declare tlsDomain as the name on that certificate",
    },
    {
        code: "S8",
        severity: "error",
        when: (v) => v.dnsRoutingEnabled === false && empty(v, "smartHosts"),
        text: "dnsRoutingEnabled false needs smartHosts: name at least one, or set dnsRoutingEnabled true",
    },
    {
        code: "S9",
        severity: "error",
        when: (v) => v.dnsRoutingEnabled === true && filled(v, "smartHosts"),
        text: "smartHosts and dnsRoutingEnabled true contradict each other: drop one of them",
    },
    {
        code: "3.5",
        severity: "error",
        when: (v) =>
            v.dnsRoutingEnabled === true && entries(v, "addressSpaces").some((space) => !space.startsWith("SMTP:")),
        text: "address spaces of another type than SMTP go to smart hosts only: declare smartHosts, or take them out of addressSpaces",
    },
    {
        code: "S10",
        severity: "error",
        when: (v) => authenticates(v) && (v.dnsRoutingEnabled === true || empty(v, "smartHosts")),
        text: 'smartHostAuthMechanism has a meaning only with smartHosts: name them, or set it to "None"',
    },
    {
        code: "S12",
        severity: "error",
        when: (v) =>
            v.smartHostAuthMechanism === "BasicAuthRequireTLS" &&
            entries(v, "smartHosts").some((host) => isIP(host) !== 0),
        text: "BasicAuthRequireTLS needs the smart host's exact name on its certificate, so an IP address cannot work: declare smartHosts by name",
    },
    {
        code: "S13",
        severity: "error",
        when: (v) =>
            filled(v, "linkedReceiveConnector") &&
            (filled(v, "addressSpaces") ||
                v.dnsRoutingEnabled === true ||
                empty(v, "smartHosts") ||
                v.smartHostAuthMechanism === "None" ||
                (v.maxMessageSize !== undefined && v.maxMessageSize !== "unlimited")),
        text: 'linkedReceiveConnector needs addressSpaces: [], smartHosts, a smartHostAuthMechanism other than "None" and maxMessageSize: "unlimited"',
    },
    {
        code: "S16",
        severity: "error",
        when: (v) => v.domainSecureEnabled === true && v.frontendProxyEnabled === true,
        text: "mutual TLS (domainSecureEnabled) does not work through the front-end service: declare frontendProxyEnabled: false",
    },
    {
        code: "S17",
        severity: "error",
        when: (v) => v.forceHelo === true && secure(v),
        text: "forceHelo prevents STARTTLS, so requireTls or domainSecureEnabled would stop all mail: declare forceHelo: false",
    },
    {
        code: "S22",
        severity: "error",
        // Through a smart host only that host must offer TLS, whatever the recipients' own servers do.
        when: (v) =>
            v.requireTls === true &&
            v.dnsRoutingEnabled === true &&
            entries(v, "addressSpaces").some((space) => space.startsWith("SMTP:*;")),
        text: "requireTls on the connector for all domains (*) cuts off every recipient whose server offers no TLS: use a connector of its own for the partner, or declare acceptPlainTextLoss: true",
        exception: "acceptPlainTextLoss",
    },
];

/** Rules on what the program itself says: a live value that was there before is no violation of them. */
export const inputRules: readonly Rule[] = [];
