/** Raw data of the registry's kinds, to and fro. Numbers are little-endian, texts UTF-16 with a closing NUL. */

export function fromDword(value: number): Buffer {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(value >>> 0);
    return data;
}

/** undefined: not the four bytes that there ought to be. */
export function toDword(data: Buffer): number | undefined {
    return data.length === 4 ? data.readUInt32LE() : undefined;
}

export function fromQword(value: bigint): Buffer {
    const data = Buffer.alloc(8);
    data.writeBigInt64LE(BigInt.asIntN(64, value));
    return data;
}

export function toQword(data: Buffer): bigint | undefined {
    return data.length === 8 ? data.readBigInt64LE() : undefined;
}

export function fromText(text: string): Buffer {
    return Buffer.from(`${text}\0`, "utf16le");
}

/** Without one closing NUL; it may be missing. */
export function toText(data: Buffer): string {
    return data.toString("utf16le").replace(/\0$/, "");
}

export function fromTexts(texts: readonly string[]): Buffer {
    return Buffer.from(`${texts.map((text) => `${text}\0`).join("")}\0`, "utf16le");
}

/** Empty texts in between are kept; the list's own closing NUL is none. */
export function toTexts(data: Buffer): string[] {
    const whole = data.toString("utf16le");
    if (whole === "") return [];
    const texts = (whole.endsWith("\0") ? whole : `${whole}\0`).split("\0").slice(0, -1);
    return texts.at(-1) === "" ? texts.slice(0, -1) : texts;
}
