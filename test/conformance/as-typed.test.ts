import { expect } from "chai";
import { ReceiveConnector, SendConnector } from "../../provider/index";
import type { Kind } from "../../provider/resources/kind";
import { differences, directoryOf } from "./driver/directory";
import type { Place } from "./driver/place";
import { type Program, Stack } from "./driver/stack";
import { usePlace } from "./driver/use-place";
import { installCertificates } from "./subjects/certificates";
import { expectNothing, succeed, written } from "./suite/bench";

type Typed = Readonly<Record<string, string | boolean | readonly string[]>>;

const send = { Name: "Odd", AddressSpaces: ["smtp:Fabrikam.COM;5", "*.Fabrikam.net"] };
const spaces = ["fabrikam.com;5", "*.fabrikam.net"];
const receive = {
    ...{ Name: "Odd", Server: "EX01", TransportRole: "FrontendTransport", Bindings: ["0.0.0.0:26"] },
    RemoteIPRanges: ["10.2.0.0/24", "10.1.0.0(255.255.255.0)", "2001:DB8::/64"],
};
const odd = { name: "Odd", adopt: true };
const certificate = "CN=Lab Public CA, O=Lab Trust, C=US<s>CN=mail.contoso.com";

/** Made by hand, in spellings that are not ours, and what a program takes over of it. */
const rows: readonly (readonly [what: string, kind: Kind, typed: Typed, program: Program])[] = [
    ["address spaces", SendConnector.kind, send, { ...odd, addressSpaces: ["contoso.net"] }],
    [
        "names of the far end and our own",
        SendConnector.kind,
        {
            ...{ ...send, Fqdn: "Mail.Contoso.com", TlsDomain: "*.Fabrikam.COM" },
            ...{ RequireTLS: true, TlsAuthLevel: "DomainValidation" },
        },
        { ...odd, addressSpaces: spaces, fqdn: null, tlsDomain: "fabrikam.net" },
    ],
    [
        "what goes along with a change",
        SendConnector.kind,
        { ...send, RequireTLS: true, TlsAuthLevel: "DomainValidation", TlsDomain: "*.Fabrikam.COM" },
        { ...odd, addressSpaces: spaces, requireTls: false },
    ],
    [
        "smart hosts",
        SendConnector.kind,
        { ...send, SmartHosts: ["Relay.Fabrikam.com", "10.0.0.5"], DNSRoutingEnabled: false },
        { ...odd, addressSpaces: spaces, smartHosts: [] },
    ],
    [
        "ranges",
        ReceiveConnector.kind,
        receive,
        { ...odd, server: "EX01", remoteIpRanges: ["10.9.0.0/24", "10.2.0.0-10.2.0.255"] },
    ],
    [
        "a certificate",
        ReceiveConnector.kind,
        { ...receive, TlsCertificateName: `<i>${certificate}` },
        { ...odd, server: "EX01", tlsCertificateName: null },
    ],
];

describe("conformance: what somebody typed", () => {
    let place: Place;
    usePlace({ preset: "single" }, (one) => {
        place = one;
        installCertificates(one.lab);
    });

    for (const [what, kind, typed, program] of rows) {
        it(`${what}: at destroy it stands there as it was typed`, async () => {
            place.lab.console.run(kind.cmdlets.create ?? "", typed);
            const before = directoryOf(place.lab);
            const stack = new Stack(place, kind);
            await succeed(stack.up(program));
            expect(differences(before, directoryOf(place.lab))).not.to.deep.equal([]);
            await expectNothing(stack.up(program));
            await succeed(stack.destroy());
            expect(differences(before, directoryOf(place.lab), "lists are sets")).to.deep.equal([]);
        });
    }

    it("a list that gets one more entry keeps the spelling of the others", async () => {
        place.lab.console.run("New-ReceiveConnector", receive);
        const stack = new Stack(place, ReceiveConnector.kind);
        const remoteIpRanges = ["10.1.0.0-10.1.0.255", "10.2.0.0(255.255.255.0)", "2001:db8::/64", "10.3.0.0/24"];
        const run = await succeed(stack.up({ ...odd, server: "EX01", remoteIpRanges }));
        expect(written(run).map(({ par }) => par.RemoteIPRanges)).to.deep.equal([
            [...receive.RemoteIPRanges, "10.3.0.0-10.3.0.255"].sort(),
        ]);
    });
});
