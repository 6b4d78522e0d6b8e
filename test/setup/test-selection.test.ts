import { expect } from "chai";
import { load } from "./script-modules";

const tests = ["dist/test/unit/sizes.test.js", "dist/test/unit/spans.test.js", "dist/test/lab/write.test.js"];

const cases: [args: string[], files: string[], options: string[]][] = [
    [[], tests, []],
    [["unit"], tests.slice(0, 2), []],
    [["sizes", "lab"], [tests[0] ?? "", tests[2] ?? ""], []],
    [["unit/sizes.test.ts"], tests.slice(0, 1), []],
    [["--grep", "lab"], tests, ["--grep", "lab"]],
    [["--bail", "lab", "-g", "x"], tests.slice(2), ["--bail", "-g", "x"]],
    [["--grep=a b", "unit"], tests.slice(0, 2), ["--grep=a b"]],
];

describe("set-up: which tests run", () => {
    for (const [args, files, options] of cases) {
        it(`npm test${args.length > 0 ? " -- " : ""}${args.join(" ")}`, async () => {
            const { testCommand } = await load("test-selection");
            expect(testCommand(args, tests)).to.deep.equal({ files, options });
        });
    }

    it("names the folders when nothing matches", async () => {
        const { testCommand } = await load("test-selection");
        expect(() => testCommand(["nothing"], tests))
            .to.throw("No test file's path contains nothing.")
            .with.property("next", "name one of: unit, lab");
    });
});
