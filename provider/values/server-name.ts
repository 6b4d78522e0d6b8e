import { dnsName } from "./domain";
import { expected, parsed, type ValueType } from "./value-type";

/** An Exchange server: its short name or FQDN. Servers answer with the short name, so that is what is compared. */
export const serverName: ValueType = {
    typescript: "string",
    parse(value) {
        const name = typeof value === "string" ? dnsName(value) : undefined;
        return name === undefined
            ? expected("a server's name or FQDN such as EX01")
            : parsed(name.replace(/\..*$/, "").toUpperCase());
    },
    print: (canonical) => canonical,
};
