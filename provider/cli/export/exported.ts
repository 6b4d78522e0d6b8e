import type { KindName } from "../../../sdk/state-form";
import type { Wire } from "../../pulumi/engine/wire";

/** An object of the organisation as a resource: in the program, and in the file that `pulumi import` takes. */
export interface Exported {
    readonly kind: KindName;
    /** What people call it. */
    readonly title: string;
    /** What the resource's name is made of. */
    readonly called: string;
    readonly id: string;
    /** Arguments without the connection. */
    readonly program: Wire;
    /** As they stand in a stack's state. */
    readonly inputs: Wire;
    readonly outputs: Wire;
    /** What the program's reader should know: comments above the resource. */
    readonly remarks: readonly string[];
}

/** An object that cannot be a resource. */
export interface LeftOut {
    readonly title: string;
    readonly why: string;
}

/** What came of the objects that were asked for. */
export interface Harvest {
    readonly exported: readonly Exported[];
    readonly leftOut: readonly LeftOut[];
    /** How many connectors were passed over because Exchange made them. */
    readonly passedOver: number;
}
