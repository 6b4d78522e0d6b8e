import { utils } from "ssh2";
import { type FileNode, FileProblem, type FileTree } from "./file-tree.js";

const { OPEN_MODE } = utils.sftp;

interface Handle {
    readonly path: string;
    readonly flags: number;
    /** What a folder's listing still has to give. */
    rest: FileNode[];
}

/** Open files and folders of one SFTP session. */
export class SftpHandles {
    private readonly opened = new Map<number, Handle>();
    private next = 1;

    constructor(private readonly tree: FileTree) {}

    open(path: string, flags: number): Buffer {
        const node = this.tree.find(path);
        if (node === undefined && (flags & OPEN_MODE.CREAT) === 0) throw new FileProblem("NO_SUCH_FILE");
        if (node !== undefined && (flags & OPEN_MODE.EXCL) !== 0) throw new FileProblem("FAILURE");
        if (node?.content === null) throw new FileProblem("FAILURE");
        if (node === undefined || (flags & OPEN_MODE.TRUNC) !== 0) this.tree.put(path, Buffer.alloc(0));
        return this.keep({ path, flags, rest: [] });
    }

    openFolder(path: string): Buffer {
        return this.keep({ path, flags: 0, rest: this.tree.list(path) });
    }

    readFolder(handle: Buffer): FileNode[] {
        return this.of(handle).rest.splice(0);
    }

    node(handle: Buffer): FileNode {
        return this.tree.get(this.of(handle).path);
    }

    write(handle: Buffer, offset: number, data: Buffer): void {
        const { path, flags } = this.of(handle);
        if ((flags & OPEN_MODE.WRITE) === 0) throw new FileProblem("PERMISSION_DENIED");
        const content = this.node(handle).content ?? Buffer.alloc(0);
        const grown = Buffer.alloc(Math.max(content.length, offset + data.length));
        content.copy(grown);
        data.copy(grown, offset);
        this.tree.put(path, grown);
    }

    read(handle: Buffer, offset: number, length: number): Buffer {
        if ((this.of(handle).flags & OPEN_MODE.READ) === 0) throw new FileProblem("PERMISSION_DENIED");
        return (this.node(handle).content ?? Buffer.alloc(0)).subarray(offset, offset + length);
    }

    close(handle: Buffer): void {
        this.of(handle);
        this.opened.delete(handle.readUInt32BE(0));
    }

    private of(handle: Buffer): Handle {
        const found = handle.length === 4 ? this.opened.get(handle.readUInt32BE(0)) : undefined;
        if (found === undefined) throw new FileProblem("FAILURE");
        return found;
    }

    private keep(handle: Handle): Buffer {
        const name = Buffer.alloc(4);
        name.writeUInt32BE(this.next);
        this.opened.set(this.next, handle);
        this.next += 1;
        return name;
    }
}
