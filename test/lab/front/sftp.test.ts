import { expect } from "chai";
import type { SFTPWrapper } from "ssh2";
import { type Lab, startLab } from "../lab.js";
import { RawClient } from "./raw-client.js";

type Done<T> = (error: Error | null | undefined, value: T) => void;

describe("lab: SFTP", () => {
    let lab: Lab;
    let client: RawClient;
    let sftp: SFTPWrapper;
    beforeEach(async () => {
        lab = await startLab({ preset: "single", switches: { posixRename: true } });
        client = await RawClient.dial(lab);
        sftp = await client.sftp();
    });
    afterEach(async () => {
        await client.end();
        await lab.stop();
    });

    const ask = <T>(work: (done: Done<T>) => void) =>
        new Promise<T>((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))));
    const write = (path: string, text: string) => ask((done) => sftp.writeFile(path, text, done as never));
    const read = async (path: string) => String(await ask<Buffer>((done) => sftp.readFile(path, done as never)));
    const names = async (path: string) =>
        (await ask<{ filename: string }[]>((done) => sftp.readdir(path, done as never))).map(
            ({ filename }) => filename,
        );
    const refused = (work: Promise<unknown>) =>
        work.then(
            () => 0,
            (error: { code: number }) => error.code,
        );

    it("refuses what isn't there, and what would overwrite", async () => {
        await write("C:/ProgramData/a", "a");
        await write("C:/ProgramData/b", "b");
        const codes = [
            await refused(ask((done) => sftp.stat("C:/absent", done as never))),
            await refused(read("C:/absent")),
            await refused(write("C:/no/such/folder", "x")),
            await refused(ask((done) => sftp.mkdir("C:/ProgramData", done as never))),
            await refused(ask((done) => sftp.rename("C:/ProgramData/a", "C:/ProgramData/b", done as never))),
            await refused(ask((done) => sftp.unlink("C:/ProgramData", done as never))),
        ];
        expect(codes).to.deep.equal([2, 2, 2, 4, 4, 4]);
        expect(await read("C:/ProgramData/b")).to.equal("b");
    });

    it("makes a folder, writes, renames, reads, lists and removes", async () => {
        await ask((done) => sftp.mkdir("C:/ProgramData/agents", done as never));
        const text = "x".repeat(100_000);
        await write("C:/ProgramData/agents/a.tmp", text);
        await ask((done) => sftp.rename("C:/ProgramData/agents/a.tmp", "/C:/ProgramData/agents/a.ps1", done as never));
        expect(await read("/c:/programdata/AGENTS/a.ps1")).to.equal(text);
        expect(await names("C:\\ProgramData\\agents")).to.deep.equal(["a.ps1"]);
        const { size } = await ask<{ size: number }>((done) => sftp.stat("C:/ProgramData/agents/a.ps1", done as never));
        expect(size).to.equal(100_000);
        await ask((done) => sftp.chmod("C:/ProgramData/agents/a.ps1", 0o600, done as never));
        await ask((done) => sftp.unlink("C:/ProgramData/agents/a.ps1", done as never));
        await ask((done) => sftp.rmdir("C:/ProgramData/agents", done as never));
        expect(await names("C:/ProgramData")).to.deep.equal([]);
        expect(lab.meter.mark().sftpSessions).to.equal(1);
    });

    it("knows the rename that replaces only where the switch says so", async () => {
        await write("C:/ProgramData/a", "a");
        await write("C:/ProgramData/b", "b");
        // The library's server never tells its extensions, so its client is told here.
        Object.assign(sftp, { _extensions: { "posix-rename@openssh.com": "1" } });
        const replace = (from: string) =>
            ask((done) => sftp.ext_openssh_rename(from, "C:/ProgramData/b", done as never));
        expect(await refused(replace("C:/ProgramData/absent"))).to.equal(2);
        await replace("C:/ProgramData/a");
        expect(await read("C:/ProgramData/b")).to.equal("a");
        expect(await names("C:/ProgramData")).to.deep.equal(["b"]);
        lab.switches.posixRename = false;
        const strict = await client.sftp();
        Object.assign(strict, { _extensions: { "posix-rename@openssh.com": "1" } });
        const code = await refused(
            ask((done) => strict.ext_openssh_rename("C:/ProgramData/b", "C:/ProgramData/c", done as never)),
        );
        expect(code).to.equal(8);
    });

    it("leaves the file where it was when a rename fails", async () => {
        await write("C:/ProgramData/a", "a");
        const away = ask((done) => sftp.rename("C:/ProgramData/a", "C:/no/such/a", done as never));
        expect(await refused(away)).to.equal(2);
        expect(await read("C:/ProgramData/a")).to.equal("a");
    });

    it("resolves paths as Windows' server does", async () => {
        const real = (path: string) => ask<string>((done) => sftp.realpath(path, done as never));
        expect(await real(".")).to.equal("/C:/Users/labadmin");
        expect(await real("C:/ProgramData/../Windows")).to.equal("/C:/Windows");
        expect(await real("/C:")).to.equal("/C:/");
    });
});
