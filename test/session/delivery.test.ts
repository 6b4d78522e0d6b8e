import { expect } from "chai";
import { agentSource, checkInstalled, deliver } from "../../provider/session/ssh/delivery";
import type { RemoteFiles } from "../../provider/session/ssh/remote-files";
import { rejection } from "./rejection";

const SOURCE = agentSource(Buffer.from("foreach ($line in $input) { }\n"));
const DIRECTORY = "C:/ProgramData/ssh/pulumi-exchange-tls";
const TARGET = `${DIRECTORY}/agent-${SOURCE.hash}.ps1`;

function status(code: number, message: string): Error {
    return Object.assign(new Error(message), { code });
}

/** A disk as Windows' sftp-server shows it: nothing is renamed over a file. Notes what was done to it. */
class Disk implements RemoteFiles {
    readonly did: string[] = [];
    beforeRename: () => void = () => undefined;

    constructor(
        readonly files = new Map<string, Buffer>(),
        readonly directories = new Set(["C:/ProgramData", "C:/ProgramData/ssh"]),
        private readonly denied: (operation: string, path: string) => boolean = () => false,
    ) {}

    async size(path: string) {
        this.#allow("size", path);
        return this.directories.has(path) ? 0 : this.files.get(path)?.length;
    }

    async read(path: string) {
        this.#allow("read", path);
        return this.files.get(path) ?? fail(status(2, "No such file"));
    }

    async write(path: string, bytes: Buffer) {
        this.#note("write", path);
        if (!this.directories.has(path.slice(0, path.lastIndexOf("/")))) throw status(2, "No such file");
        if (this.files.has(path)) throw status(4, "Failure");
        this.files.set(path, bytes);
    }

    async rename(from: string, to: string) {
        this.beforeRename();
        this.#note("rename", to);
        if (this.files.has(to)) throw status(4, "Failure");
        this.files.set(to, this.files.get(from) ?? fail(status(2, "No such file")));
        this.files.delete(from);
    }

    async remove(path: string) {
        this.#note("remove", path);
        if (!this.files.delete(path)) throw status(2, "No such file");
    }

    async makeDirectory(path: string) {
        this.#note("mkdir", path);
        if (this.directories.has(path)) throw status(4, "Failure");
        const parent = path.slice(0, path.lastIndexOf("/")).replace(/\/+$/, "");
        if (parent !== "" && parent !== "C:" && !this.directories.has(parent)) throw status(2, "No such file");
        this.directories.add(path);
    }

    #note(operation: string, path: string) {
        this.did.push(`${operation} ${path.replace(/\.[0-9a-f]{12}\.tmp$/, ".tmp")}`);
        this.#allow(operation, path);
    }

    #allow(operation: string, path: string) {
        if (this.denied(operation, path)) throw status(3, "Permission denied");
    }
}

function fail(error: Error): never {
    throw error;
}

const give = (disk: Disk, directory = DIRECTORY) => deliver(disk, "ex01:22", directory, SOURCE);

describe("session: delivery", () => {
    it("writes under another name, then renames, and leaves nothing else", async () => {
        const disk = new Disk();
        expect(await give(disk)).to.equal(TARGET);
        expect(disk.did).to.deep.equal([
            "mkdir C:/ProgramData",
            "mkdir C:/ProgramData/ssh",
            `mkdir ${DIRECTORY}`,
            `write ${TARGET}.tmp`,
            `rename ${TARGET}`,
        ]);
        expect([...disk.files]).to.deep.equal([[TARGET, SOURCE.bytes]]);
    });

    it("touches nothing when the agent is there", async () => {
        const disk = new Disk(new Map([[TARGET, SOURCE.bytes]]));
        expect(await give(disk)).to.equal(TARGET);
        expect(disk.did).to.deep.equal([]);
    });

    it("makes a deep directory from an absolute POSIX path, doubled slashes and all", async () => {
        const disk = new Disk(new Map(), new Set());
        await give(disk, "/tmp//a/b");
        expect(disk.did.slice(0, 3)).to.deep.equal(["mkdir /tmp", "mkdir /tmp//a", "mkdir /tmp//a/b"]);
    });

    for (const [name, bytes] of [
        ["of another size", Buffer.from("half")],
        ["of the same size", Buffer.alloc(SOURCE.bytes.length, "x")],
        ["that is empty", Buffer.alloc(0)],
    ] as const) {
        it(`replaces a file ${name}`, async () => {
            const disk = new Disk(new Map([[TARGET, bytes]]), new Set([DIRECTORY]));
            expect(await give(disk)).to.equal(TARGET);
            expect([...disk.files]).to.deep.equal([[TARGET, SOURCE.bytes]]);
        });
    }

    it("is content when somebody else was faster", async () => {
        const disk = new Disk(new Map(), new Set([DIRECTORY]));
        disk.beforeRename = () => disk.files.set(TARGET, SOURCE.bytes);
        expect(await give(disk)).to.equal(TARGET);
        expect([...disk.files.keys()]).to.deep.equal([TARGET]);
    });

    for (const operation of ["size", "read", "write", "rename", "mkdir"]) {
        it(`says what is denied, and leaves no half file: ${operation}`, async () => {
            const present = operation === "read" ? new Map([[TARGET, SOURCE.bytes]]) : new Map<string, Buffer>();
            const directories = operation === "mkdir" ? new Set<string>() : new Set([DIRECTORY]);
            const disk = new Disk(present, directories, (asked) => asked === operation);
            const error = await rejection(give(disk));
            expect(error.code).to.equal("Delivery");
            expect(error.message).to.contain("access was denied").and.to.contain(DIRECTORY).and.to.contain("agentPath");
            expect([...disk.files.keys()].filter((path) => path.endsWith(".tmp"))).to.deep.equal([]);
        });
    }

    it("notices when what arrives is not what was sent", async () => {
        const disk = new Disk(new Map(), new Set([DIRECTORY]));
        disk.write = async (path) => void disk.files.set(path, Buffer.from("cut"));
        const error = await rejection(give(disk));
        expect(error.code).to.equal("Delivery");
    });

    for (const [name, bytes, words] of [
        ["is missing", undefined, "no such file"],
        ["is another one", Buffer.from("Get-Process"), "its SHA-256 is"],
    ] as const) {
        it(`refuses an installed agent that ${name}`, async () => {
            const disk = new Disk(new Map(bytes === undefined ? [] : [["D:/agent.ps1", bytes]]));
            const error = await rejection(checkInstalled(disk, "ex01:22", "D:/agent.ps1", SOURCE));
            expect(error.code).to.equal("Delivery");
            expect(error.message).to.contain(words).and.to.contain(SOURCE.hash);
            expect(disk.did).to.deep.equal([]);
        });
    }

    it("takes an installed agent that is ours", async () => {
        const disk = new Disk(new Map([["D:/agent.ps1", SOURCE.bytes]]));
        expect(await checkInstalled(disk, "ex01:22", "D:/agent.ps1", SOURCE)).to.equal("D:/agent.ps1");
    });
});
