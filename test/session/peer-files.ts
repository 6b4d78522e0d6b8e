import { type SFTPWrapper, utils } from "ssh2";

const { OPEN_MODE, STATUS_CODE } = utils.sftp;

/** A flat disk behind SFTP: every directory exists. */
export function serveFiles(sftp: SFTPWrapper, files: Map<string, Buffer>): void {
    const handles = new Map<string, string>();
    const attributes = (size: number) => ({ mode: 0o100644, uid: 0, gid: 0, size, atime: 0, mtime: 0 });
    const pathOf = (handle: Buffer) => handles.get(handle.toString("latin1")) ?? "";
    const stat = (id: number, path: string) => {
        const file = files.get(path);
        if (file === undefined && path.endsWith(".ps1")) sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
        else sftp.attrs(id, attributes(file?.length ?? 0));
    };
    sftp.on("error", () => undefined);
    sftp.on("STAT", stat);
    sftp.on("LSTAT", stat);
    sftp.on("OPEN", (id, path, flags) => {
        if ((flags & OPEN_MODE.CREAT) !== 0) files.set(path, Buffer.alloc(0));
        const handle = `h${id}`;
        handles.set(handle, path);
        sftp.handle(id, Buffer.from(handle));
    });
    sftp.on("FSTAT", (id, handle) => sftp.attrs(id, attributes(files.get(pathOf(handle))?.length ?? 0)));
    sftp.on("FSETSTAT", (id) => sftp.status(id, STATUS_CODE.OK));
    sftp.on("READ", (id, handle, offset, length) => {
        const part = files.get(pathOf(handle))?.subarray(offset, offset + length) ?? Buffer.alloc(0);
        if (part.length === 0) sftp.status(id, STATUS_CODE.EOF);
        else sftp.data(id, part);
    });
    sftp.on("WRITE", (id, handle, offset, data) => {
        const path = pathOf(handle);
        files.set(path, Buffer.concat([(files.get(path) ?? Buffer.alloc(0)).subarray(0, offset), data]));
        sftp.status(id, STATUS_CODE.OK);
    });
    sftp.on("CLOSE", (id) => sftp.status(id, STATUS_CODE.OK));
    sftp.on("RENAME", (id, from, to) => {
        const file = files.get(from);
        if (file === undefined || files.has(to)) return sftp.status(id, STATUS_CODE.FAILURE);
        files.delete(from);
        files.set(to, file);
        sftp.status(id, STATUS_CODE.OK);
    });
    sftp.on("REMOVE", (id, path) => sftp.status(id, files.delete(path) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE));
    sftp.on("MKDIR", (id) => sftp.status(id, STATUS_CODE.OK));
}
