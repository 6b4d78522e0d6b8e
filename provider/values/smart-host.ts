import { isIP } from "node:net";
import { dnsName } from "./domain";
import { expected, parsed, type ValueType } from "./value-type";

/** A host name or an address; servers may show an address in brackets. */
export const smartHost: ValueType = {
    typescript: "string",
    parse(value) {
        if (typeof value !== "string") return expected("a host name or an IP address");
        const bare = value.trim().replace(/^\[(.*)\]$/, "$1");
        // "--" stands for all Mailbox servers of the site on EdgeSync's own connector.
        if (bare === "--" || isIP(bare) !== 0) return parsed(bare.toLowerCase());
        const name = /^[\d.]+$/.test(bare) ? undefined : dnsName(bare);
        return name === undefined ? expected("a host name or an IP address") : parsed(name);
    },
    print: (canonical) => canonical,
};
