import { expect } from "chai";
import type { Kind } from "../../provider/resources/kind";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { Place } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { usePlace } from "../conformance/driver/use-place";
import { succeed } from "../conformance/suite/bench";

/** One line for each property in which the server differs from the program: what is live, and what it will be. */
describe("what differs, in words", () => {
    let place: Place;
    usePlace({ preset: "single", foreignDomains: 2 }, (opened) => {
        place = opened;
    });

    const send = {
        ...{ name: "To Fabrikam", addressSpaces: ["fabrikam.com", "SMTP:*.fabrikam.com;5"], requireTls: true },
        ...{ maxMessageSize: "36 MB", fqdn: "Mail.Contoso.com", connectionInactivityTimeOut: "00:10:00" },
    };
    const receive = {
        ...{
            server: "EX01",
            name: "Relay",
            transportRole: "FrontendTransport",
            bindings: ["0.0.0.0:2526", "[::]:2526"],
        },
        ...{
            remoteIpRanges: ["10.1.0.0/24", "10.2.0.1"],
            permissionGroups: ["AnonymousUsers"],
            authMechanism: ["Tls"],
        },
    };
    const lists = { tlsSendDomainSecureList: ["b.com", "A.com"], tlsReceiveDomainSecureList: ["a.com"] };

    interface Row {
        readonly what: string;
        readonly kind: Kind;
        readonly program: Program;
        readonly byHand: Readonly<Record<string, unknown>>;
        readonly lines: readonly string[];
    }
    const rows: readonly Row[] = [
        {
            what: "the same in another order, case and spelling",
            kind: sendConnector,
            program: send,
            byHand: { AddressSpaces: ["smtp:*.FABRIKAM.com;5", "Fabrikam.COM"], Fqdn: "mail.contoso.COM" },
            lines: [],
        },
        {
            what: "the same in another order and spelling",
            kind: receiveConnector,
            program: receive,
            byHand: { Bindings: ["[::]:2526", "0.0.0.0:2526"], RemoteIPRanges: ["10.2.0.1", "10.1.0.0-10.1.0.255"] },
            lines: [],
        },
        {
            what: "the same in another order, and somebody else's entries",
            kind: transportConfig,
            program: lists,
            byHand: { TLSSendDomainSecureList: ["A.COM", "theirs.com", "b.com"] },
            lines: [],
        },
        {
            what: "values of every sort, and lists of the connector's own",
            kind: sendConnector,
            program: send,
            byHand: {
                ...{ RequireTLS: false, MaxMessageSize: "1MB", Fqdn: null, ConnectionInactivityTimeOut: "00:05:00" },
                ...{ AddressSpaces: ["fabrikam.com;7", "late.com"], Port: 26 },
            },
            lines: [
                "addressSpaces: + SMTP:*.fabrikam.com;5, + SMTP:fabrikam.com;1, - SMTP:fabrikam.com;7, - SMTP:late.com;1",
                "connectionInactivityTimeOut: 00:05:00 -> 00:10:00",
                "fqdn: (none) -> mail.contoso.com",
                "maxMessageSize: 1MB -> 36MB",
                "requireTls: false -> true",
            ],
        },
        {
            what: "flags, ranges and bindings",
            kind: receiveConnector,
            program: receive,
            byHand: {
                ...{ PermissionGroups: "AnonymousUsers, Partners", AuthMechanism: "None" },
                ...{ RemoteIPRanges: ["10.1.0.0/24", "10.3.0.0/24"], Bindings: ["0.0.0.0:2526"] },
            },
            lines: [
                "authMechanism: + Tls",
                "bindings: + [::]:2526",
                "permissionGroups: - Partners",
                "remoteIpRanges: + 10.2.0.1, - 10.3.0.0-10.3.0.255",
            ],
        },
        {
            what: "our entries of a merged list, not those of others",
            kind: transportConfig,
            program: lists,
            byHand: { TLSSendDomainSecureList: ["theirs.com", "b.com"], TLSReceiveDomainSecureList: null },
            lines: ["tlsReceiveDomainSecureList: + a.com", "tlsSendDomainSecureList: + a.com"],
        },
        {
            what: "every entry of an exact list",
            kind: transportConfig,
            program: { ...lists, listModes: { tlsSendDomainSecureList: "exact" } },
            byHand: { TLSSendDomainSecureList: ["theirs.com", "b.com"] },
            lines: ["tlsSendDomainSecureList: + a.com, - theirs.com"],
        },
    ];
    for (const { what, kind, program, byHand, lines } of rows) {
        it(`${kind.noun}: ${what}`, async () => {
            const stack = new Stack(place, kind);
            await succeed(stack.up(program));
            const identity = kind.cmdlets.create === undefined ? {} : { Identity: stack.state?.id ?? "" };
            place.lab.console.run(kind.cmdlets.change, { ...identity, ...byHand });
            for (const run of [await succeed(stack.preview(program)), await succeed(stack.up(program))]) {
                expect(run.log.filter((line) => /^[a-z]\w+: /.test(line)).sort()).to.deep.equal(lines);
                expect(run.drift).to.deep.equal(lines.map((line) => line.split(":")[0]));
            }
            expect((await succeed(stack.preview(program))).log.filter((line) => /->|: [+-] /.test(line))).to.deep.equal(
                [],
            );
        });
    }

    it("is told of what is taken over, and not of what is made", async () => {
        const stack = new Stack(place, sendConnector);
        expect((await succeed(stack.preview(send))).log.join("\n")).not.to.contain("->");
        place.lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"] });
        const adopting = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], requireTls: true, adopt: true };
        const { log } = await succeed(stack.up(adopting));
        expect(log).to.include("requireTls: false -> true");
        expect(log.join("\n")).to.contain("exists already: taken over; destroy puts back requireTls");
    });
});
