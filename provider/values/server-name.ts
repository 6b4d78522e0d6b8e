import { namesBelow } from "./distinguished-name";
import { dnsName } from "./domain";
import { isGuid } from "./guid";
import { expected, parsed, type ValueType } from "./value-type";

/**
 * An Exchange server: its short name, FQDN, distinguished name or legacy distinguished name. Servers answer with the
 * short name, so that is what is compared; a GUID cannot be and is refused.
 */
export const serverName: ValueType = {
    typescript: "string",
    parse(value) {
        const name = typeof value === "string" ? shortServerName(value) : undefined;
        return name === undefined ? expected("a server's name or FQDN such as EX01") : parsed(name);
    },
    print: (canonical) => canonical,
};

/** The short name in upper case; undefined when `text` names no server. */
export function shortServerName(text: string): string | undefined {
    const legacy = /^\/o=.*\/cn=Servers\/cn=([^/]+)$/i.exec(text.trim())?.[1];
    const distinguished = namesBelow(text, ["", "Servers"])?.[0];
    const [short = ""] = dnsName(legacy ?? distinguished ?? text)?.split(".") ?? [];
    return dnsName(short) === undefined || isGuid(short) ? undefined : short.toUpperCase();
}
