import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { Lab, LabOptions } from "../lab/index.js";
import { type Export, exported } from "./driver/exported";
import { Place, type Subject } from "./driver/place";
import { JointStack, type Resource } from "./driver/together";

const KINDS: readonly Subject[] = [sendConnector, receiveConnector, transportConfig];

/** The exported program without the connection, which leads to another organisation there. */
function program({ declared }: Export): readonly Resource[] {
    return declared.map(({ kind, name, args: { connection, ...args } }) => {
        const subject = KINDS.find(({ type }) => type === kind);
        if (subject === undefined) throw new Error(`no kind ${kind}`);
        return [subject, name, args];
    });
}

const lines = (resources: readonly Resource[]) =>
    resources.map(([{ type }, name, args]) => `${type} ${name} ${JSON.stringify(args)}`);

/** Lists stand in the order, and ranges in the form, in which the provider sends them. */
function partners({ console, organisation }: Lab): void {
    const [server] = organisation.servers;
    for (const domain of ["fabrikam.com", "*.woodgrove.com"]) {
        console.run("New-SendConnector", {
            ...{ Name: `To ${domain.replace("*.", "")}`, AddressSpaces: [`SMTP:${domain};10`, "tail.spin.com"] },
            ...{ DNSRoutingEnabled: false, SmartHosts: ["[10.1.2.3]", "relay.contoso.com"], RequireTLS: true },
            ...{ TlsAuthLevel: "DomainValidation", TlsDomain: "mail.fabrikam.com", Comment: "Ticket 4711: it's ours" },
        });
    }
    const hasRoles = !server?.isEdge && server?.product !== "2010";
    console.run("New-ReceiveConnector", {
        ...{ Name: "Relay", ...(!server?.isEdge && { Server: server?.name ?? "" }), Bindings: ["0.0.0.0:25"] },
        ...{ RemoteIPRanges: ["10.0.0.5", "10.1.0.0-10.1.0.255"], ...(hasRoles && FRONT) },
        ...{ PermissionGroups: "AnonymousUsers", AuthMechanism: "Tls" },
        ...{ RequireTLS: true, MaxMessageSize: "20MB", Comment: "printers" },
    });
    if (server?.product === "2010") {
        console.run("New-SendConnector", {
            ...{ Name: "Linked", LinkedReceiveConnector: "EX10\\Client EX10", DNSRoutingEnabled: false },
            ...{ SmartHosts: ["relay.contoso.com"], SmartHostAuthMechanism: "ExternalAuthoritative" },
            MaxMessageSize: "unlimited",
        });
    }
    if (server?.isEdge) return;
    console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["fabrikam.com"] } });
}

const FRONT = { TransportRole: "FrontendTransport" };

/** Conformance G. */
describe("exchange-tls export, applied to an organisation that has nothing of it", () => {
    for (const [preset, flags] of [
        ["dag", []],
        ["dag", ["--all-properties"]],
        ["edge", []],
        ["edge", ["--all-properties"]],
        ["legacy", ["--all-properties"]],
    ] as const) {
        it(`${[preset, ...flags].join(" ")}: makes the same there, so the export of that one is identical`, async () => {
            const usual: LabOptions = { preset, foreignDomains: 0 };
            const here = await Place.open(usual, partners);
            const there = await Place.open(usual);
            try {
                const first = program(await exported(here, ...flags));
                const up = await new JointStack(there).up(...first);
                expect(up.errors).to.deep.equal([]);
                expect(lines(program(await exported(there, ...flags)))).to.deep.equal(lines(first));
            } finally {
                await there.close();
                await here.close();
            }
        });
    }
});
