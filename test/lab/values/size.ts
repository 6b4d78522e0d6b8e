import { InvalidValue } from "./invalid-value.js";

const TYPE = "Microsoft.Exchange.Data.ByteQuantifiedSize";
const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** Bytes, or no limit at all. */
export type Size = number | "Unlimited";

/** `36MB`, `10 MB`, `262144` (bytes) and the printed form itself. Fractions are refused: the sheet shows none. */
export function parseSize(text: string): number {
    const match = /^\s*(\d+)\s*(B|KB|MB|GB|TB)?\s*(?:\(([\d,]+) bytes\))?\s*$/i.exec(text);
    if (match === null) throw new InvalidValue(text, TYPE, "isn't a size");
    const exact = match[3];
    if (exact !== undefined) return Number(exact.replaceAll(",", ""));
    const unit = UNITS.findIndex((name) => name === (match[2] ?? "B").toUpperCase());
    return Number(match[1]) * 1024 ** unit;
}

export function parseUnlimitedSize(text: string): Size {
    return text.trim().toLowerCase() === "unlimited" ? "Unlimited" : parseSize(text);
}

/** `36 MB (37,748,736 bytes)`: four significant digits of the largest unit that fits. */
export function printSize(size: Size): string {
    if (size === "Unlimited") return size;
    const unit = size < 1 ? 0 : Math.min(Math.floor(Math.log2(size) / 10), UNITS.length - 1);
    const amount = Number((size / 1024 ** unit).toPrecision(4));
    return `${amount} ${UNITS[unit]} (${size.toLocaleString("en-US")} bytes)`;
}

/** The directory stores whole KB, so a size is rounded up to the next one. */
export function wholeKilobytes(size: Size): Size {
    return size === "Unlimited" ? size : Math.ceil(size / 1024) * 1024;
}
