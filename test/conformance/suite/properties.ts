import { expect } from "chai";
import { type Directory, differences, directoryOf, putBack } from "../driver/directory";
import type { Program, Stack, State } from "../driver/stack";
import type { Sample } from "../sample";
import { type Bench, call, comparable, expectNothing, expectOnly, succeed, type Write, written } from "./bench";

/** What the server and the stack held at some time: to go on from there again and again. */
interface Moment {
    readonly directory: Directory;
    readonly state: State | undefined;
}

/** A, B, C, D and H for one property, changed alone; J before every write. */
export function describeProperty(bench: Bench, field: string, sample: Sample): void {
    const { kind, least, typed } = bench.subject;
    const { cmdlets } = kind;
    const { from, to, special, beside, made, along = {} } = sample;
    const parameter = bench.parameter(field);
    const program = (value: unknown) => bench.program(field, sample, value);
    const [start, end] = [program(from.program), program(to.program)];
    const change = call(cmdlets.change, { [parameter]: to.sent, ...along });
    let stack: Stack;
    let untouched: Directory | undefined;
    const moments: { first?: Moment; last?: Moment } = {};

    const lab = () => stack.place.lab;
    const now = (): Moment => ({ directory: directoryOf(lab()), state: stack.state });
    const goTo = (moment: Moment) => {
        putBack(lab(), moment.directory);
        stack.state = moment.state;
        return moment;
    };
    const makeByHand = () => {
        if (made !== undefined) lab().console.run(cmdlets.create ?? "", { ...typed, ...made });
    };
    /** The object has the first value. */
    const begin = async (): Promise<Moment> => {
        if (moments.first !== undefined) return goTo(moments.first);
        if (untouched !== undefined) goTo({ directory: untouched, state: undefined });
        makeByHand();
        await succeed(stack.up(start));
        moments.first = now();
        return moments.first;
    };
    /** The object has the other value. */
    const finish = async (): Promise<Moment> => {
        if (moments.last !== undefined) return goTo(moments.last);
        await begin();
        await succeed(stack.up(end));
        moments.last = now();
        return moments.last;
    };
    const expectShown = (value: unknown) => {
        if (special === "forgotten" || special === "hidden") return;
        expect(comparable(bench.shown(stack)?.[parameter])).to.deep.equal(comparable(value));
    };
    /** The property differs, and nothing but what was sent. */
    const expectChanged = (before: Directory) => {
        const owner = before.get(stack.state?.id ?? "")?.label ?? kind.noun;
        const found = differences(before, directoryOf(lab()));
        expect(found).to.include(`${owner}: ${parameter}`);
        expect([parameter, ...Object.keys(along)].map((name) => `${owner}: ${name}`)).to.include.members([...found]);
    };
    const expectPreview = async (of: Program, operation: string) => {
        const before = directoryOf(lab());
        const planned = await succeed(stack.preview(of));
        expect(planned.operation).to.equal(operation);
        expect(written(planned)).to.deep.equal([]);
        expectOnly(lab(), before, []);
        return planned;
    };

    before(async () => {
        stack = await bench.stack(sample);
        untouched = directoryOf(lab());
    });
    after(() => {
        if (untouched !== undefined) putBack(lab(), untouched);
    });

    it("A, B, J: is made as declared, reads back equal, and a second up does nothing", async () => {
        makeByHand();
        await expectPreview(start, "create");
        const run = await succeed(stack.up(start));
        // What is removed from a directory never comes back, so the others go on from here.
        moments.first = now();
        expect(written(run)).to.deep.equal(making(bench, parameter, sample));
        expectShown(from.shown);
        await expectNothing(stack.up(start));
        for (const value of from.spelled ?? []) await expectNothing(stack.preview(program(value)), spelling(value));
    });

    if (special === "replace") {
        it("C: a change makes another object in the place of this one", async () => {
            const { state } = await begin();
            const run = await succeed(stack.up(end));
            expect(run.operation).to.equal("replace");
            expect(written(run).map(({ cmd }) => cmd)).to.deep.equal([cmdlets.remove, cmdlets.create]);
            expect(stack.state?.id).not.to.equal(state?.id);
            expectShown(to.shown);
            await expectNothing(stack.up(end));
        });
        return;
    }

    if (special === "forgotten") {
        it("C: a change writes nothing", async () => {
            const { directory } = await begin();
            const run = await succeed(stack.up(end));
            expect([run.operation, written(run)]).to.deep.equal(["update", []]);
            expectOnly(lab(), directory, []);
            await expectNothing(stack.up(end));
        });
        return;
    }

    it("C, J: a change sends exactly this, in one call, and leaves everything else as it is", async () => {
        const { directory, state } = await begin();
        await expectPreview(end, "update");
        const run = await succeed(stack.up(end));
        expect(run.operation).to.equal("update");
        expect(written(run)).to.deep.equal([change]);
        expect(stack.state?.id).to.equal(state?.id);
        expectChanged(directory);
        expectShown(to.shown);
        await expectNothing(stack.up(end));
    });

    if (to.spelled !== undefined && to.spelled.length > 0) {
        it("B, C: all the same however the program spells it", async () => {
            const first = await begin();
            for (const value of to.spelled ?? []) {
                goTo(first);
                const run = await succeed(stack.up(program(value)));
                expect(written(run), spelling(value)).to.deep.equal([change]);
                expectShown(to.shown);
                await expectNothing(stack.up(program(value)), spelling(value));
            }
        });
    }

    if (to.typed !== undefined && to.typed.length > 0) {
        it("B: all the same however somebody types it on the server", async () => {
            const { directory } = await begin();
            const last = await finish();
            for (const value of to.typed ?? []) {
                goTo({ ...last, directory });
                const identity = cmdlets.create === undefined ? {} : { Identity: last.state?.id ?? "" };
                lab().console.run(cmdlets.change, { ...identity, [parameter]: value, ...sample.typedAlong });
                await expectNothing(stack.up(end), spelling(value));
            }
        });
    }

    if (special === "hidden") return;

    it("D, J: a change by hand shows as this property, and up repairs it", async () => {
        const { directory } = await begin();
        goTo({ ...(await finish()), directory });
        if (special === "released") return await expectNothing(stack.up(end));
        const planned = await expectPreview(end, "update");
        expect(planned.drift).to.deep.equal([field]);
        expect(planned.log.join("\n")).to.contain(`${cmdlets.change} `).and.contain(`-${parameter} `);
        const run = await succeed(stack.up(end));
        expect(written(run)).to.deep.equal([change]);
        expectShown(to.shown);
        await expectNothing(stack.up(end));
    });

    if (special === "identity") return;

    it("H: taken over and given back, the object is as it was", async () => {
        // Whoever made it is forgotten.
        const { directory } = await begin();
        const heir = await bench.stack(sample, "heir");
        const taken = { ...least, ...beside?.program, [field]: to.program, adopt: true };
        const run = await succeed(heir.up(taken));
        expect(written(run)).to.deep.equal(special === "released" ? [] : [change]);
        await expectNothing(heir.up(taken));
        await succeed(heir.destroy());
        expect(differences(directory, directoryOf(lab()), "lists are sets")).to.deep.equal([]);
    });
}

/** What brings the object about. */
function making({ subject }: Bench, parameter: string, { from, beside, made, special }: Sample): readonly Write[] {
    const { create, change } = subject.kind.cmdlets;
    if (made !== undefined) return [];
    const own = { [parameter]: from.sent };
    if (create === undefined) return from.sent === undefined ? [] : [call(change, own)];
    const all = { ...subject.sent, ...beside?.sent };
    return special === "set" ? [call(create, all), call(change, own)] : [call(create, { ...all, ...own })];
}

function spelling(value: unknown): string {
    return `spelled ${JSON.stringify(value)}`;
}
