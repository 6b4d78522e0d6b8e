import path from "node:path";
import { expect } from "chai";
import { load } from "./script-modules";
import { inFolder } from "./temporary-folder";

const complete = (place: string) => ({ [`${place}/pulumi`]: "", [`${place}/pulumi-language-nodejs`]: "" });

interface Case {
    name: string;
    files: Record<string, string>;
    versions: Record<string, string>;
    found: string | undefined;
    refused: string[];
}

const cases: Case[] = [
    {
        name: "takes PATH before everything else",
        files: { ...complete("a"), ...complete("b") },
        versions: { a: "v3.250.0", b: "v3.259.0" },
        found: "place a",
        refused: [],
    },
    {
        name: "goes on where nothing is",
        files: complete("c"),
        versions: { c: "v3.259.0" },
        found: "place c",
        refused: ["not place a", "not place b"],
    },
    {
        name: "passes over one that is too old",
        files: { ...complete("a"), ...complete("b") },
        versions: { a: "v3.100.0", b: "v3.259.0" },
        found: "place b",
        refused: ["place a 3.100.0, older than 3.248.0"],
    },
    {
        name: "passes over one without its language host",
        files: { "a/pulumi": "", ...complete("b") },
        versions: { a: "v3.259.0", b: "v3.259.0" },
        found: "place b",
        refused: ["place a without its language host pulumi-language-nodejs"],
    },
    {
        name: "accepts a language host that is elsewhere on PATH",
        files: { "a/pulumi": "", "path/pulumi-language-nodejs": "" },
        versions: { a: "v3.259.0" },
        found: "place a",
        refused: [],
    },
    {
        name: "passes over one that does not run here",
        files: { ...complete("a"), ...complete("b") },
        versions: { b: "v3.259.0" },
        found: "place b",
        refused: ["place a gives no version"],
    },
    {
        name: "names every place when there is none",
        files: {},
        versions: {},
        found: undefined,
        refused: ["not place a", "not place b", "not place c"],
    },
];

describe("set-up: where the Pulumi CLI is looked for", () => {
    for (const { name, files, versions, found, refused } of cases) {
        it(name, () =>
            inFolder(files, async (folder) => {
                const { findCli } = await load("cli-places");
                const places = ["a", "b", "c"].map((each) => ({
                    place: `place ${each}`,
                    folder: path.join(folder, each),
                }));
                const versionOf = async (where: string) => versions[path.basename(where)];
                const result = await findCli(places, path.join(folder, "path"), versionOf);
                expect(result.found?.place).to.equal(found);
                expect(result.refused).to.deep.equal(refused);
            }),
        );
    }

    it("takes the first folder of PATH that holds the program", () =>
        inFolder(complete("second"), async (folder) => {
            const { folderOnPath } = await load("cli-places");
            const variable = ["", "first", "second"].map((each) => path.join(folder, each)).join(path.delimiter);
            expect(folderOnPath("pulumi", variable)).to.equal(path.join(folder, "second"));
            expect(folderOnPath("absent", variable)).to.equal(undefined);
        }));
});
