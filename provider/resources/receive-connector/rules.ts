import { bindingOf } from "../../values/ip-binding";
import type { Rule } from "../rule";
import { type FieldValues, isList } from "../values";
import { coversAll, spansOf } from "./coverage";
import { has, lacks, textsOf } from "./known";

/** Entries of remoteIpRanges that the directory is known to hold, and the most that it was ever seen to hold (R22). */
const MANY_RANGES = 1200;
const MOST_RANGES = 1300;

const external = (v: FieldValues) => has(v, "authMechanism", "ExternalAuthoritative");
const mechanismWithout = (name: string) => (v: FieldValues) => lacks(v, "authMechanism", name);
const without = { tls: mechanismWithout("Tls"), basic: mechanismWithout("BasicAuth") };
const ranges = (v: FieldValues) => textsOf(v, "remoteIpRanges").length;
const listensOn = (port: number, v: FieldValues) => textsOf(v, "bindings").some((one) => bindingOf(one)?.port === port);

/** Reference sheet, section 6, and the safety rules: what holds between the properties of one receive connector. */
export const rules: readonly Rule[] = [
    {
        code: "R2",
        severity: "error",
        when: (v) => has(v, "authMechanism", "BasicAuthRequireTLS") && (without.basic(v) || without.tls(v)),
        text: "authMechanism BasicAuthRequireTLS needs BasicAuth and Tls beside it: declare all three, or leave BasicAuthRequireTLS out",
    },
    {
        code: "R3",
        severity: "error",
        when: (v) =>
            external(v) && textsOf(v, "authMechanism").some((m) => m !== "ExternalAuthoritative" && m !== "Tls"),
        text: 'authMechanism ExternalAuthoritative goes with nothing but Tls: declare ["ExternalAuthoritative", "Tls"], or leave ExternalAuthoritative out',
    },
    {
        code: "R4",
        severity: "error",
        when: (v) => v.requireTls === true && without.tls(v),
        text: "requireTls needs Tls in authMechanism: declare authMechanism with Tls, or requireTls: false",
    },
    {
        code: "R5",
        severity: "error",
        when: (v) => external(v) && lacks(v, "permissionGroups", "ExchangeServers"),
        text: "authMechanism ExternalAuthoritative needs ExchangeServers in permissionGroups: declare it there, or leave ExternalAuthoritative out",
    },
    {
        code: "R6",
        severity: "error",
        when: (v) => v.domainSecureEnabled === true && (without.tls(v) || external(v)),
        text: "mutual TLS (domainSecureEnabled) needs Tls and no ExternalAuthoritative in authMechanism: declare authMechanism so, or domainSecureEnabled: false",
    },
    {
        code: "R13",
        severity: "error",
        when: (v) => v.binaryMimeEnabled === true && v.chunkingEnabled === false,
        text: "binaryMimeEnabled needs chunkingEnabled: declare chunkingEnabled: true, or binaryMimeEnabled: false",
    },
    {
        code: "R14",
        severity: "error",
        when: ({ connectionInactivityTimeout: idle, connectionTimeout: whole }) =>
            typeof idle === "number" && typeof whole === "number" && idle >= whole,
        text: "connectionInactivityTimeout must be shorter than connectionTimeout: declare both so",
    },
    {
        code: "R16",
        severity: "error",
        when: ({ bindings }) => isList(bindings) && bindings.length === 0,
        text: "bindings cannot be empty: name at least one, or declare enabled: false to stop the connector",
    },
    {
        code: "R17",
        severity: "warning",
        when: (v) => v.enableAuthGssapi === true && lacks(v, "authMechanism", "Integrated"),
        text: "enableAuthGssapi has an effect only with Integrated in authMechanism: declare Integrated, or leave enableAuthGssapi out",
    },
    {
        code: "R18",
        severity: "error",
        when: (v) => v.longAddressesEnabled === true && v.transportRole === "FrontendTransport",
        text: 'longAddressesEnabled is only for transportRole "HubTransport" on a Mailbox server: declare longAddressesEnabled: false, or another role',
    },
    {
        code: "R18",
        severity: "warning",
        when: (v) => v.orarEnabled === true && v.longAddressesEnabled === false,
        text: "orarEnabled takes long X.400 addresses only with longAddressesEnabled: declare that as well where they are needed",
    },
    {
        code: "R22",
        severity: "warning",
        when: (v) => ranges(v) > MANY_RANGES && ranges(v) <= MOST_RANGES,
        text: `the directory holds about ${MANY_RANGES} to ${MOST_RANGES} entries of remoteIpRanges and then refuses any more: join neighbouring addresses to ranges, or use a second connector`,
    },
    {
        code: "R23",
        severity: "error",
        when: ({ banner }) => typeof banner === "string" && !banner.startsWith("220"),
        text: 'banner must begin with "220": declare "220 <your text>", or null for the usual greeting',
    },
    {
        code: "R24",
        severity: "warning",
        when: (v) =>
            without.tls(v) && textsOf(v, "tlsDomainCapabilities").some((entry) => !entry.startsWith("NO-TLS:")),
        text: "tlsDomainCapabilities have an effect only for senders that present a certificate: declare Tls in authMechanism, or leave them out",
    },
    {
        code: "R26",
        severity: "error",
        when: (v) =>
            v.requireTls === true &&
            v.enabled !== false &&
            has(v, "permissionGroups", "AnonymousUsers") &&
            listensOn(25, v) &&
            coversAll(4, spansOf(v)),
        text: "requireTls on a connector that takes anonymous mail from all addresses on port 25 turns away every sender without TLS: declare requireTls on a connector of its own with the partner's remoteIpRanges, or acceptPlainTextLoss: true where a gateway in front delivers everything by TLS",
        exception: "acceptPlainTextLoss",
    },
];

/** Rules on what the program itself says: what is live already is no violation of them. */
export const inputRules: readonly Rule[] = [
    {
        code: "R22",
        severity: "error",
        when: (v) => ranges(v) > MOST_RANGES,
        text: `the directory refuses more than about ${MANY_RANGES} to ${MOST_RANGES} entries of remoteIpRanges (administrative limit exceeded): join neighbouring addresses to ranges, or use a second connector`,
    },
    {
        code: "R24",
        severity: "warning",
        when: (v) => textsOf(v, "tlsDomainCapabilities").some((entry) => entry.startsWith("NO-TLS:")),
        text: "tlsDomainCapabilities with NO-TLS give the capability to every sender that connects without TLS and proves nothing: name the domain on the sender's certificate instead",
    },
    {
        code: "R25",
        severity: "warning",
        when: (v) => v.extendedProtectionPolicy === "Require",
        text: 'extendedProtectionPolicy "Require" refuses clients that do not bind their logon to the TLS channel: declare "Allow" until all of them do',
    },
];
