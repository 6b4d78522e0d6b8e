import { expect } from "chai";
import { Bench, expectNothing, succeed, told, written } from "./bench";
import { clear } from "./cleared";
import { type Contents, changedValues, differingPaths } from "./contents";
import { LEAVES, type Leaf } from "./leaves";

/** Somebody sets other data, of the kind that stands there. */
function drift({ hand }: Bench, place: string): void {
    const [key = "", name = ""] = place.split("  ");
    if (hand.kind(key, name) === "DWord") hand.setDword(key, name, hand.dword(key, name) === 0 ? 77 : 0);
    else if (hand.kind(key, name) === "String") hand.setText(key, name, "TLS_RSA_WITH_AES_256_CBC_SHA");
    else hand.setTexts(key, name, ["NistP256"]);
}

const wanted = ({ values }: Leaf, before: Contents) =>
    Object.entries(values)
        .filter(([place, text]) => before.get(place) !== text)
        .map(([place, text]) => `${place}: ${before.get(place) ?? "absent"} -> ${text}`)
        .sort();

const heading = ({ program: { force, ...rest } }: Leaf) => JSON.stringify(rest);

describe("SCHANNEL settings: each property alone (conformance A to E, H to J)", () => {
    let bench: Bench;
    let untouched: string;

    const open = async () => {
        bench = await Bench.open({ releases: ["SE"], windows: ["WS2025"] }, clear);
        untouched = bench.dump();
    };

    before(open);
    after(() => bench.close());
    beforeEach("as it was, also after a test that failed", async () => {
        if (bench.dump() === untouched) bench.stack = bench.newStack();
        else {
            await bench.close();
            await open();
        }
    });

    for (const leaf of LEAVES) {
        const [first = ""] = Object.keys(leaf.values);

        it(heading(leaf), async () => {
            const { stack } = bench;
            const { program } = leaf;
            const before = bench.contents();

            const preview = await succeed(stack.preview(program));
            expect(written(preview), "J").to.deep.equal([]);
            expect(bench.dump(), "J").to.equal(untouched);

            const up = await succeed(stack.up(program));
            const ours = bench.contents();
            expect(changedValues(before, ours), "C").to.deep.equal(wanted(leaf, before));
            expect(told(preview), "preview is honest").to.deep.equal(told(up));
            expect(
                told(up)
                    .map((line) => line.split(": ")[0])
                    .sort(),
            ).to.deep.equal(
                Object.keys(leaf.values)
                    .filter((place) => before.get(place) !== leaf.values[place])
                    .map(listName)
                    .sort(),
            );

            expect((await succeed(stack.refresh())).drift, "A").to.deep.equal([]);
            await expectNothing(stack, program);

            drift(bench, first);
            expect((await succeed(stack.refresh())).drift, "D").to.have.length(1);
            const shown = differingPaths(program, declaredIn(stack.state?.inputs));
            expect(shown, "D").to.deep.equal([leaf.path.join(".")]);
            const repair = await succeed(stack.up(program));
            expect(
                told(repair).map((line) => line.split(": ")[0]),
                "D",
            ).to.deep.equal([listName(first)]);
            expect(changedValues(ours, bench.contents()), "D").to.deep.equal([]);

            const last = stack.state;
            await succeed(stack.destroy());
            expect(bench.dump(), "H").to.equal(untouched);
            stack.state = last;
            expect(written(await succeed(stack.destroy())), "I").to.deep.equal([]);
            expect(bench.dump(), "I").to.equal(untouched);
        });
    }
});

/** Lists are told by their names, since cmdlets write them. */
function listName(place: string): string {
    if (!place.includes("\\Local\\")) return place;
    return place.endsWith("Functions") ? "TLS cipher suites" : "TLS curves";
}

function declaredIn(inputs: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
    const { connection, ...rest } = inputs;
    return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("__")));
}
