import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { load } from "./script-modules";
import { inFolder } from "./temporary-folder";

const lock = (version: string) =>
    JSON.stringify({
        packages: {
            "": { version: "1.0.0" },
            "examples/one": {},
            "node_modules/chai": { version },
            "node_modules/other-platform": { version: "1.0.0", optional: true },
        },
    });
const record = (version: string) => JSON.stringify({ packages: { "node_modules/chai": { version } } });

describe("set-up: when dependencies are installed", () => {
    it("on a fresh clone", () => expectReason({ "package-lock.json": lock("6.0.0") }, /missing or only half/));

    it("after an install that was cut short", () =>
        expectReason({ "package-lock.json": lock("6.0.0"), "node_modules/chai/index.js": "" }, /only half there/));

    it("not after an `npm install` by hand that fits the lock file", () =>
        expectReason(
            { "package-lock.json": lock("6.0.0"), "node_modules/.package-lock.json": record("6.0.0") },
            undefined,
        ));

    it("after one that does not fit", () =>
        expectReason(
            { "package-lock.json": lock("6.1.0"), "node_modules/.package-lock.json": record("6.0.0") },
            /does not belong/,
        ));

    it("not twice, but again when the lock file changes or node_modules goes", () =>
        inFolder({ "package-lock.json": lock("6.0.0"), "node_modules/chai/index.js": "" }, async (folder) => {
            const { stampDependencies, whyInstall } = await load("lock-stamp");
            stampDependencies(folder);
            expect(whyInstall(folder)).to.equal(undefined);
            writeFileSync(path.join(folder, "package-lock.json"), lock("6.0.1"));
            expect(whyInstall(folder)).to.match(/package-lock.json has changed/);
            rmSync(path.join(folder, "node_modules"), { recursive: true });
            expect(whyInstall(folder)).to.match(/missing/);
        }));
});

function expectReason(files: Record<string, string>, reason: RegExp | undefined): Promise<void> {
    return inFolder(files, async (folder) => {
        const { whyInstall } = await load("lock-stamp");
        const why = whyInstall(folder);
        reason ? expect(why).to.match(reason) : expect(why).to.equal(undefined);
    });
}
