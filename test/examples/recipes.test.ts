import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Lab, startLab } from "../lab/index.js";
import { repositoryRoot } from "../repository-root";
import { ExampleStack } from "./example-stack";
import { everything, shown } from "./organisation";
import { OTHERS, RECIPES } from "./recipes/all";

/** `warning: … (R28)` → `R28`. */
const WARNING = /^\s*(?:│\s*)?warning: .*\(([A-Z]+\d+|\d+\.\d+)\)$/gm;

/** The lists come last and go first; what is independent of each other is written side by side. */
const LISTS = "Set-TransportConfig";

describe("the examples, run by the real CLI: preview, up, up again, destroy", function () {
    this.timeout(120_000);

    it("are all in the table, or have a test of their own", () => {
        const folders = readdirSync(join(repositoryRoot(), "examples"));
        expect([...new Set(RECIPES.map(({ example }) => example)), ...OTHERS].sort()).to.deep.equal(folders.sort());
    });

    for (const recipe of RECIPES) {
        describe(recipe.title, () => {
            let lab: Lab;
            let stack: ExampleStack;

            before(async () => {
                lab = await startLab(recipe.lab);
                recipe.before?.(lab);
                stack = await ExampleStack.create(lab, recipe);
            });

            after(async () => {
                await stack?.remove();
                await lab?.stop();
            });

            it(`examples/${recipe.example}`, async () => {
                const before = everything(lab);
                if (recipe.preview) {
                    const { code, text } = await stack.preview();
                    expect(code, text).to.equal(0);
                    for (const line of recipe.preview.shows) expect(text).to.match(line);
                    const warned = [...text.matchAll(WARNING)].map(([, rule]) => rule);
                    expect([...new Set(warned)], text).to.have.members(recipe.preview.warns);
                    expect(everything(lab)).to.equal(before);
                }

                const up = await stack.up();
                expect(up.code, up.text).to.equal(0);
                expect(up.writes).to.have.members(recipe.writes.up);
                expect(up.writes.indexOf(LISTS)).to.be.oneOf([-1, up.writes.length - 1]);
                for (const { cmdlet, identity, shows } of recipe.after(lab)) {
                    const [object] = lab.console.run(cmdlet, { Identity: identity });
                    expect(shown(object, Object.keys(shows)), identity).to.deep.equal(shows);
                }

                if (recipe.preview) {
                    const again = await stack.up("--expect-no-changes");
                    expect(again.code, again.text).to.equal(0);
                    expect(again.writes).to.deep.equal([]);
                }

                const destroy = await stack.destroy();
                expect(destroy.code, destroy.text).to.equal(0);
                expect(destroy.writes).to.have.members(recipe.writes.destroy);
                expect(destroy.writes.indexOf(LISTS)).to.be.oneOf([-1, 0]);
                expect(everything(lab)).to.equal(before);
            });
        });
    }
});
