import { expect } from "chai";
import { type Directory, differences, directoryOf, putBack } from "../driver/directory";
import type { Stack } from "../driver/stack";
import { type Bench, call, expectNothing, expectOnly, succeed, written } from "./bench";

/** The object as a whole: D, E, H, I, J. */
export function describeLife(bench: Bench): void {
    const { kind, typical, typed, least, drift } = bench.subject;
    const { cmdlets } = kind;
    const program = typical;
    let stack: Stack;
    let untouched: Directory;

    const lab = () => stack.place.lab;
    const identity = () => (cmdlets.create === undefined ? {} : { Identity: stack.state?.id ?? "" });

    beforeEach(async () => {
        stack = await bench.stack();
        untouched = directoryOf(lab());
    });
    afterEach(() => putBack(lab(), untouched));

    it("J: previews of a new object, of a change and of nothing write nothing and keep nothing", async () => {
        expect(written(await succeed(stack.preview(program)))).to.deep.equal([]);
        expect(stack.state).to.equal(undefined);
        expectOnly(lab(), untouched, []);
        await succeed(stack.up(program));
        const [made, state] = [directoryOf(lab()), stack.state];
        for (const planned of [program, least]) {
            expect(written(await succeed(stack.preview(planned)))).to.deep.equal([]);
            expect(stack.state).to.equal(state);
        }
        expectOnly(lab(), made, []);
    });

    it("D: several changes by hand: all that is declared shows, and is repaired in one call; the rest stays", async () => {
        await succeed(stack.up(program));
        const before = directoryOf(lab());
        lab().console.run(cmdlets.change, { ...identity(), ...drift.typed });
        const refreshed = await succeed(stack.refresh());
        expect(refreshed.drift).to.deep.equal(drift.fields);
        expect(written(refreshed)).to.deep.equal([]);
        const run = await succeed(stack.up(program));
        expect(written(run)).to.deep.equal([call(cmdlets.change, drift.repaired)]);
        const owner = before.get(stack.state?.id ?? "")?.label ?? kind.noun;
        expectOnly(
            lab(),
            before,
            drift.left.map((name) => `${owner}: ${name}`),
        );
        await expectNothing(stack.up(program));
    });

    it("I: destroyed twice, also without refresh: the second time is quiet", async () => {
        await succeed(stack.up(program));
        const { state } = stack;
        expect(written(await succeed(stack.destroy()))).to.have.length(1);
        expectOnly(lab(), untouched, []);
        for (const refresh of [true, false]) {
            stack.state = state;
            const again = await succeed(stack.destroy({ refresh }));
            expect([written(again), stack.state]).to.deep.equal([[], undefined]);
        }
        expectOnly(lab(), untouched, []);
    });

    const { create, remove } = cmdlets;
    if (create === undefined || remove === undefined) return;
    const makeByHand = () => lab().console.run(create, typed);

    it("E: removed by hand: it is made anew", async () => {
        await succeed(stack.up(program));
        const before = stack.state?.id ?? "";
        lab().console.run(remove, { Identity: before, Confirm: false });
        const planned = await succeed(stack.preview(program));
        expect([planned.operation, written(planned)]).to.deep.equal(["create", []]);
        const run = await succeed(stack.up(program));
        expect(written(run).map(({ cmd }) => cmd)).to.deep.equal([create]);
        expect(stack.state?.id).not.to.equal(before);
        await expectNothing(stack.up(program));
    });

    it("E: removed by hand, and a destroy is quiet", async () => {
        await succeed(stack.up(program));
        lab().console.run(remove, { Identity: stack.state?.id ?? "", Confirm: false });
        expect(written(await succeed(stack.destroy()))).to.deep.equal([]);
        expect(stack.state).to.equal(undefined);
    });

    it("H: what is there is not taken over unasked, in preview and up", async () => {
        makeByHand();
        const before = directoryOf(lab());
        for (const run of [await stack.preview(program), await stack.up(program)]) {
            expect(run.errors.join())
                .to.contain("exists already")
                .and.contain("adopt: true")
                .and.contain('adopt: "own"');
            expect(written(run)).to.deep.equal([]);
        }
        expect(stack.state).to.equal(undefined);
        expectOnly(lab(), before, []);
    });

    it('H: adopt: "own" removes it in the end, and nothing else', async () => {
        makeByHand();
        await succeed(stack.up({ ...program, adopt: "own" }));
        await expectNothing(stack.up({ ...program, adopt: "own" }));
        expect(written(await succeed(stack.destroy())).map(({ cmd }) => cmd)).to.deep.equal([remove]);
        expectOnly(lab(), untouched, []);
    });

    it("H: adopt: true on what is equal already writes nothing, at destroy neither", async () => {
        makeByHand();
        const before = directoryOf(lab());
        const run = await succeed(stack.up({ ...least, adopt: true }));
        expect(written(run)).to.deep.equal([]);
        expect(written(await succeed(stack.destroy()))).to.deep.equal([]);
        expectOnly(lab(), before, []);
    });

    it("H: what somebody changed in the meantime stays as it is, the rest is put back", async () => {
        makeByHand();
        const before = directoryOf(lab());
        const taken = { ...program, comment: undefined, adopt: true };
        await succeed(stack.up(taken));
        const id = stack.state?.id ?? "";
        const owner = before.get(id)?.label ?? "";
        lab().console.run(cmdlets.change, { Identity: id, MaxMessageSize: "5MB" });
        const gone = await succeed(stack.destroy({ refresh: false }));
        expect(gone.log.join("\n")).to.contain("left as somebody else set it: maxMessageSize is 5MB");
        expect(differences(before, directoryOf(lab()))).to.deep.equal([`${owner}: MaxMessageSize`]);
    });

    it("a run that was killed right after the creation is taken up by the next one", async () => {
        await succeed(stack.up(program));
        stack.state = undefined;
        const run = await succeed(stack.up(program));
        expect(written(run)).to.deep.equal([]);
        expect(written(await succeed(stack.destroy())).map(({ cmd }) => cmd)).to.deep.equal([remove]);
    });
}
