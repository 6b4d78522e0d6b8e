import { dnsName } from "./domain";
import { expected, parsed, type ValueType } from "./value-type";

const WHAT = 'an address space such as "contoso.com", "*.contoso.com", "*" or "SMTP:contoso.com;10" (cost 1 to 100)';

/** `type:space;cost`: SMTP and 1 when omitted. Type and SMTP space are compared regardless of case. */
export const addressSpace: ValueType = {
    typescript: "string",
    parse(value) {
        const match = typeof value === "string" ? /^(?:([a-z0-9]+):)?(.+?)(?:;(\d{1,3}))?$/i.exec(value.trim()) : null;
        if (match?.[2] === undefined) return expected(WHAT);
        const type = (match[1] ?? "SMTP").toUpperCase();
        const cost = match[3] === undefined ? 1 : Number(match[3]);
        const space = type === "SMTP" ? smtpSpace(match[2]) : match[2].trim();
        return space === undefined || cost < 1 || cost > 100 ? expected(WHAT) : parsed(`${type}:${space};${cost}`);
    },
    print: (canonical) => canonical,
};

function smtpSpace(space: string): string | undefined {
    // "--" is EdgeSync's own inbound connector.
    if (space === "*" || space === "--") return space;
    const wildcard = space.startsWith("*.") ? "*." : "";
    const name = dnsName(space.slice(wildcard.length));
    return name === undefined ? undefined : wildcard + name;
}
