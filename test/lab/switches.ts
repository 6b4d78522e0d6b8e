/**
 * Where the reference sheets are unsure, the lab takes the less convenient behaviour; each switch turns one of them.
 * They may be changed while the lab runs.
 */
export interface Switches {
    /** S1, R6: DomainSecureEnabled without what it works with (DNS routing and STARTTLS; Tls) is refused when set. */
    domainSecureConditions: "reject" | "accept";
    /** S8: DNSRoutingEnabled false needs SmartHosts in the same command even where the connector has some. */
    smartHostsInSameCommand: boolean;
    /** `@{Add}` of a value that the list already has: an error, or only nothing changed. */
    addPresent: "reject" | "accept";
    /** `@{Add;Remove}` to a list whose page does not document it: one element of text (!), or an edit after all. */
    undocumentedMerge: "as-text" | "edit";
    /** A field report: `@{Add;Remove}` reports success and does nothing. */
    mergeHasNoEffect: boolean;
    /** Sizes are stored in whole KB, rounded up. */
    wholeKilobytes: boolean;
    /** A server may also be named by its FQDN, which the pages do not list. */
    serverByFqdn: boolean;
    /** R9: connectors that share a binding may share no remote range, or not all of them. */
    sameBinding: "no-shared-range" | "not-all-ranges";
    /** R11: ranges may not overlap in part on one server, or only where a binding is shared. */
    partialOverlap: "same-server" | "same-binding";
    /** R21: newer builds (here 2019 and later) refuse a HubTransport connector on port 25 beside the front end. */
    hubOnPort25: "by-version" | "accept";
    /** What New-ReceiveConnector takes where TransportRole is left out. */
    defaultTransportRole: "HubTransport" | "FrontendTransport";
    /** Bindings that the usages Client and Internal bring. */
    usageBindings: "ipv4" | "ipv4-and-ipv6";
    /** A receive connector's bare name that several servers have: ambiguous, or the one of the session's server. */
    bareReceiveName: "ambiguous" | "local-server";
    /** `Custom` among the permission groups that are set: an error, or passed by. */
    customPermissionGroup: "reject" | "ignore";
    /** What a remote session leaves of a certificate: everything, or only what any X.509 object has. */
    certificateProperties: "all" | "x509-only";
    /** A logon with a key has no network credentials, hence no directory, and no services but of its own server. */
    keyLogonReachesDirectory: boolean;
    /** The SFTP server knows posix-rename, which replaces a file. Windows' server refuses the plain rename onto one. */
    posixRename: boolean;
    /** A call that names no domain controller meets another one each time, in turn; else the first one. */
    roamingDomainController: boolean;
    /** What a New-* has made is shown only after so many reads, wherever it has got to. */
    newObjectsHiddenForReads: number;
    /** Windows' cmdlets for suites and curves where a policy has the list: they refuse, or report success and do nothing. */
    suiteCmdletsUnderPolicy: "refuse" | "no-effect";
    /** Disabling a suite or a curve that is not on the list: an error, or only nothing changed. */
    disableAbsentSuite: "reject" | "accept";
    /** What Windows' cmdlets change holds at once (its documentation), or after a boot (Exchange's). */
    suitesActiveAtOnce: boolean;
    /** Of the texts that cmdlets and services give. */
    language: "en" | "de";
}

export function strictSwitches(): Switches {
    return {
        domainSecureConditions: "reject",
        smartHostsInSameCommand: true,
        addPresent: "reject",
        undocumentedMerge: "as-text",
        mergeHasNoEffect: false,
        wholeKilobytes: true,
        serverByFqdn: false,
        sameBinding: "no-shared-range",
        partialOverlap: "same-server",
        hubOnPort25: "by-version",
        defaultTransportRole: "HubTransport",
        usageBindings: "ipv4",
        bareReceiveName: "ambiguous",
        customPermissionGroup: "reject",
        certificateProperties: "all",
        keyLogonReachesDirectory: false,
        posixRename: false,
        roamingDomainController: false,
        newObjectsHiddenForReads: 0,
        suiteCmdletsUnderPolicy: "no-effect",
        disableAbsentSuite: "reject",
        suitesActiveAtOnce: false,
        language: "en",
    };
}
