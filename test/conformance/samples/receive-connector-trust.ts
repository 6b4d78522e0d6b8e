import { form, nothing, plain, toggle } from "../forms";
import type { Samples } from "../sample";
import { MAIL, SMTP } from "./certificates";

const CLOUD = "mail.protection.outlook.com:AcceptCloudServicesMail";
const PARTNER = "fabrikam.com:AcceptCloudServicesMail";

export const receiveTrust: Samples = {
    authMechanism: [
        {
            from: form(["Tls"], "Tls", "Tls", [["tls"], ["TLS"]]),
            to: form(
                ["BasicAuthRequireTLS", "Tls", "BasicAuth"],
                "Tls, BasicAuth, BasicAuthRequireTLS",
                "Tls, BasicAuth, BasicAuthRequireTLS",
                [
                    ["basicauth", "BASICAUTHREQUIRETLS", "tls"],
                    ["Tls", "BasicAuth", "BasicAuthRequireTLS"],
                ],
            ),
        },
        {
            title: "none at all",
            from: form(["Tls"], "Tls", "Tls", []),
            to: { program: ["None"], sent: "None", shown: "None", spelled: [["none"]], typed: ["none", "0"] },
        },
    ],
    permissionGroups: [
        {
            from: form(["None"], "None", "None", [["NONE"]]),
            to: form(["Partners", "AnonymousUsers"], "AnonymousUsers, Partners", "AnonymousUsers, Partners", [
                ["anonymoususers", "PARTNERS"],
            ]),
        },
        {
            title: "nobody any more",
            from: form(["ExchangeUsers"], "ExchangeUsers", "ExchangeUsers", []),
            to: form(["None"], "None", "None", [["none"]]),
        },
    ],
    requireTls: toggle(),
    domainSecureEnabled: toggle(),
    fqdn: [
        {
            from: plain("mail.contoso.com", ["Mail.Contoso.com"]),
            to: {
                ...plain("smtp.contoso.com", ["SMTP.CONTOSO.COM"]),
                spelled: ["smtp.contoso.com.", "Smtp.contoso.com"],
            },
        },
        { title: "taken away", from: plain("mail.contoso.com"), to: nothing.instead },
    ],
    tlsCertificateName: [
        { from: plain(MAIL[0], [MAIL[1]]), to: plain(SMTP[0], [SMTP[1]]) },
        { title: "taken away", from: plain(MAIL[0]), to: nothing.instead },
    ],
    tlsDomainCapabilities: [
        {
            place: "lists edited",
            from: form([CLOUD], [CLOUD], [CLOUD], [[CLOUD.toLowerCase()], [CLOUD.replace("mail", "MAIL")]]),
            to: {
                program: [CLOUD, PARTNER],
                sent: { $: "merge", add: [PARTNER], remove: [] },
                shown: [CLOUD, PARTNER],
                spelled: [["FABRIKAM.com: acceptcloudservicesmail", CLOUD]],
                typed: [["Fabrikam.COM:acceptcloudservicesmail", CLOUD]],
            },
        },
        {
            title: "as written and nothing else",
            place: "lists edited",
            beside: { program: { listModes: { tlsDomainCapabilities: "exact" } }, sent: {} },
            from: form([CLOUD], [CLOUD], [CLOUD], []),
            to: form([PARTNER], [PARTNER], [PARTNER], [["FABRIKAM.com:acceptcloudservicesmail"]]),
        },
    ],
    extendedProtectionPolicy: { from: plain("None", ["none"]), to: plain("Allow", ["allow", "ALLOW"]) },
    enableAuthGssapi: toggle(),
    suppressXAnonymousTls: toggle(),
    liveCredentialEnabled: { ...toggle(), place: "2013" },
    proxyEnabled: { ...toggle(true), place: "2013", special: "set" },
};
