import { isWithin } from "./product.js";
import type { Server } from "./server.js";

/** Sheet 1.1: 2007 and Edge servers have a local shell only. */
export function hasRemoting({ product, isEdge }: Server): boolean {
    return !isEdge && isWithin(product, "2010", "SE");
}

/** Names under which the shell's snap-in can be loaded. */
export function snapInsOf({ product }: Server): readonly string[] {
    const name = (end: string) => `Microsoft.Exchange.Management.PowerShell.${end}`;
    if (product === "2007") return [name("Admin")];
    return product === "2010" ? [name("E2010")] : [name("E2010"), name("SnapIn")];
}

/** The front-end transport service came with 2013, and is not on Edge servers (sheet 9). */
export function hasFrontEnd({ product, isEdge }: Server): boolean {
    return !isEdge && isWithin(product, "2013", "SE");
}
