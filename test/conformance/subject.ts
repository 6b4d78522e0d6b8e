import type { Kind } from "../../provider/resources/kind";
import type { Lab, LabOptions } from "../lab/index.js";
import type { Program } from "./driver/stack";
import type { Arguments, Samples, Typed } from "./sample";

/** What the suite has to know of one kind: data. */
export interface Subject {
    readonly kind: Kind;
    /** Organisations, by the names that samples use. */
    readonly places: Readonly<Record<string, LabOptions>> & { readonly own: LabOptions };
    /** What the samples need there. */
    prepare(lab: Lab): void;
    /** A program that is accepted. */
    readonly base: Program;
    /** What creating it sends. */
    readonly sent: Arguments;
    /** The same object made by hand. */
    readonly typed: Typed;
    /** What a program must declare to take over an object. */
    readonly least: Program;
    readonly samples: Samples;
    /** A program with more in it than it must have. */
    readonly typical: Program;
    /** What somebody changes about it by hand. */
    readonly drift: {
        readonly typed: Typed;
        /** Declared properties that differ then. */
        readonly fields: readonly string[];
        /** What repairs them. */
        readonly repaired: Arguments;
        /** What is nobody's business. */
        readonly left: readonly string[];
    };
    /** Gives a declared property of every object a value that nobody can read. */
    garble?(lab: Lab): void;
}
