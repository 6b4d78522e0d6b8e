import { expect } from "chai";
import { ReceiveConnector } from "../../provider/index";
import { type Directory, differences, directoryOf, putBack } from "./driver/directory";
import { Place } from "./driver/place";
import { type Program, Stack, type State } from "./driver/stack";
import type { Sample, Samples } from "./sample";
import { receiveLimits } from "./samples/receive-connector-limits";
import { receiveProtocol } from "./samples/receive-connector-protocol";
import { receiveConnector } from "./subjects/receive-connector";
import { expectNothing, expectOnly, succeed, written } from "./suite/bench";

const FIVE = [
    "Default EX01",
    "Client Proxy EX01",
    "Default Frontend EX01",
    "Outbound Proxy Frontend EX01",
    "Client Frontend EX01",
];

/** Everything that may be changed about any of them, all at once. */
const WIDE: Program = {
    ...valuesOf(receiveLimits),
    ...valuesOf(receiveProtocol),
    comment: "declared",
    enableAuthGssapi: false,
    suppressXAnonymousTls: true,
    tlsCertificateName: "<I>CN=Lab Public CA, O=Lab Trust, C=US<S>CN=mail.contoso.com",
    extendedProtectionPolicy: "Allow",
    orarEnabled: true,
};

function valuesOf(samples: Samples): Program {
    const first = (some: Sample | readonly Sample[]) => ("from" in some ? some : some[0]);
    return Object.fromEntries(
        Object.entries(samples).flatMap(([field, some]) => {
            const sample = first(some);
            return sample === undefined || sample.beside !== undefined ? [] : [[field, sample.to.program]];
        }),
    );
}

describe("conformance: the receive connectors that setup made", () => {
    let place: Place;
    let stack: Stack;
    let untouched: Directory;

    before(async () => {
        place = await Place.open(receiveConnector.places.own, receiveConnector.prepare);
    });
    after(() => place.close());
    beforeEach(() => {
        stack = new Stack(place, ReceiveConnector.kind);
        untouched = directoryOf(place.lab);
    });
    afterEach(() => putBack(place.lab, untouched));

    const program = (name: string, more: Program = {}) => ({ server: "EX01", name, ...more });

    for (const name of FIVE) {
        it(`${name}: nearly all of it taken over, and given back exactly`, async () => {
            const taken = program(name, { ...WIDE, adopt: true });
            const planned = await succeed(stack.preview(taken));
            expect(planned.log.join("\n")).to.contain("(14.10)").and.contain("taken over");
            const run = await succeed(stack.up(taken));
            expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(["Set-ReceiveConnector"]);
            expect(differences(untouched, directoryOf(place.lab))).to.have.length.greaterThan(20);
            await expectNothing(stack.up(taken));
            const gone = await succeed(stack.destroy());
            expect(written(gone).map(({ cmd }) => cmd)).to.deep.equal(["Set-ReceiveConnector"]);
            expectOnly(place.lab, untouched, []);
        });

        it(`${name}: cannot be owned, renamed, or taken over unasked`, async () => {
            const refused: readonly [Program, string][] = [
                [program(name, { adopt: "own" }), "(BuiltIn)"],
                [program(name), "exists already"],
            ];
            for (const [one, why] of refused) {
                for (const run of [await stack.preview(one), await stack.up(one)]) {
                    expect(run.errors.join()).to.contain(why);
                    expect(written(run)).to.deep.equal([]);
                }
            }
            await succeed(stack.up(program(name, { adopt: true })));
            for (const more of [{ adopt: "own" }, { adopt: true, name: `${name} (ours)` }]) {
                const run = await stack.up(program(name, more));
                expect(run.errors.join()).to.contain("(BuiltIn)");
                expect(written(run)).to.deep.equal([]);
            }
            expectOnly(place.lab, untouched, []);
        });

        it(`${name}: is never removed, whatever the state says`, async () => {
            await succeed(stack.up(program(name, { adopt: true })));
            if (stack.state === undefined) throw new Error("no state");
            const state: State = { ...stack.state, outputs: { ...stack.state.outputs, __owned: true } };
            for (const refresh of [true, false]) {
                stack.state = state;
                expect(written(await succeed(stack.destroy({ refresh })))).to.deep.equal([]);
            }
            expectOnly(place.lab, untouched, []);
        });
    }

    it("the connector for clients: trust in servers that was added goes again at destroy (R27)", async () => {
        const permissionGroups = ["ExchangeUsers", "ExchangeServers"];
        const trusting = program("Client Frontend EX01", { adopt: true, permissionGroups });
        await succeed(stack.up(trusting));
        await succeed(stack.destroy());
        expectOnly(place.lab, untouched, []);
    });

    it("removed by hand, one of them is not made under another's care: it is an ordinary connector", async () => {
        const name = "Client Frontend EX01";
        await succeed(stack.up(program(name, { adopt: true, maxHopCount: 30 })));
        place.lab.console.run("Remove-ReceiveConnector", { Identity: `EX01\\${name}`, Confirm: false });
        expect(written(await succeed(stack.destroy()))).to.deep.equal([]);
        expect(stack.state).to.equal(undefined);
    });
});
