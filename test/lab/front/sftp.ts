import { type Attributes, type SFTPWrapper, utils } from "ssh2";
import { type FileNode, FileProblem, type FileTree } from "./file-tree.js";
import { SftpHandles } from "./sftp-handles.js";

const { STATUS_CODE } = utils.sftp;
const RENAME = "posix-rename@openssh.com";

export interface SftpRules {
    /** Every operation is denied. */
    readonly denied: boolean;
    /** Whether posix-rename, which replaces, is known. */
    readonly posixRename: boolean;
}

/** Serves one SFTP session from the tree in memory. */
export function serveSftp(sftp: SFTPWrapper, tree: FileTree, rules: SftpRules): void {
    const handles = new SftpHandles(tree);
    /** Answers with a problem's status instead of letting it up. */
    const guard = (id: number, work: () => void) => {
        try {
            if (rules.denied) throw new FileProblem("PERMISSION_DENIED");
            work();
        } catch (error) {
            if (!(error instanceof FileProblem)) throw error;
            sftp.status(id, STATUS_CODE[error.status]);
        }
    };
    const done = (id: number, work: () => void) =>
        guard(id, () => {
            work();
            sftp.status(id, STATUS_CODE.OK);
        });
    const attrs = (id: number, node: () => FileNode) => guard(id, () => sftp.attrs(id, attributesOf(node())));

    sftp.on("REALPATH", (id, path) =>
        guard(id, () => sftp.name(id, [{ filename: tree.resolve(path), longname: "", attrs: NO_ATTRIBUTES }])),
    );
    sftp.on("STAT", (id, path) => attrs(id, () => tree.get(path)));
    sftp.on("LSTAT", (id, path) => attrs(id, () => tree.get(path)));
    sftp.on("FSTAT", (id, handle) => attrs(id, () => handles.node(handle)));
    sftp.on("SETSTAT", (id, path, change) => done(id, () => setMode(tree, tree.get(path), change)));
    sftp.on("FSETSTAT", (id, handle, change) => done(id, () => setMode(tree, handles.node(handle), change)));
    sftp.on("OPEN", (id, path, flags) => guard(id, () => sftp.handle(id, handles.open(path, flags))));
    sftp.on("WRITE", (id, handle, offset, data) => done(id, () => handles.write(handle, offset, data)));
    sftp.on("READ", (id, handle, offset, length) =>
        guard(id, () => {
            const data = handles.read(handle, offset, length);
            if (data.length === 0) sftp.status(id, STATUS_CODE.EOF);
            else sftp.data(id, data);
        }),
    );
    sftp.on("CLOSE", (id, handle) => done(id, () => handles.close(handle)));
    sftp.on("OPENDIR", (id, path) => guard(id, () => sftp.handle(id, handles.openFolder(path))));
    sftp.on("READDIR", (id, handle) =>
        guard(id, () => {
            const nodes = handles.readFolder(handle);
            if (nodes.length === 0) sftp.status(id, STATUS_CODE.EOF);
            else sftp.name(id, nodes.map(entryOf));
        }),
    );
    sftp.on("MKDIR", (id, path) => done(id, () => tree.makeFolder(path)));
    sftp.on("RMDIR", (id, path) => done(id, () => tree.removeFolder(path)));
    sftp.on("REMOVE", (id, path) => done(id, () => tree.removeFile(path)));
    sftp.on("RENAME", (id, from, to) => done(id, () => tree.rename(from, to, false)));
    sftp.on("EXTENDED", (id, name, data) => {
        if (name !== RENAME || !rules.posixRename) sftp.status(id, STATUS_CODE.OP_UNSUPPORTED);
        else done(id, () => renameOver(tree, data));
    });
}

/** Two SSH strings: the old path and the new one. */
function renameOver(tree: FileTree, data: Buffer): void {
    const length = data.readUInt32BE(0);
    tree.rename(data.toString("utf8", 4, 4 + length), data.toString("utf8", 8 + length), true);
}

const NO_ATTRIBUTES: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function attributesOf({ content, mode, modified }: FileNode): Attributes {
    const kind = content === null ? 0o040000 : 0o100000;
    return { mode: kind | mode, uid: 0, gid: 0, size: content?.length ?? 0, atime: modified, mtime: modified };
}

function entryOf(node: FileNode) {
    const filename = node.path.split("/").at(-1) ?? "";
    const kind = node.content === null ? "d" : "-";
    return { filename, longname: `${kind}rw-rw-rw- 1 - - ${filename}`, attrs: attributesOf(node) };
}

/** Windows keeps no modes, but the server says yes. */
function setMode(tree: FileTree, node: FileNode, change: Partial<Attributes>): void {
    if (change.mode !== undefined) tree.put(node.path, node.content, change.mode & 0o7777);
}
