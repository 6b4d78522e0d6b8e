/** The last `limit` bytes of a stream that nobody reads until something goes wrong. */
export class Tail {
    #kept: Buffer = Buffer.alloc(0);

    constructor(private readonly limit: number) {}

    add(chunk: Buffer): void {
        const joined = Buffer.concat([this.#kept, chunk]);
        this.#kept = Buffer.from(joined.subarray(Math.max(0, joined.length - this.limit)));
    }

    text(): string {
        return this.#kept.toString("utf8").trim();
    }
}
