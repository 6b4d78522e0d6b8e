/** Generations of Exchange Server, oldest first. */
const PRODUCTS = ["2007", "2010", "2013", "2016", "2019", "SE"] as const;

export type Product = (typeof PRODUCTS)[number];

/** From which to which generation there is something; both ends belong to it, and may be open. */
export interface Versions {
    readonly since?: Product;
    readonly until?: Product;
}

export function isWithin(product: Product, since: Product, until: Product): boolean {
    const at = PRODUCTS.indexOf(product);
    return PRODUCTS.indexOf(since) <= at && at <= PRODUCTS.indexOf(until);
}

/** `@{Add;Remove}` came with 2010 SP1: `Version 14.1`. */
export function hasListEdits({ version }: { readonly version: string }): boolean {
    const [, major = "0", minor = "0"] = /^Version (\d+)\.(\d+)/.exec(version) ?? [];
    return Number(major) > 14 || (Number(major) === 14 && Number(minor) > 0);
}
