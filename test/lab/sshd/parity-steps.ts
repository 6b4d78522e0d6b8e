import type { CallResult, CmdletCall, WireArgument } from "../../../provider/session/frames.js";
import type { WriteAnswer } from "../../../provider/session/pool/pool.js";
import { LISTS } from "./client.js";

interface Step {
    readonly what: string;
    readonly call: CmdletCall;
    readonly readBack: CmdletCall;
    readonly refusedByBinder: boolean;
}

type Arguments = Readonly<Record<string, WireArgument>>;

const CONNECTORS: CmdletCall = {
    cmd: "Get-SendConnector",
    par: {},
    sel: [
        ...["Name", "AddressSpaces", "Comment", "DNSRoutingEnabled", "Enabled", "Fqdn", "IgnoreSTARTTLS", "Port"],
        ...["MaxMessageSize", "ProtocolLoggingLevel", "RequireTLS", "SmartHosts", "SourceTransportServers"],
        ...["SmartHostAuthMechanism", "TlsAuthLevel", "TlsCertificateName", "TlsDomain", "IsValid", "ObjectClass"],
    ],
};
const Identity = "To Fabrikam";
const NULL = { $: "null" } as const;
const merge = (add: string[], remove: string[] = []) => ({ $: "merge", add, remove }) as const;
const step = (what: string, cmd: string, par: Arguments, readBack: CmdletCall, refusedByBinder = false): Step => ({
    ...{ what, call: { cmd, par, sel: [] }, readBack, refusedByBinder },
});
const connector = (what: string, par: Arguments) => step(what, "Set-SendConnector", { Identity, ...par }, CONNECTORS);
const lists = (what: string, par: Arguments) => step(what, "Set-TransportConfig", par, LISTS);
const refused = (what: string, par: Arguments) =>
    step(`${what} is refused`, "Set-SendConnector", { Identity, ...par }, CONNECTORS, true);

const NEW = { Name: Identity, AddressSpaces: ["fabrikam.com"], RequireTLS: true, MaxMessageSize: "36MB" };

/** A life of a connector and of the lists, with every kind of value and every kind of error. */
export const STEPS: readonly Step[] = [
    step("a creation", "New-SendConnector", NEW, CONNECTORS),
    step("E-6, a second one of that name", "New-SendConnector", NEW, CONNECTORS),
    connector("texts that PowerShell would like to read", {
        Comment: "Gr\u00fc\u00dfe \u6f22\u{1f600} '\"$(x)`n; @{}",
    }),
    connector("a text that looks like a date", { Comment: "2026-01-02T03:04:05Z" }),
    connector("the empty text", { Comment: "" }),
    connector("numbers, enumerations and domains", {
        ...{ Port: 2525, Fqdn: "mail.contoso.com", TlsAuthLevel: "DomainValidation", TlsDomain: "*.fabrikam.com" },
        ProtocolLoggingLevel: "Verbose",
    }),
    connector("null", { Fqdn: NULL, TlsDomain: NULL }),
    connector("W-1, nothing changes", { Port: 2525 }),
    connector("E-5, a domain without its level", { TlsAuthLevel: "EncryptionOnly", TlsDomain: "fabrikam.com" }),
    connector("two smart hosts", { SmartHosts: ["mx1.fabrikam.com", "10.0.0.1"], DNSRoutingEnabled: false }),
    connector("a smart host for another", { SmartHosts: merge(["mx2.fabrikam.com"], ["mx1.fabrikam.com"]) }),
    connector("no smart host", { SmartHosts: NULL, DNSRoutingEnabled: true }),
    refused("a text for a Boolean", { RequireTLS: "True" }),
    refused("a text for a number", { Port: "many" }),
    step("E-1, nobody of that name", "Set-SendConnector", { Identity: "Nobody", Port: 25 }, CONNECTORS),
    lists("two domains more", { TLSSendDomainSecureList: merge(["a.example", "b.example"]) }),
    lists("one more and one less", { TLSSendDomainSecureList: merge(["c.example"], ["a.example"]) }),
    lists("one less in both", {
        TLSSendDomainSecureList: merge([], ["b.example"]),
        TLSReceiveDomainSecureList: merge([], ["partner-02.example"]),
    }),
    lists("a domain that is there already", { TLSSendDomainSecureList: merge(["c.example"]) }),
    lists("a list of one", { TLSReceiveDomainSecureList: ["only.example"] }),
    lists("a list of none", { TLSReceiveDomainSecureList: NULL }),
    lists("what is no domain", { TLSSendDomainSecureList: merge(["*"]) }),
    step("a removal", "Remove-SendConnector", { Identity }, CONNECTORS),
    step("a second removal", "Remove-SendConnector", { Identity }, CONNECTORS),
];

/** What has to be the same whoever answers: everything but times, ids of a request and PowerShell's own wording. */
export function comparable(answer: WriteAnswer | undefined): unknown {
    return answer && [...answer.results, answer.readBack].map(comparableResult);
}

function comparableResult(result: CallResult): unknown {
    if ("skipped" in result) return result;
    if (result.ok) return { out: result.out, warnings: result.warnings };
    const { code, category, reason, failureCategory, transient, message } = result.error;
    const wording = reason?.startsWith("ParameterBinding") ? undefined : message;
    return { code, category, reason, failureCategory, transient, wording, warnings: result.warnings };
}
