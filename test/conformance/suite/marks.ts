import { expect } from "chai";
import { type Directory, directoryOf, putBack } from "../driver/directory";
import type { Stack } from "../driver/stack";
import { type Bench, expectOnly, succeed, written } from "./bench";

/** Objects whose comment carries a mark that was made for another one: they are strangers. */
export function describeMarks(bench: Bench): void {
    const { kind, typed, typical } = bench.subject;
    const { cmdlets } = kind;
    const { create = "", change, get } = cmdlets;
    let stack: Stack;
    let untouched: Directory;

    const lab = () => stack.place.lab;
    const commentOf = (id: string | undefined) =>
        String(
            lab()
                .console.run(get)
                .find(({ Guid }) => String(Guid) === id)?.Comment,
        );
    const expectStranger = async (program: typeof typical, other: Stack) => {
        const before = directoryOf(lab());
        for (const run of [await other.preview(program), await other.up(program)]) {
            expect(run.errors.join()).to.match(
                /exists already .* mark of another Pulumi resource, \[pulumi [0-9a-f]{12}\]/,
            );
            expect(written(run)).to.deep.equal([]);
        }
        expectOnly(lab(), before, []);
    };

    beforeEach(async () => {
        stack = await bench.stack();
        untouched = directoryOf(lab());
    });
    afterEach(() => putBack(lab(), untouched));

    it("the comment of what we make ends in a mark that tells no names", async () => {
        await succeed(stack.up(typical));
        expect(commentOf(stack.state?.id)).to.match(/^declared \[pulumi [0-9a-f]{12}\]$/);
    });

    it("a copy under another name", async () => {
        await succeed(stack.up(typical));
        const apart = "RemoteIPRanges" in typed ? { RemoteIPRanges: ["203.0.113.128/26"] } : {};
        lab().console.run(create, { ...typed, ...apart, Name: "K Copy", Comment: commentOf(stack.state?.id) });
        const ranges = "remoteIpRanges" in typical ? { remoteIpRanges: ["203.0.113.128/26"] } : {};
        await expectStranger({ ...typical, ...ranges, name: "K Copy" }, await bench.stack());
    });

    it("renamed by hand, and the state lost: another one is made, the old one stays", async () => {
        await succeed(stack.up(typical));
        const old = stack.state?.id ?? "";
        const apart = "RemoteIPRanges" in typed ? { RemoteIPRanges: ["203.0.113.128/26"] } : {};
        lab().console.run(change, { Identity: old, Name: "K Renamed", ...apart });
        stack.state = undefined;
        const before = directoryOf(lab());
        await succeed(stack.up(typical));
        expect(stack.state).to.have.property("id").not.equal(old);
        expectOnly(lab(), before, [`+ ${directoryOf(lab()).get(String((stack as Stack).state?.id))?.label}`]);
    });

    it("made by another resource of this stack", async () => {
        await succeed(stack.up(typical));
        await expectStranger(typical, await bench.stack(undefined, "other"));
    });
}
