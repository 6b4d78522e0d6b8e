import { expect } from "chai";
import * as exchange from "../../sdk";
import { Place } from "../conformance/driver/place";
import { type Run, Stack } from "../conformance/driver/stack";
import { connectionTo, InlineStack } from "../engine/inline-stack";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { ARTICLE_FORMS, INTERNET } from "./article-forms";
import { everything, installCertificate } from "./organisation";

function prepare(lab: Lab): void {
    lab.console.run("New-SendConnector", { Name: INTERNET, AddressSpaces: ["*"] });
    installCertificate(lab, ["EX01"]);
}

describe("the older guides' own form is refused with the rule's code, and nothing is written:", () => {
    let place: Place;
    let untouched: string;

    before(async () => {
        place = await Place.open({ preset: "single", foreignDomains: 3 }, prepare);
        untouched = everything(place.lab);
    });

    after(() => place?.close());

    for (const { step, refused, declares } of ARTICLE_FORMS) {
        it(step, async () => {
            const stack = new Stack(place, declares.kind);
            const up = await stack.up(declares.program);
            if (refused instanceof RegExp) expect(up.errors.join("\n")).to.match(refused);
            else expect(codesIn(up), up.errors.join("\n")).to.have.members(refused);
            expect(writes(up.reading)).to.deep.equal([]);
            expect(stack.state).to.equal(undefined);
            expect(everything(place.lab)).to.equal(untouched);
        });
    }
});

describe("the older guides' form in the words of the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    before(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        prepare(lab);
        stack = await InlineStack.create(lab);
    });

    after(async () => {
        await stack?.remove();
        await lab?.stop();
    });

    it("is an error of the resource, with the code and what to do instead", async () => {
        const connection = connectionTo(lab);
        const [{ declares }] = ARTICLE_FORMS;
        stack.program = () => {
            new exchange.SendConnector("internet", { connection, ...declares.program } as exchange.SendConnectorArgs);
            return undefined;
        };
        const up = await stack.up();
        expect(up.failed).to.equal(true);
        expect(up.text).to.match(/resource 'internet' has a problem: .*\(S5\).*/s);
        expect(up.text).to.match(/use a connector of its own for the partner.*\(S22\)/s);
        expect(writes(up.reading)).to.deep.equal([]);
        expect(await stack.resources()).to.deep.equal([]);
    });

    it("is legal for a secure list for receiving alone, and for ranges by IP and mask: no warning", async () => {
        const connection = connectionTo(lab);
        stack.program = () => {
            const receive = new exchange.ReceiveConnector("partner", {
                ...{ connection, server: "EX01", name: "From Fabrikam", transportRole: "FrontendTransport" },
                bindings: ["0.0.0.0:25", "[::]:25"],
                remoteIpRanges: ["203.0.113.0(255.255.255.192)", "2001:db8:20::/48"],
                authMechanism: ["Tls"],
                permissionGroups: ["Partners"],
                domainSecureEnabled: true,
                fqdn: "mail.contoso.com",
            });
            const tlsReceiveDomainSecureList = ["fabrikam.com"];
            new exchange.TransportConfig(
                "partner",
                { connection, tlsReceiveDomainSecureList },
                { dependsOn: [receive] },
            );
            return undefined;
        };
        const preview = await stack.preview();
        expect(preview.failed, preview.text).to.equal(false);
        expect(preview.text).to.contain("203.0.113.0-203.0.113.63");
        expect(preview.text).not.to.contain("warning:");
    });
});

function codesIn({ errors }: Run): readonly string[] {
    const found = errors.flatMap((text) => [...text.matchAll(/\(([A-Z]\d+)\)/g)].map(([, code]) => code ?? ""));
    return [...new Set(found)];
}
