import { expect } from "chai";
import type { Canonical, ValueType } from "../../../provider/values/value-type";

export const REFUSED = Symbol("refused");

/** Input and the canonical value that it means. */
export type Row = readonly [unknown, Canonical | typeof REFUSED];

/** One test per row, and that what is printed means the same and is printed the same again. */
export function table(type: ValueType, rows: readonly Row[]): void {
    for (const [input, canonical] of rows) {
        it(`${JSON.stringify(input)} ${canonical === REFUSED ? "is refused" : `means ${canonical}`}`, () => {
            const parsed = type.parse(input);
            expect(parsed.ok ? parsed.canonical : REFUSED).to.equal(canonical);
        });
    }

    it("prints what parses to the same", () => {
        for (const [, canonical] of rows) {
            if (canonical === REFUSED) continue;
            expect(type.parse(type.print(canonical))).to.deep.equal({ ok: true, canonical });
        }
    });
}
