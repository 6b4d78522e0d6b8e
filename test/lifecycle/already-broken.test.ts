import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { differences, directoryOf } from "../conformance/driver/directory";
import type { Place } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import { usePlace } from "../conformance/driver/use-place";
import { succeed, written } from "../conformance/suite/bench";
import { putReceiveConnector, putSendConnector } from "./past-the-rules";

const relay = {
    server: "EX01",
    name: "Relay",
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:2526"],
    remoteIpRanges: ["10.1.0.0/24"],
};
const ALL = "0.0.0.0-255.255.255.255";

describe("an unrelated change of what breaks a rule already", () => {
    let place: Place;
    usePlace({ preset: "single" }, (opened) => {
        place = opened;
    });

    const unrelated = [{ banner: "220 relay.contoso.com" }, { protocolLoggingLevel: "Verbose" }];

    interface Enforced {
        readonly code: string;
        /** Somebody brings it about in a way that Exchange would not have let through. */
        readonly breakIt: () => void;
        readonly says: RegExp;
        /** What the program declares to end it. */
        readonly cure: Record<string, unknown>;
    }
    const enforced: readonly Enforced[] = [
        {
            code: "R10",
            breakIt: () =>
                putReceiveConnector(place.lab, "Default EX01", {
                    Name: "Other",
                    TransportRole: "HubTransport",
                    Bindings: ["0.0.0.0:2526"],
                    RemoteIPRanges: ["10.2.0.0/24"],
                }),
            says: /'EX01\\Other'.*in conflict already.*\(R10\)/,
            cure: { bindings: ["0.0.0.0:2527"] },
        },
        {
            code: "R7",
            breakIt: () =>
                putReceiveConnector(place.lab, "Relay", {
                    AuthMechanism: "Tls, ExchangeServer",
                    Fqdn: "mail.contoso.com",
                }),
            says: /ExchangeServer in authMechanism.*mail\.contoso\.com.*\(R7\)/,
            cure: { fqdn: null },
        },
    ];
    for (const { code, breakIt, says, cure } of enforced) {
        for (const change of unrelated) {
            it(`${code}, which Exchange enforces: ${Object.keys(change)} is refused, and nothing is sent`, async () => {
                const stack = new Stack(place, receiveConnector);
                await succeed(stack.up(relay));
                breakIt();
                const before = directoryOf(place.lab);
                for (const run of [
                    await stack.preview({ ...relay, ...change }),
                    await stack.up({ ...relay, ...change }),
                ]) {
                    expect(run.errors).to.have.length(1);
                    expect(run.errors[0]).to.match(says).and.contain("Nothing was sent");
                    expect(written(run)).to.deep.equal([]);
                }
                expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
            });
        }

        it(`${code}: no change at all is only told, and the change that ends it is made`, async () => {
            const stack = new Stack(place, receiveConnector);
            await succeed(stack.up(relay));
            breakIt();
            const idle = await succeed(stack.up(relay));
            expect(idle.log.join("\n")).to.match(says);
            expect(written(idle)).to.deep.equal([]);
            const [change] = unrelated;
            const cured = await succeed(stack.up({ ...relay, ...change, ...cure }));
            expect(written(cured).map(({ cmd }) => cmd)).to.deep.equal(["Set-ReceiveConnector"]);
            expect(cured.log.join("\n")).not.to.contain(`(${code})`);
        });
    }

    it("R26 and R28, which nobody enforces: told, and the change is written", async () => {
        const stack = new Stack(place, receiveConnector);
        const program = { ...relay, bindings: ["10.0.0.5:25"] };
        await succeed(stack.up(program));
        putReceiveConnector(place.lab, "Relay", {
            RequireTLS: true,
            PermissionGroups: "AnonymousUsers",
            RemoteIPRanges: [ALL],
        });
        const { remoteIpRanges: _, ...rest } = program;
        for (const change of unrelated) {
            const run = await succeed(stack.up({ ...rest, ...change }));
            expect(run.log.join("\n")).to.contain("(R26)").and.contain("(R28)");
            expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(["Set-ReceiveConnector"]);
        }
        expect(place.lab.organisation.receiveConnector("EX01", "Relay")?.settings).to.deep.include({
            ProtocolLoggingLevel: "Verbose",
            RequireTLS: true,
        });
    });

    it("R26 that the change itself causes is refused", async () => {
        const stack = new Stack(place, receiveConnector);
        const program = { ...relay, bindings: ["10.0.0.5:25"] };
        await succeed(stack.up(program));
        putReceiveConnector(place.lab, "Relay", { PermissionGroups: "AnonymousUsers", RemoteIPRanges: [ALL] });
        const { remoteIpRanges: _, ...rest } = program;
        const run = await stack.up({ ...rest, requireTls: true });
        expect(run.errors.join()).to.contain("(R26)");
        expect(written(run)).to.deep.equal([]);
    });

    it("S22: told, and the change is written", async () => {
        const stack = new Stack(place, sendConnector);
        const program = { name: "Out", addressSpaces: ["*"] };
        await succeed(stack.up(program));
        putSendConnector(place.lab, "Out", { RequireTLS: true });
        const run = await succeed(stack.up({ ...program, port: 26 }));
        expect(run.log.join("\n")).to.contain("(S22)");
        expect(place.lab.organisation.sendConnector("Out")?.settings).to.deep.include({ Port: 26, RequireTLS: true });
    });
});
