import type { SFTPWrapper } from "ssh2";
import { codeOf } from "../../errors";

/** The few file operations that delivery needs. */
export interface RemoteFiles {
    /** Undefined: there is no such file or directory. */
    size(path: string): Promise<number | undefined>;
    read(path: string): Promise<Buffer>;
    /** Fails when the file exists. */
    write(path: string, bytes: Buffer): Promise<void>;
    rename(from: string, to: string): Promise<void>;
    remove(path: string): Promise<void>;
    makeDirectory(path: string): Promise<void>;
}

// SFTP status codes are numbers; their texts vary.
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

export function isDenied(cause: unknown): boolean {
    return codeOf(cause) === PERMISSION_DENIED;
}

type Done = (error?: Error | null) => void;
type Got<T> = (error: Error | undefined, value: T) => void;

/** `lost` ends every operation whose answer can no longer come. */
export function remoteFiles(sftp: SFTPWrapper, lost: Promise<never>): RemoteFiles {
    const done = (run: (callback: Done) => void) =>
        race<void>((resolve, reject) => run((error) => (error ? reject(error) : resolve())), lost);
    const got = <T>(run: (callback: Got<T>) => void) =>
        race<T>((resolve, reject) => run((error, value) => (error ? reject(error) : resolve(value))), lost);
    return {
        size: async (path) => {
            try {
                return (await got<{ size: number }>((callback) => sftp.stat(path, callback))).size;
            } catch (cause) {
                if (codeOf(cause) === NO_SUCH_FILE) {
                    return undefined;
                }
                throw cause;
            }
        },
        read: (path) => got<Buffer>((callback) => sftp.readFile(path, callback)),
        write: (path, bytes) => done((callback) => sftp.writeFile(path, bytes, { flag: "wx" }, callback)),
        rename: (from, to) => done((callback) => sftp.rename(from, to, callback)),
        remove: (path) => done((callback) => sftp.unlink(path, callback)),
        makeDirectory: (path) => done((callback) => sftp.mkdir(path, callback)),
    };
}

function race<T>(
    start: (resolve: (value: T) => void, reject: (cause: unknown) => void) => void,
    lost: Promise<never>,
): Promise<T> {
    return new Promise<T>((resolve, reject) => {
        lost.catch(reject);
        start(resolve, reject);
    });
}
