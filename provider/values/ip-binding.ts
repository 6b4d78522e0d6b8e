import { addressOf, addressText, type IpAddress } from "./ip-bits";
import { expected, parsed, type ValueType } from "./value-type";

const WHAT = 'an address with a port from 1 to 65535 such as "0.0.0.0:25" or "[::]:25"';

/** Where a receive connector listens. */
export interface Binding {
    /** In its one spelling, without brackets; `0.0.0.0` and `::` are all addresses of the family. */
    readonly address: string;
    readonly family: 4 | 6;
    /** 1 to 65535. */
    readonly port: number;
}

/** `address:port`; IPv6 in brackets, as `::1:25` would be an address of its own. */
export const ipBinding: ValueType = {
    typescript: "string",
    parse(value) {
        const binding = bindingOf(value);
        if (binding === undefined) return expected(WHAT);
        const { address, family, port } = binding;
        return parsed(family === 4 ? `${address}:${port}` : `[${address}]:${port}`);
    },
    print: (canonical) => canonical,
};

/** The parts of a binding in any spelling; undefined when it is none. */
export function bindingOf(value: unknown): Binding | undefined {
    if (typeof value !== "string") return undefined;
    const [, v6, v4 = "", digits] = /^(?:\[([^\]]*)\]|([^:]*)):(\d{1,5})$/.exec(value.trim()) ?? [];
    const address: IpAddress | undefined = addressOf(v6 ?? v4);
    const port = Number(digits);
    if (address === undefined || (address.family === 6) !== (v6 !== undefined)) return undefined;
    return port >= 1 && port <= 65_535 ? { address: addressText(address), family: address.family, port } : undefined;
}
