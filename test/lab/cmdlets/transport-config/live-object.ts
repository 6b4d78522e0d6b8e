import type { CmdletContext, LiveObject } from "../context.js";

/** Neighbours of the secure lists as a cloud listing shows them: no on-premises capture is known (sheet 7). */
const NEIGHBOURS: LiveObject = {
    AddressBookPolicyRoutingEnabled: false,
    ClearCategories: true,
    ConvertDisclaimerWrapperToEml: false,
    DSNConversionMode: "PreserveDSNBody",
    ExternalDelayDsnEnabled: true,
    ExternalDsnDefaultLanguage: null,
    ExternalDsnLanguageDetectionEnabled: true,
    ExternalDsnMaxMessageAttachSize: "10 MB (10,485,760 bytes)",
    ExternalDsnReportingAuthority: null,
    ExternalDsnSendHtml: true,
    ExternalPostmasterAddress: null,
    GenerateCopyOfDSNFor: [],
    HeaderPromotionModeSetting: "NoCreate",
    JournalingReportNdrTo: "<>",
    LegacyJournalingMigrationEnabled: false,
    PreventDuplicateJournalingEnabled: true,
    Rfc2231EncodingEnabled: false,
    SafetyNetHoldTime: "7.00:00:00",
    ShadowRedundancyEnabled: true,
    ShadowResubmitTimeSpan: "03:00:00",
    SupervisionTags: ["Reject", "Allow"],
    VoicemailJournalingEnabled: true,
};

export function liveTransportConfig(domainController: string, { organisation }: CmdletContext): LiveObject {
    const { settings, guid, created, changed } = organisation.transport;
    return {
        ...NEIGHBOURS,
        ...settings,
        AdminDisplayName: "",
        ExchangeVersion: "0.1 (8.0.535.0)",
        Name: "Transport Settings",
        DistinguishedName: organisation.names.transportSettings(),
        Identity: "Transport Settings",
        Guid: guid,
        ObjectClass: ["top", "container", "msExchTransportSettings"],
        WhenChanged: changed,
        WhenCreated: created,
        WhenChangedUTC: changed,
        WhenCreatedUTC: created,
        OrganizationId: "",
        Id: "Transport Settings",
        OriginatingServer: domainController,
        IsValid: true,
        ObjectState: "Unchanged",
    };
}
