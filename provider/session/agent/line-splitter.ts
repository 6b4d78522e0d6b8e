const LF = 0x0a;
const CR = 0x0d;

/** Thrown for a line that does not end. */
export class LineTooLong extends Error {}

/**
 * Cuts a byte stream into lines. It splits bytes and decodes whole lines only: a chunk of the network may end inside a
 * character, a line never does.
 */
export class LineSplitter {
    #parts: Buffer[] = [];
    #length = 0;

    constructor(private readonly limit: number) {}

    /** The lines that `chunk` completes, without their LF or CRLF. */
    push(chunk: Buffer): string[] {
        const lines: string[] = [];
        let from = 0;
        for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
            this.#keep(chunk.subarray(from, at));
            lines.push(this.#take());
            from = at + 1;
        }
        this.#keep(chunk.subarray(from));
        return lines;
    }

    #keep(part: Buffer): void {
        this.#length += part.length;
        if (this.#length > this.limit) {
            throw new LineTooLong(`a line of more than ${this.limit} bytes`);
        }
        if (part.length > 0) {
            this.#parts.push(part);
        }
    }

    #take(): string {
        const line = Buffer.concat(this.#parts, this.#length);
        this.#parts = [];
        this.#length = 0;
        return line.toString("utf8", 0, line.at(-1) === CR ? line.length - 1 : line.length);
    }
}
