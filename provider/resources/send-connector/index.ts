import { chosenCertificates } from "../certificates";
import type { Kind } from "../kind";
import { isBuiltIn } from "./built-in";
import { companions } from "./companions";
import { crossRules } from "./cross-rules";
import { effectiveTls } from "./effective-tls";
import { fields } from "./fields";
import { initial } from "./initial";
import { onRemoval } from "./on-removal";
import { inputRules, rules } from "./rules";
import { sourceServers } from "./sources";

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
    perServer: false,
    rules,
    inputRules,
    crossRules,
    exceptions: {
        acceptPlainTextLoss:
            "Accept that recipients whose server offers no TLS get no mail through this connector (S22).",
    },
    initial,
    companions,
    isBuiltIn,
    effectiveTls,
    certificates: (subject) => chosenCertificates(subject, sourceServers(subject)),
    onRemoval,
};
