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
function partners({ console }: Lab): void {
    for (const domain of ["fabrikam.com", "*.woodgrove.com"]) {
        console.run("New-SendConnector", {
            ...{ Name: `To ${domain.replace("*.", "")}`, AddressSpaces: [`SMTP:${domain};10`, "tail.spin.com"] },
            ...{ DNSRoutingEnabled: false, SmartHosts: ["[10.1.2.3]", "relay.contoso.com"], RequireTLS: true },
            ...{ TlsAuthLevel: "DomainValidation", TlsDomain: "mail.fabrikam.com", Comment: "Ticket 4711: it's ours" },
        });
    }
    console.run("New-ReceiveConnector", {
        ...{
            Name: "Relay",
            Server: "EX01",
            Bindings: ["0.0.0.0:25"],
            RemoteIPRanges: ["10.0.0.5", "10.1.0.0-10.1.0.255"],
        },
        ...{ TransportRole: "FrontendTransport", PermissionGroups: "AnonymousUsers", AuthMechanism: "Tls" },
        ...{ RequireTLS: true, MaxMessageSize: "20MB", Comment: "printers" },
    });
    const lists = { TLSSendDomainSecureList: { Add: ["fabrikam.com"] } };
    console.run("Set-TransportConfig", lists);
}

/** Conformance G. */
describe("exchange-tls export, applied to an organisation that has nothing of it", () => {
    const usual: LabOptions = { preset: "dag", foreignDomains: 0 };
    it("makes the same there: the export of that one is identical", async () => {
        const here = await Place.open(usual, partners);
        const there = await Place.open(usual);
        try {
            const first = program(await exported(here));
            const up = await new JointStack(there).up(...first);
            expect(up.errors).to.deep.equal([]);
            expect(lines(program(await exported(there)))).to.deep.equal(lines(first));
        } finally {
            await there.close();
            await here.close();
        }
    });
});
