import { expect } from "chai";
import type { Kind } from "../../provider/resources/kind";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { type Directory, differences, directoryOf, putBack } from "../conformance/driver/directory";
import { Place } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { succeed, written } from "../conformance/suite/bench";

describe("a connector that was made, and cannot be read any more", () => {
    let place: Place;
    let untouched: Directory;
    before(async () => {
        place = await Place.open({ preset: "single" });
        untouched = directoryOf(place.lab);
    });
    after(() => place.close());
    afterEach(() => {
        place.lab.faults.clear();
        putBack(place.lab, untouched);
    });

    interface Row {
        readonly kind: Kind;
        readonly program: Program;
        readonly created: string;
    }
    const rows: readonly Row[] = [
        {
            kind: sendConnector,
            program: { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] },
            created: "send connector To Fabrikam",
        },
        {
            kind: receiveConnector,
            program: {
                ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
                ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"], bareLinefeedRejectionEnabled: true },
            },
            created: "receive connector EX01\\Relay",
        },
    ];
    for (const { kind, program, created } of rows) {
        const half = async (stack: Stack) => {
            const error = { code: "Cmdlet", message: "no", reason: "ADOperationException", transient: false };
            // The first reading is the snapshot; the second comes with the write, the third tries once more.
            place.lab.faults.inject({ fault: "cmdlet-error", cmd: kind.cmdlets.get, nth: 2, times: 2, error });
            const run = await stack.up(program);
            place.lab.faults.clear();
            expect(run.errors).to.have.length(1);
            expect(run.errors[0]).to.contain("The write was accepted and is recorded");
            expect(written(run).map(({ cmd }) => cmd)).to.deep.equal([kind.cmdlets.create]);
            expect(differences(untouched, directoryOf(place.lab))).to.deep.equal([`+ ${created}`]);
            const guid = [...directoryOf(place.lab).keys()].find((one) => !untouched.has(one));
            expect(stack.state?.id).to.equal(guid);
            expect(stack.state?.outputs).to.have.property("__owned", true);
        };

        it(`${kind.noun}: it is in the state, and destroy removes it`, async () => {
            const stack = new Stack(place, kind);
            await half(stack);
            await succeed(stack.destroy());
            expect(differences(untouched, directoryOf(place.lab))).to.deep.equal([]);
        });

        it(`${kind.noun}: the next up makes no second one, and only writes what is missing`, async () => {
            const stack = new Stack(place, kind);
            await half(stack);
            const next = await succeed(stack.up(program));
            expect(written(next).map(({ cmd }) => cmd)).not.to.include(kind.cmdlets.create);
            expect(written(await succeed(stack.up(program)))).to.deep.equal([]);
            await succeed(stack.destroy());
            expect(differences(untouched, directoryOf(place.lab))).to.deep.equal([]);
        });

        it(`${kind.noun}: one that somebody removes between the change and its reading is named, and made anew`, async () => {
            const stack = new Stack(place, kind);
            await succeed(stack.up(program));
            const Identity = stack.state?.id ?? "";
            place.lab.faults.before(kind.cmdlets.get, 2, () => {
                place.lab.console.run(kind.cmdlets.remove ?? "", { Identity, Confirm: false });
            });
            const { errors } = await stack.up({ ...program, maxMessageSize: "9 MB" });
            expect(errors).to.have.length(1);
            expect(errors[0]).to.contain("updating failed: the object is no longer there. Run pulumi up again");
            expect(written(await succeed(stack.up(program))).map(({ cmd }) => cmd)).to.include(kind.cmdlets.create);
            await succeed(stack.destroy());
            expect(differences(untouched, directoryOf(place.lab))).to.deep.equal([]);
        });
    }
});
