import { type FieldValues, isList } from "../values";

/** One address space taken apart. */
export interface Space {
    readonly type: string;
    /** `contoso.com`, `*.contoso.com`, `*`; of another type than SMTP, its own text. */
    readonly pattern: string;
    readonly cost: number;
}

/** Something that mail is addressed to. */
export interface Target {
    readonly type: string;
    readonly address: string;
    /** What people call it. */
    readonly label: string;
}

/** Stands for any label that no address space names. */
const ANY = "\u0000";

export function spacesOf({ addressSpaces }: FieldValues): readonly Space[] {
    const texts = isList(addressSpaces) ? addressSpaces.map(String) : [];
    return texts.flatMap((text) => {
        const [, type, pattern, cost] = /^([^:]+):(.*);(\d+)$/s.exec(text) ?? [];
        return type === undefined || pattern === undefined ? [] : [{ type, pattern, cost: Number(cost) }];
    });
}

export function domainTarget(domain: string): Target {
    return { type: "SMTP", address: domain, label: domain };
}

/** What a space stands for: a wildcard for the domain and for any sub-domain of it. */
export function targetsOf({ type, pattern }: Space): readonly Target[] {
    // EdgeSync's own space for mail that comes in.
    if (pattern === "--") return [];
    if (pattern === "*") return [{ type, address: ANY, label: "all other domains" }];
    if (type !== "SMTP" || !pattern.startsWith("*.")) return [{ type, address: pattern, label: pattern }];
    const domain = pattern.slice(2);
    return [domainTarget(domain), { type, address: `${ANY}.${domain}`, label: `sub-domains of ${domain}` }];
}

/** How closely a space fits, 0 for not at all: the domain itself, then the longest wildcard, then `*`. */
export function fitOf({ type, pattern }: Space, target: Target): number {
    const { address } = target;
    if (type !== target.type || pattern === "--") return 0;
    if (pattern === "*") return 1;
    if (pattern === address) return 1000;
    const below = pattern.startsWith("*.") && `.${address}`.endsWith(pattern.slice(1));
    return type === "SMTP" && below ? 1 + pattern.split(".").length : 0;
}
