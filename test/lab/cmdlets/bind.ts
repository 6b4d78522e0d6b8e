import { hasListEdits, isWithin } from "../model/product.js";
import type { Server } from "../model/server.js";
import type { Switches } from "../switches.js";
import { InvalidValue } from "../values/invalid-value.js";
import { repeated, sameText } from "../values/same-text.js";
import { type Argument, type Arguments, Hashtable, isList } from "./argument.js";
import { missingMandatory, notConvertible, notValid, unknownParameter } from "./failure.js";
import { type Bound, type BoundValue, ListEdit, type Parameter, type ParameterTable } from "./parameter.js";

/** Binds arguments as PowerShell does: names first, then values one by one, then what is missing. */
export function bind(
    table: ParameterTable,
    given: Arguments,
    server: Server,
    switches: Readonly<Switches>,
): Map<string, BoundValue> {
    const known = Object.entries(table).filter(([, { since = "2007", until = "SE" }]) =>
        isWithin(server.product, since, until),
    );
    const named = Object.entries(given).map(([name, argument]) => {
        const found = known.find(([parameter]) => sameText(parameter, name));
        if (found === undefined) throw unknownParameter(name);
        return [...found, argument] as const;
    });
    const names = named.map(([name]) => name);
    const needed = ({ mandatory, mandatoryUnless }: Parameter) =>
        mandatory === true && (mandatoryUnless === undefined || !names.includes(mandatoryUnless));
    const bound = new Map(
        named.map(([name, parameter, argument]) => {
            if (needed(parameter) || parameter.notEmpty === true) refuseNothing(name, parameter, argument);
            return [name, bindOne(name, parameter, argument, { server, switches })] as const;
        }),
    );
    const missing = known.filter(([name, parameter]) => needed(parameter) && !bound.has(name));
    if (missing.length > 0) throw missingMandatory(missing.map(([name]) => name));
    return bound;
}

/** What conversions depend on beside the parameter. */
interface Surroundings {
    readonly server: Server;
    readonly switches: Readonly<Switches>;
}

function bindOne(name: string, parameter: Parameter, argument: Argument, around: Surroundings): BoundValue {
    const value = convert(name, parameter, argument, around);
    const fault = value instanceof ListEdit ? undefined : parameter.fault?.(value);
    // Synthetic: nobody has seen the text of an out-of-range value.
    if (fault !== undefined) throw notValid(name, "", `[synthetic] ${fault}`);
    return value;
}

/** E-12 and its kin: a mandatory parameter takes neither `$null` nor an empty text or list. */
function refuseNothing(name: string, { type }: Parameter, argument: Argument): void {
    const nullKind = type.element === undefined ? "EmptyStringNotAllowed" : "NullNotAllowed";
    if (argument === null) throw notValid(name, nullKind, "it is null");
    if (argument === "") throw notValid(name, "EmptyStringNotAllowed", "it is an empty string");
    if (isList(argument) && argument.length === 0) {
        throw notValid(name, "EmptyCollectionNotAllowed", "it is an empty collection");
    }
}

function convert(
    name: string,
    parameter: Parameter,
    argument: Argument,
    { server, switches }: Surroundings,
): BoundValue {
    const { type } = parameter;
    if (argument === null) {
        if (type.fromNull === undefined) throw notConvertible(name, "Cannot convert null to the type needed.");
        return type.fromNull;
    }
    if (argument instanceof Hashtable && type.element !== undefined && !hasListEdits(server)) {
        throw notConvertible(name, "[synthetic] This version can't edit a list in place.");
    }
    try {
        const edits = parameter.edits === true || switches.undocumentedMerge === "edit";
        const value =
            argument instanceof Hashtable && type.element !== undefined && edits
                ? listEdit(name, argument, type.element)
                : type.read(argument);
        refuseRepeated(name, value);
        return value;
    } catch (error) {
        throw error instanceof InvalidValue ? notConvertible(name, error.message) : error;
    }
}

function listEdit(name: string, table: Hashtable, element: (text: string) => string): ListEdit {
    const side = (wanted: string) =>
        Object.entries(table.entries)
            .filter(([key]) => sameText(key, wanted))
            .flatMap(([, texts]) => texts.map(element));
    const stray = Object.keys(table.entries).find((key) => !sameText(key, "Add") && !sameText(key, "Remove"));
    if (stray !== undefined) throw notConvertible(name, `The key '${stray}' isn't Add or Remove.`);
    return new ListEdit(side("Add"), side("Remove"));
}

function refuseRepeated(name: string, value: BoundValue): void {
    const list = value instanceof ListEdit ? value.add : Array.isArray(value) ? value : [];
    const twice = repeated(list);
    // Wording unverified; that a duplicate is refused is known.
    if (twice !== undefined) throw notConvertible(name, `[synthetic] "${twice}" is already present in the collection.`);
}

/** A switch that is present and not `$false`. */
export function isOn(bound: Bound, name: string): boolean {
    return bound.get(name) === true;
}
