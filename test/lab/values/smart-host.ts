import { isIP } from "node:net";
import { isDomain } from "./domain.js";
import { InvalidValue } from "./invalid-value.js";

/** A host name, or an address that reads back in brackets; `--` is what EdgeSync writes on its inbound connector. */
export function parseSmartHost(text: string): string {
    const address = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
    if (isIP(address) !== 0) return `[${address}]`;
    if (text === "--" || isDomain(text)) return text;
    throw new InvalidValue(text, "Microsoft.Exchange.Data.SmartHost", "isn't a valid smart host");
}
