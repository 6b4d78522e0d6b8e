import { chosenCertificates } from "../certificates";
import type { Kind } from "../kind";
import { isBuiltIn } from "./built-ins";
import { companions } from "./companions";
import { crossRules } from "./cross-rules";
import { effectiveTls } from "./effective-tls";
import { fields } from "./fields";
import { initial } from "./initial";
import { onRemoval } from "./on-removal";
import { inputRules, rules } from "./rules";

/** A connector of one server: its identity is `SERVER\name`. */
export const receiveConnector: Kind = {
    type: "ReceiveConnector",
    noun: "receive connector",
    fields,
    cmdlets: {
        get: "Get-ReceiveConnector",
        create: "New-ReceiveConnector",
        change: "Set-ReceiveConnector",
        remove: "Remove-ReceiveConnector",
    },
    perServer: true,
    rules,
    inputRules,
    crossRules,
    exceptions: {
        acceptPlainTextLoss:
            "Accept that senders without TLS are turned away by a connector that takes anonymous mail from everywhere (R26): right where a gateway in front delivers everything by TLS.",
        allowExchangeServers:
            "Accept that mail of Exchange servers may land on this connector, which does not trust them (R28).",
    },
    initial,
    companions,
    isBuiltIn,
    effectiveTls,
    certificates: (subject) =>
        subject.server === undefined ? undefined : chosenCertificates(subject, [subject.server]),
    onRemoval,
};
