import assert from "node:assert/strict";
import fc from "fast-check";
import type { Canonical, ValueType } from "../../../provider/values/value-type";
import { property } from "./property";

/** One value: several spellings that Exchange takes for it, and what they mean in a form that owes nothing to the type. */
export interface Spelled {
    readonly meaning: string;
    readonly spellings: readonly unknown[];
}

/** What holds for every value type. `file`: of the test, without `.test.ts`. */
export function laws(file: string, type: ValueType, values: fc.Arbitrary<Spelled>): void {
    property("one value, one canonical form", file, fc.tuple(values, values), ([a, b]) => {
        const [one, other] = [canonicalOf(type, a.spellings), canonicalOf(type, b.spellings.slice(0, 1))];
        assert.equal(one === other, a.meaning === b.meaning, `${one} and ${other}`);
        assert.equal(other === one, one === other);
    });

    property("anything is refused or prints what means the same", file, odd(values), (input) => {
        const parsed = type.parse(input);
        if (parsed.ok) printsTheSame(type, parsed.canonical);
    });

    it("is quick with a long text", () => {
        const started = performance.now();
        for (const piece of LONG) type.parse(piece.repeat(20_000));
        assert(performance.now() - started < 500);
    });
}

/** What makes a careless pattern take minutes. */
const LONG = [
    " ",
    "1",
    "a",
    ".",
    "a.",
    "1 ",
    "1,",
    ":",
    "a:",
    ";",
    "a;",
    "(",
    "\\,",
    "CN=a,",
    "/cn=Servers",
    "<I>a",
    "<S>",
    "-",
    "ü",
];

function canonicalOf(type: ValueType, spellings: readonly unknown[]): Canonical {
    const [canonical = null, ...others] = spellings.map((spelling) => {
        const parsed = type.parse(spelling);
        if (!parsed.ok) assert.fail(`${fc.stringify(spelling)} is refused`);
        return parsed.canonical;
    });
    for (const other of others) assert.strictEqual(other, canonical);
    printsTheSame(type, canonical);
    return canonical;
}

function printsTheSame(type: ValueType, canonical: Canonical): void {
    const printed = type.print(canonical);
    const again = type.parse(printed);
    assert(again.ok, `${printed} is refused`);
    assert.strictEqual(again.canonical, canonical);
    assert.strictEqual(type.print(again.canonical), printed);
}

const BITS = [
    ..." ;:*.,-/\\%[]()<>=+'\"0179afzAFZ_",
    ..."\0\n\u00a0\u00ad\u200d\u202f\ud800İßſKｘ１。．／％üα",
    ...["..", "::", "<S>", "--", "xn--", ":25", "/24", "%1", "None", "Unlimited", ", ", "00", "()"],
];

/** Garbage of every kind; and values with a piece cut out, put in or put twice. */
export function odd(values: fc.Arbitrary<Spelled>): fc.Arbitrary<unknown> {
    const spoilt = fc
        .tuple(values, fc.nat(1000), fc.nat(1000), fc.nat(2), fc.constantFrom("", ...BITS))
        .map(([{ spellings }, which, at, length, piece]) => {
            const text = String(spellings[which % spellings.length]);
            const start = at % (text.length + 1);
            return text.slice(0, start) + piece + text.slice(start + length);
        });
    const pieces = fc.array(fc.constantFrom(...BITS), { maxLength: 12 }).map((parts) => parts.join(""));
    return fc.oneof(
        { weight: 6, arbitrary: spoilt },
        { weight: 2, arbitrary: pieces },
        { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
        { weight: 1, arbitrary: fc.anything({ maxDepth: 1, maxKeys: 2, withBigInt: true, withDate: true }) },
    );
}
