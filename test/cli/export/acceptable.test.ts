import { expect } from "chai";
import { acceptable } from "../../../provider/cli/export/acceptable";
import type { Wire } from "../../../provider/pulumi/engine/wire";

/** Rules of a pretend kind. */
const RULES: readonly [text: string, broken: (program: Wire) => boolean][] = [
    ["a and b contradict each other", ({ a, b }) => a === 1 && b === 1],
    ["c is never taken", ({ c }) => c !== undefined],
    ["d wants e", ({ d, e }) => d !== undefined && e === undefined],
    ["f needs liftF", ({ f, liftF }) => f === 1 && liftF !== true],
    ["g needs Exchange 2013", ({ g }) => g !== undefined],
    ["name is odd", ({ name }) => name === "odd"],
];
const objections = async (program: Wire) =>
    RULES.filter(([, broken]) => broken(program)).map(([message]) => ({
        code: message.includes("2013") ? "Version" : "X",
        message,
    }));

describe("exchange-tls export: the most of a program that is accepted", () => {
    const table: [what: string, given: Wire, left: Wire, remarks: readonly string[]][] = [
        ["what this version does not have goes without a word", { a: 1, g: 1 }, { a: 1 }, []],
        ["nothing stands against it", { name: "x", a: 1 }, { name: "x", a: 1 }, []],
        [
            "the less important of two goes",
            { a: 1, b: 1 },
            { b: 1 },
            ["a is not declared: a and b contradict each other"],
        ],
        [
            "what is never taken goes, its neighbour stays",
            { b: 1, c: 1 },
            { b: 1 },
            ["c is not declared: c is never taken"],
        ],
        ["what wants something that is not there", { d: 1 }, {}, ["d is not declared: d wants e"]],
        [
            "a rule that can be lifted is",
            { f: 1 },
            { f: 1, liftF: true },
            ["liftF, because of what is there: f needs liftF"],
        ],
        [
            "one after another",
            { a: 1, b: 1, c: 1, f: 1 },
            { b: 1, f: 1, liftF: true },
            [
                "a is not declared: a and b contradict each other",
                "c is not declared: c is never taken",
                "liftF, because of what is there: f needs liftF",
            ],
        ],
    ];
    for (const [what, given, left, remarks] of table) {
        it(what, async () => {
            const accepted = await acceptable(given, ["liftF"], ["a", "b", "c", "d", "f", "g"], objections);
            expect(accepted).to.deep.equal({ program: left, remarks });
        });
    }

    it("what nothing cures is refused with the reason", async () => {
        const accepted = await acceptable({ name: "odd", a: 1 }, ["liftF"], ["a"], objections);
        expect(accepted).to.deep.equal({ refusal: "name is odd" });
    });
});
