import { expect } from "chai";
import { NotChecked } from "../../../provider/resources/rule";
import { type Change, found } from "./organisation";

/** Rule, what is the case, the change, and what every finding must contain, one text each; none: the rule is quiet. */
export type FindingRow = readonly [code: string, what: string, change: Change, ...findings: (string | RegExp)[]];

export const NOT_CHECKED = "(not checked)";

export function tableOf(rows: readonly FindingRow[]): void {
    for (const [code, what, change, ...findings] of rows) {
        it(`${code}: ${what}${findings.length > 0 ? "" : " -> quiet"}`, () => {
            if (findings[0] === NOT_CHECKED) {
                expect(() => found(code, change)).to.throw(NotChecked);
                return;
            }
            const texts = found(code, change);
            expect(texts, texts.join("\n")).to.have.lengthOf(findings.length);
            findings.forEach((finding, at) => {
                if (typeof finding === "string") expect(texts[at]).to.contain(finding);
                else expect(texts[at]).to.match(finding);
            });
        });
    }
}
