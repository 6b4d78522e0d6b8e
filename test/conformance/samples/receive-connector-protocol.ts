import { nothing, plain, toggle } from "../forms";
import type { Samples } from "../sample";
import { hub } from "./receive-connector-place";

const BANNER = "220 mail.contoso.com – ready, 'really'";

/** What is said in the conversation, and which addresses are taken. */
export const receiveProtocol: Samples = {
    banner: [
        { from: { program: null, shown: "", spelled: [""] }, to: plain(BANNER) },
        {
            title: "taken away",
            from: plain(BANNER),
            to: { program: null, sent: { $: "null" }, shown: "", spelled: [""], typed: ["", null] },
        },
    ],
    advertiseClientSettings: toggle(),
    serviceDiscoveryFqdn: [
        { from: nothing.first, to: plain("smtp.contoso.com", ["SMTP.Contoso.com"]) },
        { title: "taken away", from: plain("smtp.contoso.com"), to: nothing.instead },
    ],
    sizeEnabled: { from: plain("Enabled", ["enabled"]), to: plain("EnabledWithoutValue", ["enabledWITHOUTvalue"]) },
    pipeliningEnabled: toggle(true),
    chunkingEnabled: { ...toggle(true), along: { BinaryMimeEnabled: false }, typedAlong: { BinaryMimeEnabled: false } },
    binaryMimeEnabled: toggle(true),
    eightBitMimeEnabled: toggle(true),
    deliveryStatusNotificationEnabled: toggle(true),
    enhancedStatusCodesEnabled: toggle(true),
    smtpUtf8Enabled: { ...toggle(false), special: "set" },
    bareLinefeedRejectionEnabled: { ...toggle(true), special: "set" },
    requireEhloDomain: toggle(),
    protocolLoggingLevel: { from: plain("None", ["none"]), to: plain("Verbose", ["VERBOSE"]) },
    defaultDomain: [
        { from: nothing.first, to: plain("contoso.com", ["CONTOSO.com"]) },
        { title: "taken away", from: plain("contoso.com", ["Contoso.com"]), to: nothing.instead },
    ],
    longAddressesEnabled: { ...toggle(), beside: hub },
    orarEnabled: toggle(),
    rejectReservedSecondLevelRecipientDomains: toggle(),
    rejectReservedTopLevelRecipientDomains: toggle(),
    rejectSingleLabelRecipientDomains: toggle(),
};
