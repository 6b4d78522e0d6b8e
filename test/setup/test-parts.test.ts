import { expect } from "chai";
import { load } from "./script-modules";

const FILES = [
    "agent/a",
    "unit/b",
    "golden/c",
    "engine/d",
    "lab/sshd/e",
    "demo/f",
    "examples/g",
    "cli/lab.test",
    "unit/engine/h",
];
const files = FILES.map((name) => `dist/test/${name}.js`);
const short = (part: { files: string[] }) => part.files.map((file) => file.slice("dist/test/".length, -".js".length));

describe("set-up: the tests in parts", () => {
    it("every file is in one part, in the order in which they begin", async () => {
        const { partsOf } = await load("test-parts");
        expect(partsOf({ files, options: [] }).map(short)).to.deep.equal([
            ["engine/d", "demo/f"],
            ["unit/b", "cli/lab.test", "unit/engine/h"],
            ["agent/a", "lab/sshd/e"],
            ["examples/g"],
            ["golden/c"],
        ]);
    });

    it("a narrowed run is one part, and a part without files is none", async () => {
        const { partsOf } = await load("test-parts");
        expect(partsOf({ files, options: ["-g", "x"] })).to.deep.equal([{ files, options: ["-g", "x"] }]);
        expect(partsOf({ files: files.slice(0, 1), options: [] }).map(short)).to.deep.equal([["agent/a"]]);
    });

    const parts = FILES.map((file) => ({ files: [file], options: [] }));

    it("two at a time, and results in the parts' order", async () => {
        const { sideBySide } = await load("test-parts");
        let [running, most] = [0, 0];
        const results = await sideBySide(
            parts,
            async ({ files: [file] }, at) => {
                most = Math.max(most, ++running);
                for (let turn = 0; turn < (at % 3) * 5; turn++) await Promise.resolve();
                running--;
                return file;
            },
            () => false,
        );
        expect(most).to.equal(2);
        expect(results).to.deep.equal(FILES);
    });

    it("once it is over nothing begins any more", async () => {
        const { sideBySide } = await load("test-parts");
        const begun: number[] = [];
        const run = async (_: unknown, at: number) => void begun.push(at);
        await sideBySide(parts, run, () => begun.length >= 3);
        expect(begun).to.deep.equal([0, 1, 2]);
    });
});
