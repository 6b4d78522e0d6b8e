import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { repositoryRoot } from "../repository-root";

const page = readFileSync(join(repositoryRoot(), "docs", "recipes.md"), "utf8");
const programOf = (name: string) => readFileSync(join(repositoryRoot(), "examples", name, "index.ts"), "utf8");

describe("docs/recipes.md", () => {
    const sections = page.split(/^## /m).slice(1);

    it("has a section for every example", () => {
        const names = sections.map((section) => section.split("\n")[0]);
        expect(names).to.have.members(readdirSync(join(repositoryRoot(), "examples")));
    });

    for (const section of sections) {
        const [name = ""] = section.split("\n");

        it(`${name}: shows lines of its program, and every setting that it reads`, () => {
            const program = programOf(name);
            const shown = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
            expect(shown).not.to.deep.equal([]);
            for (const code of shown) expect(program).to.contain(code);
            const settings = [...program.matchAll(/config\.\w+(?:<[^>]*>)?\("(\w+)"\)/g)].map(([, key]) => key);
            for (const key of settings) expect(section).to.contain(`\`${key}\``);
        });

        it(`${name}: says when to use it, what to check before, what the preview shows, and how to undo it`, () => {
            for (const part of ["**Before:**", "**In the preview:**", "**Undo:**"]) expect(section).to.contain(part);
        });
    }
});
