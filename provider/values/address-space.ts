import { dnsName } from "./domain";
import { expected, parsed, type ValueType } from "./value-type";

const WHAT =
    'an address space such as "contoso.com", "*.contoso.com", "*", "SMTP:contoso.com;10" or "X400:c=US;p=X;10" (cost 1 to 100)';

/** Space and cost of the text behind the type; a space that the type does not allow is undefined. */
type Split = readonly [space: string | undefined, cost: string];

/**
 * `type:space;cost`: SMTP and 1 when omitted; a space with semicolons of a type other than SMTP and X400 needs its
 * cost. The type, an SMTP space and the attributes of an X400 space are compared regardless of case.
 */
export const addressSpace: ValueType = {
    typescript: "string",
    parse(value) {
        const match = typeof value === "string" ? /^(?:\s*([A-Za-z0-9][\w-]*)\s*:)?(\P{Cc}*)$/u.exec(value) : null;
        const type = (match?.[1] ?? "SMTP").toUpperCase();
        const [space, digits] = (SPLITS.get(type) ?? foreign)((match?.[2] ?? "").split(";"));
        const cost = /^\s*\d{1,3}\s*$/.test(digits) ? Number(digits) : 0;
        return !space || cost < 1 || cost > 100 ? expected(WHAT) : parsed(`${type}:${space};${cost}`);
    },
    print: (canonical) => canonical,
    asTyped: true,
};

const SPLITS: ReadonlyMap<string, (parts: readonly string[]) => Split> = new Map([
    ["SMTP", smtp],
    ["X400", x400],
]);

function smtp([space = "", cost = "1", ...more]: readonly string[]): Split {
    const name = space.trim();
    // "--" is EdgeSync's own inbound connector.
    if (more.length > 0 || name === "*" || name === "--") return [more.length > 0 ? undefined : name, cost];
    const wildcard = name.startsWith("*.") ? "*." : "";
    const domain = dnsName(name.slice(wildcard.length));
    return [domain === undefined ? undefined : wildcard + domain, cost];
}

/** `c=US;a= ;p=Contoso`, with or without a semicolon at the end. */
function x400(parts: readonly string[]): Split {
    const costed = parts.length > 1 && /^\s*\d+\s*$/.test(parts.at(-1) ?? "");
    const cost = costed ? (parts.at(-1) ?? "") : "1";
    const spaces = costed ? parts.slice(0, -1) : parts;
    const filled = spaces.length > 1 && spaces.at(-1)?.trim() === "" ? spaces.slice(0, -1) : spaces;
    if (filled.length === 1 && filled[0]?.trim() === "*") return ["*", cost];
    const attributes = filled.map((part) => {
        const [, key, value = ""] = /^\s*([a-z][\w.-]*)\s*=(.*)$/i.exec(part) ?? [];
        // A blank is a value of its own: `a= ` names no administration domain.
        return key && value !== "" ? `${key.toLowerCase()}=${value.trim() || " "}` : undefined;
    });
    return [attributes.includes(undefined) ? undefined : attributes.join(";"), cost];
}

function foreign(parts: readonly string[]): Split {
    if (parts.length === 1) return [parts[0]?.trim(), "1"];
    return [parts.slice(0, -1).join(";").trim(), parts.at(-1) ?? ""];
}
