import type { Product } from "./product.js";

/** One Exchange server of the organisation. */
export interface Server {
    /** Short name. */
    readonly name: string;
    readonly fqdn: string;
    readonly guid: string;
    readonly product: Product;
    /** `AdminDisplayVersion`. */
    readonly version: string;
    readonly isEdge: boolean;
    /** Name of its Active Directory site. */
    readonly site: string;
    readonly installed: Date;
    /** Build of the operating system, e.g. `20348`: Windows Server 2022. */
    readonly windowsBuild: string;
    /** Exchange was an older cumulative update before. */
    readonly upgraded?: boolean;
}
