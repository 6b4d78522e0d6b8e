import type { Kind } from "../../provider/resources/kind";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import type { ReceiveConnectorArgs, SendConnectorArgs } from "../../sdk";

/** A step of an older guide as a declaration, and the rules that refuse it. */
export interface ArticleForm {
    readonly step: string;
    /** Codes of all rules that the error names; or a text, where no rule is needed. */
    readonly refused: readonly string[] | RegExp;
    readonly declares: { readonly kind: Kind; readonly program: Readonly<Record<string, unknown>> };
}

/** The organisation's connector for everybody's mail, which the older guides change. */
export const INTERNET = "Outbound to Internet";

const EVERYBODY = "Default Frontend EX01";
const BY_MASK = ["10.0.0.0(255.255.255.0)"];

type Send = Partial<SendConnectorArgs>;
type Receive = Partial<ReceiveConnectorArgs>;

const onInternet = (args: Send) => ({
    kind: sendConnector,
    program: { adopt: true, name: INTERNET, addressSpaces: ["*"], ...args },
});
const newSend = (args: Send) => ({
    kind: sendConnector,
    program: { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], ...args },
});
const onBuiltIn = (name: string, args: Receive) => ({
    kind: receiveConnector,
    program: { adopt: true, server: "EX01", name, ...args },
});
const newReceive = (args: Receive) => ({
    kind: receiveConnector,
    program: { server: "EX01", name: "From Fabrikam", ...args },
});

/** `design/safety-rules.md`, "Procedures in older guides", as far as they are declarations. */
export const ARTICLE_FORMS = [
    {
        step: "Set-SendConnector 'Outbound to Internet' -RequireTLS $true -TlsDomain x",
        refused: ["S5", "S22"],
        declares: onInternet({ requireTls: true, tlsDomain: "*.mail.protection.outlook.com" }),
    },
    {
        step: "the same with TlsAuthLevel, which Exchange accepts",
        refused: ["S22"],
        declares: onInternet({ requireTls: true, tlsAuthLevel: "DomainValidation", tlsDomain: "*.outlook.com" }),
    },
    {
        step: "New-SendConnector -RequireTLS $true -TlsDomain x",
        refused: ["S5"],
        declares: newSend({ requireTls: true, tlsDomain: "mx.fabrikam.com" }),
    },
    {
        step: "TlsAuthLevel DomainValidation alone, on a connector that is there",
        refused: ["S4"],
        declares: onInternet({ tlsAuthLevel: "DomainValidation" }),
    },
    {
        step: "TlsAuthLevel DomainValidation alone, on a new connector",
        refused: ["S4"],
        declares: newSend({ tlsAuthLevel: "DomainValidation", tlsDomain: "mx.fabrikam.com" }),
    },
    {
        step: "a smart host together with DomainSecureEnabled",
        refused: ["S1"],
        declares: newSend({ smartHosts: ["gateway.fabrikam.com"], domainSecureEnabled: true }),
    },
    {
        step: "Set-ReceiveConnector 'Default EX01' -AuthMechanism Tls -PermissionGroups AnonymousUsers",
        refused: ["R27"],
        declares: onBuiltIn("Default EX01", {
            requireTls: true,
            authMechanism: ["Tls"],
            permissionGroups: ["AnonymousUsers"],
        }),
    },
    {
        step: "the same on the connector that takes everybody's mail",
        refused: ["R26", "R27"],
        declares: onBuiltIn(EVERYBODY, {
            requireTls: true,
            authMechanism: ["Tls"],
            permissionGroups: ["AnonymousUsers"],
        }),
    },
    {
        step: "RequireTLS $true on the connector that takes everybody's mail",
        refused: ["R26"],
        declares: onBuiltIn(EVERYBODY, { requireTls: true }),
    },
    {
        step: "BasicAuthRequireTLS as a switch of its own",
        refused: /basicAuthRequireTls/,
        declares: newReceive({ ...{ basicAuthRequireTls: true }, remoteIpRanges: BY_MASK }),
    },
    {
        step: "AuthMechanism BasicAuthRequireTLS alone",
        refused: ["R2"],
        declares: newReceive({
            transportRole: "FrontendTransport",
            bindings: ["0.0.0.0:25"],
            remoteIpRanges: BY_MASK,
            authMechanism: ["BasicAuthRequireTLS"],
        }),
    },
    {
        step: "New-ReceiveConnector for a relay without TransportRole",
        refused: ["R29"],
        declares: newReceive({ bindings: ["0.0.0.0:25"], remoteIpRanges: BY_MASK }),
    },
    {
        step: "SuppressXAnonymousTls without UseDowngradedExchangeServerAuth",
        refused: ["R12"],
        declares: newReceive({
            usage: "Internal",
            transportRole: "HubTransport",
            bindings: ["0.0.0.0:2525"],
            remoteIpRanges: ["10.2.0.0/24"],
            suppressXAnonymousTls: true,
        }),
    },
] as const satisfies readonly ArticleForm[];
