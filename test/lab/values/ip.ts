import { BlockList, isIP, isIPv4 } from "node:net";
import { InvalidValue } from "./invalid-value.js";

export function parseIpAddress(text: string): string {
    if (isIP(text) !== 0) return text;
    throw new InvalidValue(text, "System.Net.IPAddress", "An invalid IP address was specified.");
}

/** Single address, `low-high` or CIDR; the expression is kept as typed. */
export function parseIpRange(text: string): string {
    if (isIP(text) !== 0 || isSpan(text) || isBlock(text)) return text;
    throw new InvalidValue(text, "Microsoft.Exchange.Data.IPRange", "isn't a valid IP range");
}

function isSpan(text: string): boolean {
    const [low = "", high = "", ...more] = text.split("-");
    if (more.length > 0 || isIP(low) === 0 || isIP(low) !== isIP(high)) return false;
    try {
        new BlockList().addRange(low, high, isIPv4(low) ? "ipv4" : "ipv6");
        return true;
    } catch {
        return false;
    }
}

function isBlock(text: string): boolean {
    const match = /^(.+)\/(\d{1,3})$/.exec(text);
    if (match === null) return false;
    const family = isIP(match[1] ?? "");
    return family !== 0 && Number(match[2]) <= (family === 4 ? 32 : 128);
}
