import { isIPv4, isIPv6 } from "node:net";
import { InvalidValue } from "./invalid-value.js";
import { printIp } from "./ip-number.js";

/** `0.0.0.0:25` or `[::]:25`, the address as .NET prints it. */
export function parseIpBinding(text: string): string {
    const v4 = /^([\d.]+):(\d{1,5})$/.exec(text);
    const v6 = /^\[([^\]]+)\]:(\d{1,5})$/.exec(text);
    const [, address = "", port = ""] = v4 ?? v6 ?? [];
    const fits = v4 === null ? isIPv6(address) : isIPv4(address);
    if (fits && Number(port) <= 65_535) {
        const printed = printIp(address);
        return `${v4 === null ? `[${printed}]` : printed}:${Number(port)}`;
    }
    throw new InvalidValue(text, "Microsoft.Exchange.Data.IPBinding", "isn't a valid IP binding");
}

export function portOf(binding: string): number {
    return Number(binding.slice(binding.lastIndexOf(":") + 1));
}
