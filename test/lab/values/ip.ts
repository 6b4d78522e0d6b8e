import { isIP } from "node:net";
import { InvalidValue } from "./invalid-value.js";

export function parseIpAddress(text: string): string {
    if (isIP(text) !== 0) return text;
    throw new InvalidValue(text, "System.Net.IPAddress", "An invalid IP address was specified.");
}
