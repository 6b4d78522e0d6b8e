import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { differences, directoryOf } from "../conformance/driver/directory";
import type { Place } from "../conformance/driver/place";
import { type JointRun, JointStack, type Resource } from "../conformance/driver/together";
import { usePlace } from "../conformance/driver/use-place";
import { writes } from "../lab/meter.js";

const frontend = {
    server: "EX01",
    name: "Relay",
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:2526"],
    remoteIpRanges: ["10.1.0.0/24"],
};
const hub = { ...frontend, name: "Hub", transportRole: "HubTransport", remoteIpRanges: ["10.2.0.0/24"] };
const relay = (more = {}): Resource => [receiveConnector, "relay", { ...frontend, ...more }];
const other = (more = {}): Resource => [receiveConnector, "other", { ...hub, ...more }];

describe("what resources of one run declare, seen by each other", () => {
    let place: Place;
    let stack: JointStack;
    usePlace({ preset: "dag" }, (opened) => {
        place = opened;
    });
    beforeEach(() => {
        stack = new JointStack(place);
    });

    const good = async (run: Promise<JointRun>) => {
        const done = await run;
        expect(done.errors).to.deep.equal([]);
        return done;
    };
    const expectRefused = async (says: RegExp, ...resources: readonly Resource[]) => {
        const before = directoryOf(place.lab);
        for (const run of [await stack.preview(...resources), await stack.up(...resources)]) {
            expect(run.errors.join()).to.match(says);
            expect(writes(run.reading)).to.deep.equal([]);
        }
        expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
    };

    it("two new connectors of two services on one binding (R10)", () =>
        expectRefused(/'EX01\\Relay'.*\(R10\)/, relay(), other()));

    it("two new connectors with the same clients on one binding (R9)", () =>
        expectRefused(
            /those of 'EX01\\Relay' already.*\(R9\)/,
            relay(),
            other({ transportRole: "FrontendTransport", remoteIpRanges: frontend.remoteIpRanges }),
        ));

    it("two resources that contradict each other about a list: as a whole, and an entry more", async () => {
        const exact = { tlsSendDomainSecureList: ["a.com"], listModes: { tlsSendDomainSecureList: "exact" } };
        const merged = { tlsSendDomainSecureList: ["a.com", "b.com"] };
        const free = { standalone: true };
        const pairs = [
            [exact, merged],
            [merged, exact],
            [exact, { ...exact, tlsSendDomainSecureList: ["c.com"] }],
        ];
        for (const [one, two] of pairs) {
            const resources: Resource[] = [
                [transportConfig, "one", { ...one, ...free }],
                [transportConfig, "two", { ...two, ...free }],
            ];
            await expectRefused(/contradict each other about .*listModes exact/, ...resources);
        }
        const agreeing = { tlsSendDomainSecureList: ["a.com"], ...free };
        await good(stack.up([transportConfig, "one", { ...exact, ...free }], [transportConfig, "two", agreeing]));
    });

    for (const kind of [sendConnector, receiveConnector]) {
        const named = (resource: string, name: string, more = {}): Resource => [
            kind,
            resource,
            kind === sendConnector
                ? { name, addressSpaces: ["fabrikam.com"], ...more }
                : { ...frontend, name, remoteIpRanges: [resource === "first" ? "10.1.0.1" : "10.1.0.2"], ...more },
        ];
        for (const adopt of [false, true, "own"]) {
            it(`a ${kind.noun} that takes up, with adopt ${adopt}, the name that another one gives up: refused in either order`, async () => {
                const second = () => named("second", "Old", { adopt });
                await good(stack.up(named("first", "Old")));
                await expectRefused(
                    /connector '.*Old' is what resource 'first' has and renames to 'New' in this run/,
                    named("first", "New"),
                    second(),
                );
                if (adopt === false) await expectRefused(/exists already/, second(), named("first", "New"));
                else {
                    await expectRefused(
                        /renamed to 'New', and resource 'second' declares its name of so far, 'Old'.*rename alone/,
                        second(),
                        named("first", "New"),
                    );
                }
                // As the refusal says.
                await good(stack.up(named("first", "New")));
                const before = await good(stack.up(named("first", "New"), second()));
                expect(writes(before.reading).map(({ cmd }) => cmd)).to.deep.equal([kind.cmdlets.create]);
            });
        }
    }

    it("the lists, which have no name to give up: a resource of theirs that comes later is in nobody's way", async () => {
        const lists = (name: string, ...entries: readonly string[]): Resource => [
            transportConfig,
            name,
            { tlsSendDomainSecureList: entries, standalone: true },
        ];
        await good(stack.up(lists("one", "a.com")));
        const run = await good(stack.up(lists("one", "a.com"), lists("two", "b.com")));
        expect(writes(run.reading).map(({ par }) => par.TLSSendDomainSecureList)).to.deep.equal([
            { $: "merge", add: ["b.com"], remove: [] },
        ]);
        await good(stack.up());
    });

    it("of two servers they have nothing to do with each other", async () => {
        await good(stack.up(relay(), other({ server: "EX02" })));
    });

    it("a binding that a live connector takes up in this run is taken", async () => {
        await good(stack.up(relay()));
        await expectRefused(
            /'EX01\\Relay'.*\(R10\)/,
            relay({ bindings: ["0.0.0.0:2527"] }),
            other({ bindings: ["0.0.0.0:2527"] }),
        );
    });

    it("a binding that a live connector gives up in this run is free", async () => {
        await good(stack.up(relay()));
        await good(stack.up(relay({ bindings: ["0.0.0.0:2527"] }), other()));
        expect(place.lab.organisation.receiveConnector("EX01", "Hub")?.settings.Bindings).to.deep.equal(hub.bindings);
    });

    const D2 = "(D2)";
    const list = (more: object): Resource => [transportConfig, "domains", { ...more }];
    const sending = list({ tlsSendDomainSecureList: ["fabrikam.com"] });
    const receiving = list({ tlsReceiveDomainSecureList: ["fabrikam.com"] });
    const mutual = (more = {}): Resource => [
        sendConnector,
        "partner",
        { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], domainSecureEnabled: true, ...more },
    ];

    it("D2: without a mutual connector it is told", async () => {
        expect((await good(stack.preview(sending))).log.join("\n")).to.contain(D2);
        expect((await good(stack.preview(receiving))).log.join("\n")).to.contain(D2);
        expect((await good(stack.preview(mutual({ domainSecureEnabled: false }), sending))).log.join("\n"))
            .to.contain(D2)
            .and.contain("'To Fabrikam' routes it without domainSecureEnabled");
    });

    it("D2: a mutual send connector that is declared before the list is enough", async () => {
        expect((await good(stack.preview(mutual(), sending))).log.join("\n")).not.to.contain(D2);
        expect((await good(stack.up(mutual(), sending))).log.join("\n")).not.to.contain(D2);
    });

    it("D2: so is a live one that becomes mutual in this run, and one that ceases to be is not", async () => {
        await good(stack.up(mutual({ domainSecureEnabled: false })));
        expect((await good(stack.preview(mutual(), sending))).log.join("\n")).not.to.contain(D2);
        await good(stack.up(mutual()));
        const ceasing = await good(stack.preview(mutual({ domainSecureEnabled: false }), sending));
        expect(ceasing.log.join("\n")).to.contain(D2);
    });

    it("D2: a mutual receive connector that is declared before the list is enough", async () => {
        const run = await good(stack.preview(relay({ domainSecureEnabled: true }), receiving));
        expect(run.log.join("\n")).not.to.contain(D2);
        const plain = await good(stack.preview(relay({ domainSecureEnabled: false }), receiving));
        expect(plain.log.join("\n")).to.contain(D2);
    });
});
