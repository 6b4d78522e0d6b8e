import { isWithin } from "./product.js";
import type { Server } from "./server.js";

/** The front-end transport service came with 2013, and is not on Edge servers (sheet 9). */
export function hasFrontEnd({ product, isEdge }: Server): boolean {
    return !isEdge && isWithin(product, "2013", "SE");
}
