import type { LiveObject, TaskResult } from "../../cmdlets/context.js";
import { readResult } from "../../cmdlets/context.js";
import type { Bound, ParameterTable, ParameterType } from "../../cmdlets/parameter.js";
import { boolean, int32, string } from "../../cmdlets/parameter-types.js";
import { InvalidValue } from "../../values/invalid-value.js";
import { sameText } from "../../values/same-text.js";
import { CURVES, currentList, type OrderedList, SUITES } from "../lists.js";
import { disable, enable } from "./change.js";
import type { LocalContext } from "./context.js";
import { suiteObject } from "./suite-object.js";

export interface LocalCmdlet {
    readonly name: string;
    readonly parameters: ParameterTable;
    run(bound: Bound, context: LocalContext): TaskResult;
}

const uint32: ParameterType = {
    fromNull: 0,
    read(argument) {
        const number = typeof argument === "number" ? argument : Number(int32.read(argument));
        if (Number.isInteger(number) && number >= 0 && number < 2 ** 32) return number;
        throw new InvalidValue(String(number), "System.UInt32", "Value was too large or too small.");
    },
};

const reading: ParameterTable = { Name: { type: string } };
const disabling: ParameterTable = {
    Name: { type: string, mandatory: true },
    Confirm: { type: boolean },
    WhatIf: { type: boolean },
};
const enabling: ParameterTable = { ...disabling, Position: { type: uint32 } };

/** Sheet 4. */
export const LOCAL_CATALOGUE: readonly LocalCmdlet[] = [
    ...cmdletsFor("TlsCipherSuite", SUITES, suiteObject),
    // Texts, not objects: over the wire they are their own `Value`.
    ...cmdletsFor("TlsEccCurve", CURVES, (name) => ({ Value: name })),
];

function cmdletsFor(noun: string, list: OrderedList, objectOf: (name: string) => LiveObject): LocalCmdlet[] {
    return [
        {
            name: `Get-${noun}`,
            parameters: reading,
            run(bound, { machine }) {
                const part = String(bound.get("Name") ?? "");
                const names = currentList(list, machine.hand, machine.build);
                const known = names.filter((name) => list.known(machine.build).includes(name));
                return readResult(known.filter((name) => name.includes(part)).map(objectOf));
            },
        },
        { name: `Enable-${noun}`, parameters: enabling, run: (bound, context) => enable(list, bound, context) },
        { name: `Disable-${noun}`, parameters: disabling, run: (bound, context) => disable(list, bound, context) },
    ];
}

export function localCmdletNamed(name: string): LocalCmdlet | undefined {
    return LOCAL_CATALOGUE.find((cmdlet) => sameText(cmdlet.name, name));
}
