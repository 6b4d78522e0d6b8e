import { InvalidValue } from "../values/invalid-value.js";
import { type Names, parseNames } from "../values/names.js";
import { type Argument, Credential, isList, textOf } from "./argument.js";
import type { ParameterType } from "./parameter.js";

type Given = Exclude<Argument, null>;

function scalar(argument: Given, type: string): Exclude<Given, readonly (string | null)[]> {
    if (isList(argument)) throw new InvalidValue("System.String[]", type, "a list can't become a single value");
    return argument;
}

/** Only Booleans and numbers, not text. */
export const boolean: ParameterType = {
    read(argument) {
        if (typeof argument === "boolean") return argument;
        if (typeof argument === "number") return argument !== 0;
        const text = isList(argument) ? "System.String[]" : textOf(argument);
        throw new InvalidValue(text, "System.Boolean", "Boolean parameters accept only Boolean values and numbers");
    },
};

/** `$null` binds as 0. */
export const int32: ParameterType = {
    fromNull: 0,
    read(argument) {
        const given = scalar(argument, "System.Int32");
        const text = typeof given === "boolean" ? String(Number(given)) : textOf(given).trim();
        const number = /^[+-]?\d+(\.\d+)?$/.test(text) ? roundHalfEven(Number(text)) : Number.NaN;
        if (Math.abs(number) <= 2 ** 31 - 1) return number;
        throw new InvalidValue(text, "System.Int32", "Input string was not in a correct format.");
    },
};

function roundHalfEven(number: number): number {
    const floor = Math.floor(number);
    return number - floor === 0.5 ? floor + (Math.abs(floor) % 2) : Math.round(number);
}

/** Anything becomes text, even a hashtable (!); `$null` becomes the empty text. */
export const string: ParameterType = {
    fromNull: "",
    read: (argument) => textOf(scalar(argument, "System.String")),
};

/** A class that is made from text by `parse`, which throws InvalidValue. */
export function parsed(parse: (text: string) => string, fromNull?: null): ParameterType {
    const read = (argument: Given) => parse(textOf(scalar(argument, "an object")));
    return fromNull === undefined ? { read } : { read, fromNull };
}

export function enumeration(names: Names, fromNull?: null): ParameterType {
    const read = (argument: Given) => {
        // A list of names converts to a flags enumeration, as the joined text does.
        if (isList(argument) && names.flags === true) return parseNames(names, argument.join(","));
        return parseNames(names, textOf(scalar(argument, names.type)));
    };
    return fromNull === undefined ? { read } : { read, fromNull };
}

/** A flags enumeration that `parse` reads. */
export function flagsOf(parse: (text: string) => string): ParameterType {
    return { read: (argument) => parse(isList(argument) ? argument.join(",") : textOf(argument)) };
}

/** Text of an object that need not be; `$null` and the empty text both mean none. */
export const optionalText: ParameterType = {
    fromNull: null,
    read: (argument) => textOf(scalar(argument, "System.String")) || null,
};

/** A MultiValuedProperty: a single value is a list of one, `$null` the empty list. */
export function listOf(element: (text: string) => string): ParameterType {
    return {
        fromNull: [],
        element,
        read: (argument) =>
            isList(argument) ? argument.map((text) => element(text ?? "")) : [element(textOf(argument))],
    };
}

/** An identity: text that isn't empty; only `Get-*` lets `$null` through. */
export const identity: ParameterType = {
    fromNull: null,
    read(argument) {
        const text = textOf(scalar(argument, "an identity"));
        if (text === "") throw new InvalidValue(text, "an identity", "the identity is empty");
        return text;
    },
};

/** `$null` and the empty text both mean every object (!). */
export const readIdentity: ParameterType = {
    fromNull: null,
    read: (argument) => textOf(scalar(argument, "an identity")) || null,
};

export const credential: ParameterType = {
    fromNull: null,
    read(argument) {
        if (argument instanceof Credential) return argument;
        const text = isList(argument) ? "System.String[]" : textOf(argument);
        throw new InvalidValue(text, "System.Management.Automation.PSCredential", "a credential is needed");
    },
};
