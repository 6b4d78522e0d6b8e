import { expect } from "chai";
import { schannelSettings } from "../conformance/driver/place";
import { JointStack, type Resource } from "../conformance/driver/together";
import { writes } from "../lab/meter.js";
import { Bench } from "./bench";

describe("SCHANNEL settings: one computer, two resources", () => {
    let bench: Bench;
    let stack: JointStack;

    beforeEach(async () => {
        bench = await Bench.open({ releases: ["SE"] });
        stack = new JointStack(bench.place);
    });
    afterEach(() => bench.close());

    /** Another spelling of the same connection is another session. */
    const resource = (name: string, eventLogging: number, callTimeout?: number): Resource => {
        const connection = { ...bench.place.connection, ...(callTimeout !== undefined && { callTimeout }) };
        return [schannelSettings, name, { connection, eventLogging }];
    };

    for (const [what, timeout, same] of [
        ["the same connection", undefined, "connection"],
        ["a connection of another spelling", 77, "computer, EX01"],
    ] as const) {
        it(`twins by ${what}: refused, nothing written`, async () => {
            const up = await stack.up(resource("one", 3), resource("two", 5, timeout));
            expect(up.errors.join()).to.contain(`are declared twice: resource 'one' has the same ${same}`);
            expect(writes(up.reading)).to.deep.equal([]);
        });

        it(`another resource by ${what} takes its place: nothing is given back over it`, async () => {
            expect((await stack.up(resource("one", 3))).errors).to.deep.equal([]);
            const up = await stack.up(resource("two", 5, timeout));
            expect(up.errors.join()).to.contain("resource 'two' declares the same settings, so nothing is given back");
            expect(writes(up.reading)).to.have.length(1);
        });
    }
});
