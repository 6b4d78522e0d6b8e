/** Stands where a text may not say something. */
export const MASK = "********";

/** A value in which every text is masked, keys as they are. */
export function maskedIn(value: unknown, mask: (text: string) => string): unknown {
    if (typeof value === "string") return mask(value);
    if (Array.isArray(value)) return value.map((entry) => maskedIn(entry, mask));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskedIn(inner, mask)]));
}
