import type { Product } from "../model/product.js";
import type { Argument, Credential } from "./argument.js";

/** An argument once bound. `ListEdit` only where the parameter takes `@{Add;Remove}`. */
export type Value = null | boolean | number | string | readonly string[] | Credential;

/** `@{Add;Remove}` with both sides in the texts that the list holds. */
export class ListEdit {
    constructor(
        readonly add: readonly string[],
        readonly remove: readonly string[],
    ) {}
}

export type BoundValue = Value | ListEdit;

/** The .NET type of a parameter: what it makes of an argument. */
export interface ParameterType {
    /** Throws InvalidValue where the argument cannot be converted. */
    read(argument: Exclude<Argument, null>): Value;
    /** What `$null` binds as; without it `$null` is refused. */
    readonly fromNull?: Value;
    /** Reads one element, where the parameter takes a list. */
    readonly element?: (text: string) => string;
}

export interface Parameter {
    readonly type: ParameterType;
    readonly mandatory?: true;
    /** Not mandatory beside this one: it belongs to another parameter set. */
    readonly mandatoryUnless?: string;
    /** Takes neither `$null` nor an empty list although it may be left out (E-12). */
    readonly notEmpty?: true;
    readonly since?: Product;
    readonly until?: Product;
    /** The cmdlet's page documents `@{Add;Remove}`. */
    readonly edits?: true;
    /** What is wrong with a value that the type accepts, e.g. out of range. */
    readonly fault?: (value: Value) => string | undefined;
}

export type ParameterTable = Readonly<Record<string, Parameter>>;

/** Bound arguments by the parameter's own spelling. */
export type Bound = ReadonlyMap<string, BoundValue>;
