import type { WireArgument } from "../../provider/session/frames";
import type { TypedArgument } from "../lab/console.js";
import type { Program } from "./driver/stack";

/** Arguments of a cmdlet as they leave the provider, without Identity, DomainController and the mark in the comment. */
export type Arguments = Readonly<Record<string, WireArgument>>;

/** What somebody types at the server's shell. */
export type Typed = Readonly<Record<string, TypedArgument>>;

/** One value of a property. */
export interface Form {
    /** As the program writes it. */
    readonly program: unknown;
    /** The argument by which it is brought about; undefined where the property needs none in this place. */
    readonly sent?: WireArgument;
    /** As the server shows it. */
    readonly shown: unknown;
    /** Other spellings of a program with the same meaning. */
    readonly spelled?: readonly unknown[];
    /** Spellings in which somebody may type it at the server's shell. */
    readonly typed?: readonly TypedArgument[];
}

/** A property that is changed alone: from one value to another. Written from the reference sheets, not from our code. */
export interface Sample {
    /** What is special about it, where a property has several. */
    readonly title?: string;
    readonly from: Form;
    readonly to: Form;
    /** Declared beside it all the time, because it would not be valid otherwise, and what creating sends of it. */
    readonly beside?: { readonly program: Program; readonly sent: Readonly<Record<string, WireArgument | undefined>> };
    /** The object is made by hand, with these properties, and taken over: they are not declared. */
    readonly made?: Typed;
    /** What must go along with the change, because the rest would not be valid otherwise. */
    readonly along?: Arguments;
    /** What somebody has to type along with it. */
    readonly typedAlong?: Typed;
    /** Where it exists; the subject's own place otherwise. */
    readonly place?: string;
    /**
     * `set`: New- does not take it, so Set- follows. `replace`: a change makes another object. `forgotten`: Exchange
     * keeps none of it, so a change writes nothing. `hidden`: it is kept and never shown. `identity`: by it the object
     * is found. `released`: what the change takes away is nobody's any more, so nobody sees to it.
     */
    readonly special?: "identity" | "released" | "set" | "replace" | "forgotten" | "hidden";
}

/** By property; every one of the kind's. */
export type Samples = Readonly<Record<string, Sample | readonly Sample[]>>;
