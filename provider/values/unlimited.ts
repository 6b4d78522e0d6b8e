/** The one spelling of no limit in the `Unlimited<…>` types. Exchange reads it in any case. */
export const UNLIMITED = "unlimited";

export function isUnlimited(value: unknown): boolean {
    return typeof value === "string" && value.trim().toLowerCase() === UNLIMITED;
}
