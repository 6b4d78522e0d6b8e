/**
 * Where the reference sheets are unsure, the lab takes the less convenient behaviour; each switch turns one of them.
 * They may be changed while the lab runs.
 */
export interface Switches {
    /** S1: DomainSecureEnabled without DNS routing, or with IgnoreSTARTTLS, is refused when set. */
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
    /** A logon with a key has no network credentials, hence no directory, and no services but of its own server. */
    keyLogonReachesDirectory: boolean;
    /** The SFTP server knows posix-rename, which replaces a file. Windows' server refuses the plain rename onto one. */
    posixRename: boolean;
    /** A call that names no domain controller meets another one each time, in turn; else the first one. */
    roamingDomainController: boolean;
    /** What a New-* has made is shown only after so many reads, wherever it has got to. */
    newObjectsHiddenForReads: number;
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
        keyLogonReachesDirectory: false,
        posixRename: false,
        roamingDomainController: false,
        newObjectsHiddenForReads: 0,
        language: "en",
    };
}
