import { existsSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { load } from "./script-modules";
import { inFolder } from "./temporary-folder";

const files = {
    "sdk/kept.ts": "",
    "test/types.d.ts": "",
    "dist/sdk/kept.js": "",
    "dist/sdk/kept.d.ts": "",
    "dist/test/gone.test.js": "",
    "dist/test/gone.test.d.ts": "",
    "dist/provider/agent/agent.ps1": "",
};

describe("set-up: compiled files", () => {
    it("whose source is gone are deleted, and nothing else", () =>
        inFolder(files, async (folder) => {
            const { removeStaleOutput, sourceFiles } = await load("compiled-files");
            removeStaleOutput(folder, sourceFiles(folder));
            const left = Object.keys(files).filter((file) => existsSync(path.join(folder, file)));
            expect(left).to.deep.equal(Object.keys(files).filter((file) => !file.includes("gone")));
        }));

    it("that somebody deleted are noticed", () =>
        inFolder({ ...files, "sdk/new.ts": "" }, async (folder) => {
            const { missingOutput, sourceFiles } = await load("compiled-files");
            expect(missingOutput(folder, sourceFiles(folder))).to.equal(true);
            expect(missingOutput(folder, [path.join("sdk", "kept.ts")])).to.equal(false);
        }));
});
