import { expect } from "chai";
import { kinds } from "../../provider/resources";
import { Place } from "./driver/place";
import { type Deployment, recordedReleases, recordedState } from "./driver/recorded";
import { type Program, Stack } from "./driver/stack";
import { expectNothing, succeed } from "./suite/bench";

/** L: the state of an earlier release previews empty, and what it remembers is still understood. */
for (const release of recordedReleases) {
    describe(`conformance of the state of release ${release}`, () => {
        let place: Place;
        let deployment: Deployment;

        before(async () => {
            place = await Place.open({ preset: "single" });
            deployment = recordedState(release, place.lab);
        });
        after(() => place.close());

        const resources = () =>
            deployment.resources.flatMap(({ urn, type, id = "", inputs, outputs }) => {
                const kind = kinds.find((one) => type === `pulumi-nodejs:dynamic/exchange:${one.type}`);
                if (kind === undefined || inputs === undefined || outputs === undefined) return [];
                const stack = new Stack(place, kind, urn);
                stack.state = { id, inputs, outputs };
                const program: Program = Object.fromEntries(
                    Object.entries(inputs).filter(([name]) => !name.startsWith("__")),
                );
                return [{ stack, program }];
            });

        it("L: nothing to do, in preview and up", async () => {
            expect(resources()).to.have.length(6);
            for (const { stack, program } of resources()) {
                await expectNothing(stack.preview(program), stack.urn);
                await expectNothing(stack.up(program), stack.urn);
                await expectNothing(stack.up(program), stack.urn);
            }
        });

        it("L: destroy removes what was made or claimed, and puts back what was there before", async () => {
            for (const { stack } of resources()) await succeed(stack.destroy());
            const { console: shell } = place.lab;
            const left = shell.run("Get-SendConnector");
            expect(left.map((one) => String(one.Name))).to.deep.equal(["By hand"]);
            expect(left[0]).to.deep.include({
                RequireTLS: true,
                TlsAuthLevel: "DomainValidation",
                TlsDomain: "mail.woodgrove.example",
                Port: 25,
                Comment: "by hand",
            });
            const [config] = shell.run("Get-TransportConfig");
            expect(config?.TLSSendDomainSecureList).to.have.members(["partner-01.example", "partner-02.example"]);
            expect(config?.TLSReceiveDomainSecureList).to.have.members(["partner-01.example", "partner-02.example"]);
        });
    });
}
