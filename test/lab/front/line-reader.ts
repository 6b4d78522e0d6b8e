import { MAX_LINE_BYTES } from "../../../provider/session/frames.js";

/** Cuts bytes into lines before anything is decoded. A line that is too long is given as null, once. */
export class LineReader {
    private parts: Buffer[] = [];
    private length = 0;

    constructor(private readonly take: (line: Buffer | null) => void) {}

    push(bytes: Buffer): void {
        let from = 0;
        for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
            this.keep(bytes.subarray(from, at));
            this.flush();
            from = at + 1;
        }
        this.keep(bytes.subarray(from));
    }

    private keep(bytes: Buffer): void {
        this.length += bytes.length;
        // Of a line that is too long only the length matters.
        if (this.length <= MAX_LINE_BYTES + 1) this.parts.push(bytes);
    }

    private flush(): void {
        const tooLong = this.length > MAX_LINE_BYTES + 1;
        const line = tooLong ? null : stripReturn(Buffer.concat(this.parts));
        this.parts = [];
        this.length = 0;
        this.take(line === null || line.length > MAX_LINE_BYTES ? null : line);
    }
}

function stripReturn(line: Buffer): Buffer {
    return line.at(-1) === 13 ? line.subarray(0, -1) : line;
}
