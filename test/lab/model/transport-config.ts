/** What the lab lets be set on the organisation's transport configuration (sheet 7), in the texts read back. */
export interface TransportSettings {
    readonly TLSReceiveDomainSecureList: readonly string[];
    readonly TLSSendDomainSecureList: readonly string[];
    readonly InternalSMTPServers: readonly string[];
    readonly VerifySecureSubmitEnabled: boolean;
    readonly Xexch50Enabled: boolean;
    readonly MaxReceiveSize: string;
    readonly MaxSendSize: string;
}

export interface TransportConfig {
    readonly guid: string;
    readonly created: Date;
    readonly changed: Date;
    readonly settings: TransportSettings;
}

export function newTransportSettings(secureDomains: readonly string[]): TransportSettings {
    return {
        TLSReceiveDomainSecureList: secureDomains,
        TLSSendDomainSecureList: secureDomains,
        InternalSMTPServers: [],
        VerifySecureSubmitEnabled: false,
        Xexch50Enabled: true,
        MaxReceiveSize: "10 MB (10,485,760 bytes)",
        MaxSendSize: "10 MB (10,485,760 bytes)",
    };
}
