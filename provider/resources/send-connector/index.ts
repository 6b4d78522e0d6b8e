import type { Kind } from "../kind";
import { companions } from "./companions";
import { fields } from "./fields";
import { inputRules, rules } from "./rules";

export const sendConnector: Kind = {
    type: "SendConnector",
    noun: "send connector",
    fields,
    cmdlets: {
        get: "Get-SendConnector",
        create: "New-SendConnector",
        change: "Set-SendConnector",
        remove: "Remove-SendConnector",
    },
    rules,
    inputRules,
    initial: {
        requireTls: false,
        ignoreStartTls: false,
        domainSecureEnabled: false,
        dnsRoutingEnabled: true,
        tlsAuthLevel: null,
        tlsDomain: null,
        smartHosts: [],
        smartHostAuthMechanism: "None",
    },
    companions,
};
