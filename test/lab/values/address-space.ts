import { isDomain } from "./domain.js";
import { InvalidValue } from "./invalid-value.js";

/** One `type:space;cost`; the case of every part is kept as typed. */
export interface AddressSpace {
    readonly type: string;
    readonly space: string;
    readonly cost: number;
}

const TYPE = "Microsoft.Exchange.Data.AddressSpace";

export function parseAddressSpace(text: string): AddressSpace {
    const colon = text.indexOf(":");
    const type = colon < 0 ? "SMTP" : text.slice(0, colon);
    const { space, cost } = splitCost(text, text.slice(colon + 1), type);
    if (type.trim() === "" || space === "") throw new InvalidValue(text, TYPE, "isn't a valid address space");
    if (cost < 1 || cost > 100) throw new InvalidValue(text, TYPE, "the cost must be from 1 through 100");
    if (isSmtp({ type }) && !isSmtpSpace(space)) throw new InvalidValue(text, TYPE, "isn't a valid SMTP address space");
    return { type, space, cost };
}

/** The last `;` parts the cost off, which is why a foreign space that holds a semicolon must name its cost. */
function splitCost(text: string, rest: string, type: string): { space: string; cost: number } {
    const semicolon = rest.lastIndexOf(";");
    if (semicolon < 0) return { space: rest, cost: 1 };
    const cost = rest.slice(semicolon + 1);
    if (/^\d{1,3}$/.test(cost)) return { space: rest.slice(0, semicolon), cost: Number(cost) };
    // X400 parts its own fields with semicolons and may end in one.
    if (type.toUpperCase() === "X400") return { space: rest, cost: 1 };
    throw new InvalidValue(text, TYPE, "the cost isn't a number");
}

function isSmtpSpace(space: string): boolean {
    return space === "*" || space === "--" || isDomain(space.startsWith("*.") ? space.slice(2) : space);
}

export function isSmtp(address: Pick<AddressSpace, "type">): boolean {
    return address.type.toUpperCase() === "SMTP";
}

export function printAddressSpace(address: AddressSpace): string {
    return `${address.type}:${address.space};${address.cost}`;
}
