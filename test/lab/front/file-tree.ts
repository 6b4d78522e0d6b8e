/** What an SFTP operation is answered with when it fails. */
export class FileProblem extends Error {
    constructor(readonly status: "NO_SUCH_FILE" | "PERMISSION_DENIED" | "FAILURE") {
        super(status);
    }
}

export interface FileNode {
    /** As first written; names are found without regard to case. */
    readonly path: string;
    readonly content: Buffer | null;
    readonly mode: number;
    /** Seconds. */
    readonly modified: number;
}

/** A Windows disk in memory: `/C:/a`, `C:/a` and `C:\a` are one file. A folder has no content. */
export class FileTree {
    private readonly nodes = new Map<string, FileNode>();

    constructor(
        private readonly home: string,
        private readonly now: () => Date,
    ) {
        for (const folder of ["/", "C:/", "C:/ProgramData", "C:/Windows", "C:/Windows/Temp", "C:/Users", home]) {
            this.put(folder, null);
        }
    }

    /** `/C:/a`: absolute, forward slashes, no dots. */
    resolve(path: string): string {
        const slashed = path.replaceAll("\\", "/").replace(/^\/(?=[A-Za-z]:)/, "");
        const absolute = /^([A-Za-z]:|\/)/.test(slashed) ? slashed : `${this.home}/${slashed}`;
        const parts: string[] = [];
        for (const part of absolute.split("/")) {
            if (part === "..") parts.pop();
            else if (part !== "" && part !== ".") parts.push(part);
        }
        return `/${parts.join("/")}${parts.length === 1 && parts[0]?.endsWith(":") ? "/" : ""}`;
    }

    find(path: string): FileNode | undefined {
        return this.nodes.get(this.key(path));
    }

    get(path: string): FileNode {
        const node = this.find(path);
        if (node === undefined) throw new FileProblem("NO_SUCH_FILE");
        return node;
    }

    /** Writes a file (or makes a folder: null) below a folder that exists. */
    put(path: string, content: Buffer | null, mode?: number): void {
        const before = this.find(path);
        const folder = this.resolve(`${this.resolve(path)}/..`);
        if (this.nodes.size > 0 && folder !== "/" && this.get(folder).content !== null)
            throw new FileProblem("FAILURE");
        const kept = mode ?? before?.mode ?? (content === null ? 0o777 : 0o666);
        const modified = Math.floor(this.now().getTime() / 1000);
        this.nodes.set(this.key(path), { path: before?.path ?? this.resolve(path), content, mode: kept, modified });
    }

    makeFolder(path: string): void {
        if (this.find(path) !== undefined) throw new FileProblem("FAILURE");
        this.put(path, null);
    }

    removeFile(path: string): void {
        if (this.get(path).content === null) throw new FileProblem("FAILURE");
        this.nodes.delete(this.key(path));
    }

    removeFolder(path: string): void {
        if (this.get(path).content !== null || this.list(path).length > 0) throw new FileProblem("FAILURE");
        this.nodes.delete(this.key(path));
    }

    /** The plain rename never replaces. */
    rename(from: string, to: string, replace: boolean): void {
        const node = this.get(from);
        if (!replace && this.find(to) !== undefined) throw new FileProblem("FAILURE");
        if (node.content === null && this.list(from).length > 0) throw new FileProblem("FAILURE");
        // Written first: where that fails, the old one stays.
        this.put(to, node.content, node.mode);
        if (this.key(from) !== this.key(to)) this.nodes.delete(this.key(from));
    }

    /** What lies directly in a folder. */
    list(path: string): FileNode[] {
        if (this.get(path).content !== null) throw new FileProblem("FAILURE");
        const folder = this.key(path);
        return [...this.nodes.entries()]
            .filter(([key]) => key !== folder && this.key(`${key}/..`) === folder)
            .map(([, node]) => node);
    }

    private key(path: string): string {
        return this.resolve(path).toLowerCase();
    }
}
