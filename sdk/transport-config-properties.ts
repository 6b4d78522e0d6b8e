// Written by `npm run generate` from the field table of the kind. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Properties of a transport config. One that is left out is not managed: never compared, never written. */
export interface TransportConfigProperties {
    /**
     * Domains to which mail is sent with mutual TLS. Exact domains: no wildcard, each sub-domain by itself. Needs a send connector with domainSecureEnabled. Compared as a set; merged: other entries are left alone.
     *
     * Default: empty. Exchange 2007 SP1 and later. Parameter `TLSSendDomainSecureList` of Set-TransportConfig; core TLS setting.
     */
    tlsSendDomainSecureList?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Domains whose mail must arrive by mutual TLS. Exact domains: no wildcard, each sub-domain by itself. Needs a receive connector with domainSecureEnabled. Compared as a set; merged: other entries are left alone.
     *
     * Default: empty. Exchange 2007 SP1 and later. Parameter `TLSReceiveDomainSecureList` of Set-TransportConfig; core TLS setting.
     */
    tlsReceiveDomainSecureList?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * How each list is owned. `merge`: the entries in the program are present, every other one is left alone, and destroy takes out only what this resource added. `exact`: the list is as written. Default: `merge` for tlsSendDomainSecureList, tlsReceiveDomainSecureList.
     */
    listModes?: pulumi.Input<{
        tlsSendDomainSecureList?: pulumi.Input<"merge" | "exact">;
        tlsReceiveDomainSecureList?: pulumi.Input<"merge" | "exact">;
    }>;
    /**
     * Accept entries for which no connector with domainSecureEnabled exists (D2). Default: false.
     */
    standalone?: pulumi.Input<boolean>;
}
