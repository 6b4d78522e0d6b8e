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
            "Lifts R26: requireTls although the connector takes anonymous mail from all addresses on port 25. Senders without TLS are turned away; right only where a gateway in front delivers everything by TLS.",
        allowExchangeServers:
            "Lifts R28: remoteIpRanges although they contain Exchange servers and authMechanism has no ExchangeServer. Mail between servers may land on this connector, which does not trust them.",
    },
    initial,
    companions,
    isBuiltIn,
    effectiveTls,
    onRemoval,
};
