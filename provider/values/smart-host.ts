import { dnsName } from "./domain";
import { addressOf, addressText } from "./ip-bits";
import { expected, parsed, type ValueType } from "./value-type";

/** A host name or an address; servers may show an address in brackets. */
export const smartHost: ValueType = {
    typescript: "string",
    parse(value) {
        const host = typeof value === "string" ? hostOf(value.trim()) : undefined;
        return host === undefined ? expected("a host name or an IP address, without a port") : parsed(host);
    },
    print: (canonical) => canonical,
    asTyped: true,
};

function hostOf(text: string): string | undefined {
    // "--" stands for all Mailbox servers of the site on EdgeSync's own connector.
    if (text === "--") return text;
    const address = addressOf(text.replace(/^\[(.*)\]$/, "$1"));
    return address === undefined ? dnsName(text) : addressText(address);
}
