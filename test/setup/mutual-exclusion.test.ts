import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { load } from "./script-modules";
import { inFolder } from "./temporary-folder";

describe("set-up: two runs at once", () => {
    it("work one after the other, and leave no lock", () =>
        inFolder({}, async (folder) => {
            const { alone } = await load("mutual-exclusion");
            const lock = path.join(folder, "deep", "lock");
            const log: string[] = [];
            const work = (name: string) =>
                alone(lock, "test", async () => {
                    log.push(`${name} begins`);
                    await sleep(50);
                    log.push(`${name} ends`);
                });
            await Promise.all([work("a"), work("b")]);
            expect(log).to.deep.equal(["a begins", "a ends", "b begins", "b ends"]);
            expect(existsSync(lock)).to.equal(false);
        }));

    it("the lock of a run that was killed is taken over", () => {
        const dead = spawnSync(process.execPath, ["-e", ""]).pid;
        return inFolder({ "lock/owner": JSON.stringify({ host: hostname(), pid: dead }) }, async (folder) => {
            const { alone } = await load("mutual-exclusion");
            expect(await alone(path.join(folder, "lock"), "test", async () => "done")).to.equal("done");
        });
    });

    it("the lock goes when the work fails", () =>
        inFolder({}, async (folder) => {
            const { alone } = await load("mutual-exclusion");
            const lock = path.join(folder, "lock");
            const failing = alone(lock, "test", () => Promise.reject(new Error("on purpose")));
            expect(await failing.catch((error: Error) => error.message)).to.equal("on purpose");
            expect(existsSync(lock)).to.equal(false);
        }));
});
