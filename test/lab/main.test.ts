import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "chai";

describe("lab: the command", () => {
    it("starts a machine anew when it is told to, and ends with nothing left", async () => {
        const child = spawn(process.execPath, [
            join(__dirname, "main.js"),
            "--windows",
            "WS2016",
            "--release",
            "2016 CU23",
        ]);
        try {
            const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
            const until = async (sign: RegExp): Promise<string> => {
                const { value, done } = await lines.next();
                if (done) throw new Error(`it ended before it said ${sign}`);
                return sign.test(value) ? value : until(sign);
            };
            await until(/^export EXCHANGE_TLS_PASSWORD=/);
            child.stdin.write("restart ex01\nrestart EX77\n");
            expect(await until(/EX01/)).to.equal("EX01 was started anew.");
            expect(await until(/Say/)).to.equal('Say "restart" and the name of a server.');
            child.kill("SIGTERM");
            expect((await once(child, "close"))[0]).to.equal(0);
        } finally {
            child.kill("SIGKILL");
        }
    });
});
