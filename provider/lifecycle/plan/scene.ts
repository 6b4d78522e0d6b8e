import type { Around } from "../../resources/case";
import type { Live } from "../observe/live";
import { nobody, type Others } from "../observe/others";

/** What surrounds the plan for one object. */
export interface Scene {
    readonly others: Others;
    /** What rules may ask; `live` is the object itself, which is nobody's neighbour. Undefined: nothing is known. */
    around(live: Live | undefined): Around | undefined;
}

/** For a plan that looks at nothing but its object. */
export const alone: Scene = { others: nobody, around: () => undefined };
