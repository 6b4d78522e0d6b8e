import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openAuditLog } from "../../provider/audit/audit-log";

describe("audit log: appending", () => {
    let folder: string;
    let file: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "exchange-tls-append-"));
        file = join(folder, "audit.jsonl");
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it("leaves what is there, and the mode that somebody gave the file", async () => {
        await writeFile(file, "before\n", { mode: 0o640 });
        const log = await openAuditLog(file);
        await log.append(["one", "two"]);
        await log.close();
        expect(await readFile(file, "utf8")).to.equal("before\none\ntwo\n");
        if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).to.equal(0o640);
    });

    const disks: [
        what: string,
        space: () => Promise<{ bavail: number; bsize: number; blocks: number }>,
        full: boolean,
    ][] = [
        ["a disk with nothing left", async () => ({ bavail: 0, bsize: 4096, blocks: 1000 }), true],
        ["a disk with a little left", async () => ({ bavail: 10, bsize: 4096, blocks: 1000 }), true],
        ["a disk with room", async () => ({ bavail: 1000, bsize: 4096, blocks: 1000 }), false],
        ["a file system that does not tell its size", async () => ({ bavail: 0, bsize: 4096, blocks: 0 }), false],
        ["a file system that cannot be asked", async () => Promise.reject(new Error("ENOSYS")), false],
    ];
    for (const [what, space, full] of disks) {
        it(`${what} is ${full ? "refused" : "taken"} before anything is sent`, async () => {
            const error = await openAuditLog(file, space).then(
                (log) => log.close(),
                (cause: Error) => cause.message,
            );
            if (full) expect(error).to.include("the disk is full");
            else expect(error).to.equal(undefined);
        });
    }

    it("four processes, six writers each, long lines: none is lost, none is torn", async () => {
        const module = require.resolve("../../provider/audit/audit-log");
        const script = `
            const { openAuditLog } = require(${JSON.stringify(module)});
            const line = (writer, at) => JSON.stringify({ from: process.pid + " " + writer, at, text: "x".repeat(1 + ((writer * 7919 + at * 104729) % 40000)) });
            const write = async (writer) => {
                for (let at = 0; at < 20; at += 1) {
                    const log = await openAuditLog(${JSON.stringify(file)});
                    await log.append([line(writer, at), line(writer, at + 1000)]);
                    await log.close();
                }
            };
            Promise.all([1, 2, 3, 4, 5, 6].map(write)).catch(() => process.exit(1));`;
        const ended = Array.from({ length: 4 }, () => once(spawn(process.execPath, ["-e", script]), "exit"));
        expect((await Promise.all(ended)).map(([code]) => code)).to.deep.equal([0, 0, 0, 0]);
        const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
        const seen = new Set(lines.map((line) => JSON.parse(line)).map(({ from, at }) => `${from} ${at}`));
        expect(seen.size).to.equal(4 * 6 * 20 * 2);
        expect(lines).to.have.length(seen.size);
    });
});
