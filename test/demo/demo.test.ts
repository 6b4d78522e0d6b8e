import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

/** The demo as `npm run demo` starts it, with a temporary folder of its own to see what it leaves. */
describe("the demo", () => {
    let folder: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "exchange-tls-demo-"));
    });

    after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

    it("ends green in under 90 s, without colours where there is no terminal, and leaves nothing behind", async function () {
        this.timeout(90_000);
        const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
        const demo = spawn(process.execPath, [join(__dirname, "index.js")], { env, stdio: ["ignore", "pipe", "pipe"] });
        let text = "";
        for (const stream of [demo.stdout, demo.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk));
        const [code] = await once(demo, "close");
        expect(code, text).to.equal(0);
        expect(text.trimEnd().split("\n").at(-1)).to.match(/^\d+ checks, every check holds\.$/);
        expect(text).not.to.contain("\u001b");
        const left = (await readdir(folder)).filter((name) => name.startsWith("exchange-tls-"));
        expect(left).to.deep.equal([]);
    });
});
