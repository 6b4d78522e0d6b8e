import { addressOf, addressText } from "./ip-bits";
import { expected, parsed, type ValueType } from "./value-type";

/** One IP address, without brackets; `0.0.0.0` is any. */
export const ipAddress: ValueType = {
    typescript: "string",
    parse(value) {
        const address = typeof value === "string" ? addressOf(value.trim()) : undefined;
        return address === undefined
            ? expected("an IP address such as 192.0.2.1 or 2001:db8::1")
            : parsed(addressText(address));
    },
    print: (canonical) => canonical,
};
