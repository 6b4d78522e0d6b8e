import type { Product } from "./product.js";
import type { Server } from "./server.js";

type OfRelease = Pick<Server, "product" | "version" | "windowsBuild">;

const release = (product: Product, version: string, windowsBuild: string): OfRelease => ({
    product,
    version: `Version ${version}`,
    windowsBuild,
});

/** Releases that a server of the lab may have, each on a Windows of its time. */
export const RELEASES = {
    "2007 SP3": release("2007", "8.3 (Build 83.6)", "7601"),
    "2010 RTM": release("2010", "14.0 (Build 639.21)", "7600"),
    "2010 SP3": release("2010", "14.3 (Build 123.4)", "7601"),
    "2013 CU23": release("2013", "15.0 (Build 1497.2)", "9600"),
    "2016 CU23": release("2016", "15.1 (Build 2507.6)", "14393"),
    "2019 CU13": release("2019", "15.2 (Build 1258.12)", "17763"),
    "2019 CU14": release("2019", "15.2 (Build 1544.4)", "17763"),
    "2019 CU15": release("2019", "15.2 (Build 1748.10)", "20348"),
    SE: release("SE", "15.2 (Build 2562.17)", "26100"),
} as const;

export type Release = keyof typeof RELEASES;
