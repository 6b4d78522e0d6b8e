import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { checkout } from "./script-modules";
import { inFolder } from "./temporary-folder";

const passing = 'it("passes", () => {});';
const failing = 'it("fails", () => { throw new Error("on purpose"); });';
const skipped = 'describe("needs a server", () => { it.skip("skipped one", () => {}); });';
const rejected = 'it("forgets", async () => { Promise.reject(new Error("x")); await new Promise(() => {}); });';
const leaking = 'it("leaks", () => { setInterval(() => {}, 1000); });';

const cases: [name: string, body: string, lastLine: string, code: number][] = [
    ["all well", passing, "1 passed, 0 failed, 0 skipped", 0],
    ["one of each", passing + failing + skipped, "1 passed, 1 failed, 1 skipped", 1],
    ["an unhandled rejection", rejected, "0 passed, 1 failed, 0 skipped", 1],
    ["no test at all", "", "0 passed, 0 failed, 0 skipped", 1],
    ["a handle left open", leaking, "1 passed, 1 failed, 0 skipped", 1],
];

describe("set-up: the reporter", () => {
    for (const [name, body, lastLine, code] of cases) {
        it(`ends with the counts: ${name}`, async () => {
            const { lines, status } = await mocha(body);
            expect(lines.at(-1)).to.equal(lastLine);
            expect(status).to.equal(code);
        });
    }

    it("counts what was skipped by suite, before what failed", async () => {
        const { lines } = await mocha(failing + skipped + skipped);
        const at = lines.indexOf("SKIPPED, NOT TESTED HERE: 2");
        expect(lines.slice(at + 1, at + 2)).to.deep.equal(["  - needs a server: 2"]);
        expect(lines.findIndex((line) => line.includes("on purpose"))).to.be.greaterThan(at);
    });

    it("leaves the failures, a line each, to set-up", () =>
        inFolder({}, async (folder) => {
            const file = path.join(folder, "counts.json");
            await mocha(passing + failing, { EXCHANGE_TLS_COUNTS: file });
            expect(JSON.parse(readFileSync(file, "utf8"))).to.deep.equal({
                passed: 1,
                failed: 1,
                skipped: 0,
                failures: ["fails: on purpose"],
            });
        }));

    it("names what was left open", async () => {
        const { lines } = await mocha(leaking);
        expect(lines.at(-2)).to.match(/still open: .*Timeout/);
    });
});

function mocha(
    body: string,
    more: Readonly<Record<string, string>> = {},
): Promise<{ lines: string[]; status: number | null }> {
    return inFolder({ "fixture.test.cjs": body }, (folder) => {
        const script = path.join(checkout, "node_modules", "mocha", "bin", "mocha.js");
        const config = ["--config", path.join(checkout, "test", "mocharc.json"), "--reporter-option", "patience=200"];
        const file = path.join(folder, "fixture.test.cjs");
        const { EXCHANGE_TLS_COUNTS: _, ...env } = process.env;
        const done = spawnSync(process.execPath, [script, ...config, file], {
            cwd: checkout,
            env: { ...env, ...more },
            encoding: "utf8",
        });
        return { lines: done.stdout.split("\n").filter((line) => line !== ""), status: done.status };
    });
}
