import { expect } from "chai";
import { load } from "./script-modules";

describe("set-up: processes", () => {
    it("that a run leaves behind are named and ended", async function () {
        if (process.platform !== "linux") {
            this.skip();
        }
        const { ended, startGroup } = await load("process-group");
        const script = `
            const { spawn } = require("node:child_process");
            const options = { stdio: "ignore" };
            spawn(process.execPath, ["-e", "setInterval(() => {}, 1000) // left behind"], options).unref();
            process.exit(3);`;
        const { code, left } = await ended(startGroup(process.execPath, ["-e", script], { stdio: "ignore" }));
        expect(code).to.equal(3);
        expect(left).to.have.length(1);
        expect(left[0]).to.contain("left behind");
    });

    it("that cannot be started are an ordinary failure", async () => {
        const { ended, startGroup } = await load("process-group");
        expect(await ended(startGroup("no-such-program-anywhere", []))).to.include({ code: 127 });
    });
});
