/** Generations of Exchange Server, oldest first. */
const PRODUCTS = ["2007", "2010", "2013", "2016", "2019", "SE"] as const;

export type Product = (typeof PRODUCTS)[number];

export function isWithin(product: Product, since: Product, until: Product): boolean {
    const at = PRODUCTS.indexOf(product);
    return PRODUCTS.indexOf(since) <= at && at <= PRODUCTS.indexOf(until);
}
