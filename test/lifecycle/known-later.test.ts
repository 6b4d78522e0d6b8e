import { expect } from "chai";
import { receiveConnector as receiveKind } from "../../provider/resources/receive-connector";
import { sendConnector as sendKind } from "../../provider/resources/send-connector";
import { directoryOf, putBack } from "../conformance/driver/directory";
import { Place, schannelSettings } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { JointStack } from "../conformance/driver/together";
import { receiveConnector } from "../conformance/subjects/receive-connector";
import { sendConnector } from "../conformance/subjects/send-connector";
import { transportConfig } from "../conformance/subjects/transport-config";
import { Bench } from "../conformance/suite/bench";
import { writes } from "../lab/meter.js";
import { LEAVES } from "../schannel/leaves";

/** What the SDK sends for a value that another resource has yet to make (sheet, 1.5). */
const LATER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

for (const subject of [sendConnector, receiveConnector, transportConfig]) {
    const { kind, samples } = subject;
    describe(`known only in up: each property of a ${kind.noun}`, () => {
        const bench = new Bench(subject);
        after(() => bench.close());

        for (const [field, given] of Object.entries(samples)) {
            const [sample] = [given].flat();
            if (sample === undefined) continue;
            it(field, async () => {
                const stack = await bench.stack(sample);
                const { lab } = stack.place;
                const untouched = directoryOf(lab);
                if (sample.made !== undefined) {
                    lab.console.run(kind.cmdlets.create ?? "", { ...subject.typed, ...sample.made });
                }
                const [known, open] = [sample.from.program, LATER].map((value) => bench.program(field, sample, value));
                const line = new RegExp(`^known only in up: (.*, )?${field}[,;]`);
                const asLater = async (program: Program, operation: string) => {
                    const run = await stack.preview(program);
                    expect([run.operation, run.errors], field).to.deep.equal([operation, []]);
                    expect(run.log.filter((text) => line.test(text))).to.have.length(1);
                    expect(run.log.filter((text) => /^(New|Set)-/.test(text))).to.deep.equal([]);
                    expect(writes(run.reading)).to.deep.equal([]);
                };
                await asLater(open ?? {}, "create");
                if (Array.isArray(sample.from.program)) {
                    await asLater({ ...known, [field]: [...sample.from.program, LATER] }, "create");
                    const wrong = await stack.preview({ ...known, [field]: [LATER, { no: "entry" }] });
                    expect(wrong.errors.join()).to.match(new RegExp(`^${field}(\\[1\\])?: expected`));
                }
                const beside = await stack.preview({ ...open, adopt: "mine", bogus: 1 });
                expect(beside.errors.map((text) => text.split(":")[0]).sort()).to.deep.equal(["adopt", "bogus"]);

                expect((await stack.up(known ?? {})).errors).to.deep.equal([]);
                await asLater(open ?? {}, "update");
                expect((await stack.up(known ?? {})).operation).to.equal("same");
                putBack(lab, untouched);
            });
        }
    });
}

describe("known only in up: beside properties", () => {
    let place: Place;
    before(async () => {
        place = await Place.open({ preset: "dag" });
    });
    after(() => place.close());
    const base = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
    const relay = {
        ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
        ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"] },
    };

    const connections: Readonly<Record<string, unknown>> = {
        "the whole connection": LATER,
        "connection.host": { host: LATER },
        "a fingerprint among several": { hostKey: [LATER] },
        "connection.exchange.server": { exchange: { server: LATER } },
    };
    for (const [what, given] of Object.entries(connections)) {
        it(`${what}: nothing is dialled, and the rest is checked`, async () => {
            await place.reconnect();
            const stack = new Stack(place, sendKind);
            const connection = typeof given === "object" ? { ...place.connection, ...given } : given;
            const run = await stack.preview({ ...base, connection });
            expect([run.operation, run.errors]).to.deep.equal(["create", []]);
            expect(run.reading.authentications).to.deep.equal({});
            const wrong = typeof connection === "object" ? { ...connection, port: 0 } : connection;
            const refused = await stack.preview({ ...base, name: "", connection: wrong });
            expect(refused.errors.join("\n")).to.contain("name: ");
            if (wrong !== connection) expect(refused.errors.join("\n")).to.contain("connection.port: ");
            const broken = await stack.preview({ ...base, requireTls: true, ignoreStartTls: true, connection });
            expect(broken.errors.join()).to.contain("(S3)");
        });
    }

    it("an object in the way is told although something else is known only later", async () => {
        place.lab.console.run("New-SendConnector", { Name: base.name, AddressSpaces: ["x.com"] });
        const stack = new Stack(place, sendKind);
        const run = await stack.preview({ ...base, fqdn: LATER });
        expect(run.errors.join()).to.contain("exists already");
        expect((await stack.preview({ ...base, fqdn: LATER, adopt: LATER })).errors).to.deep.equal([]);
        expect((await stack.preview({ ...base, fqdn: LATER, adopt: true })).errors).to.deep.equal([]);
        place.lab.console.run("Remove-SendConnector", { Identity: base.name, Confirm: false });
    });

    it("up applies all rules to what is known by then", async () => {
        const stack = new Stack(place, sendKind);
        const open = { ...base, requireTls: true, ignoreStartTls: LATER };
        expect((await stack.preview(open)).errors).to.deep.equal([]);
        expect((await stack.up({ ...open, ignoreStartTls: true })).errors.join()).to.contain("(S3)");
        expect(stack.state).to.equal(undefined);
    });

    it("a connector whose name is known only later is nobody that is there", async () => {
        const stack = new JointStack(place);
        const hub = { ...relay, name: "Hub", transportRole: "HubTransport", remoteIpRanges: ["10.2.0.0/24"] };
        const before = directoryOf(place.lab);
        // Its bindings are known, and so is that they clash with those of the next one.
        const run = await stack.preview([receiveKind, "later", { ...relay, name: LATER }], [receiveKind, "hub", hub]);
        expect(run.errors.join()).to.match(/\(R10\)/);
        // Of a live one it takes neither the place nor the bindings: the next one still meets each of them.
        for (const { server, settings } of place.lab.organisation.receiveConnectors) {
            if (server !== "EX01") continue;
            const role = settings.TransportRole === "HubTransport" ? "FrontendTransport" : "HubTransport";
            const clash = { ...hub, bindings: settings.Bindings, transportRole: role };
            const { errors } = await stack.preview(
                [receiveKind, "later", { ...relay, name: LATER, bindings: ["0.0.0.0:2600"] }],
                [receiveKind, "hub", clash],
            );
            expect(errors.join()).to.match(/\(R10\)/);
            expect(errors.join()).to.contain(settings.Name);
        }
        putBack(place.lab, before);
    });

    it("a server's settings: each part, and what is wrong beside it", async () => {
        const stack = new Stack(place, schannelSettings);
        const parts = new Map(LEAVES.map(({ path: [top = ""], program }) => [top, program]));
        for (const [top, program] of parts) {
            for (const open of [
                { ...program, [top]: LATER },
                { ...program, [top]: opened(program[top]) },
            ]) {
                const run = await stack.preview(open);
                expect([run.operation, run.errors], JSON.stringify(open)).to.deep.equal(["create", []]);
                expect(run.log).to.deep.equal([
                    `known only in up: ${top}; what depends on it is checked then, and no command is known before`,
                ]);
                const wrong = await stack.preview({ ...open, repair: "yes", bogus: 1 });
                expect(wrong.errors.map((text) => text.split(":")[0]).sort()).to.deep.equal(["bogus", "repair"]);
            }
        }
        const beside = await stack.preview({
            protocols: { "TLS 1.0": LATER, "TLS 1.1": { client: LATER, server: "no" } },
        });
        expect(beside.errors.join()).to.match(/^protocols\.TLS 1\.1\.server: must be one of/);
        const suites = await stack.preview({ cipherSuites: { order: ["A B", LATER] } });
        expect(suites.errors.join()).to.match(/^cipherSuites\.order\[0\]: /);
    });

    it("a server's settings: nothing is dialled for a connection that is known only later", async () => {
        await place.reconnect();
        const connection = { ...place.connection, host: LATER };
        const run = await new Stack(place, schannelSettings).preview({ connection, eventLogging: 7 });
        expect([run.operation, run.errors]).to.deep.equal(["create", []]);
        expect(run.reading.authentications).to.deep.equal({});
    });
});

/** With its innermost values known only later. */
function opened(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(opened);
    if (typeof value !== "object" || value === null) return LATER;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, opened(inner)]));
}
