import type { Lab, LabOptions } from "../lab/index.js";

/** One object that is there after `up`, with the properties that the recipe is about. */
export interface Expected {
    readonly cmdlet: string;
    readonly identity: string;
    readonly shows: Readonly<Record<string, unknown>>;
}

/** How one example is run, and what comes of it. */
export interface Recipe {
    readonly title: string;
    /** Its folder below `examples`. */
    readonly example: string;
    readonly lab: LabOptions;
    /** What stands in `Pulumi.<stack>.yaml`, beside the connection. */
    config(lab: Lab): Readonly<Record<string, unknown>>;
    /** What a person does at the console before the first preview. */
    before?(lab: Lab): void;
    /**
     * Lines of the preview, and the rules that it warns of, and no others. Left out for a variant, which is spared the
     * preview and the second up.
     */
    readonly preview?: { readonly shows: readonly RegExp[]; readonly warns: readonly string[] };
    after(lab: Lab): readonly Expected[];
    /** Write calls of `up` and of `destroy`, in any order. */
    readonly writes: { readonly up: readonly string[]; readonly destroy: readonly string[] };
}
