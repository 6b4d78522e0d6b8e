import { CATALOGUE, existsOn } from "../cmdlets/catalogue.js";
import type { Parameter } from "../cmdlets/parameter.js";
import { boolean, identity, int32, readIdentity, string } from "../cmdlets/parameter-types.js";
import { isWithin, type Product } from "../model/product.js";
import type { Switches } from "../switches.js";
import { MODULE_FUNCTIONS } from "./module-functions.js";

/** Where the module finds the lab. */
export interface CmdletAddress {
    readonly uri: string;
    readonly token: string;
}

/** `LabExchange.psm1`: the catalogue's cmdlets, bound by PowerShell itself and carried out by the lab. */
export function moduleText(product: Product, switches: Readonly<Switches>, { uri, token }: CmdletAddress): string {
    const there = CATALOGUE.filter((cmdlet) => existsOn(cmdlet, product));
    const cmdlets = there.map(({ name, parameters }) => {
        const known = Object.entries(parameters(switches, product)).filter(([, { since = "2007", until = "SE" }]) =>
            isWithin(product, since, until),
        );
        return cmdletFunction(name, Object.fromEntries(known), switches);
    });
    const names = there.map(({ name }) => `'${name}'`).join(", ");
    const place = `$LabUri = '${uri}'\n$LabToken = '${token}'\n`;
    return [place, MODULE_FUNCTIONS, ...cmdlets, `Export-ModuleMember -Function ${names}\n`].join("\n");
}

function cmdletFunction(name: string, table: Record<string, Parameter>, switches: Readonly<Switches>): string {
    // PowerShell adds Confirm and WhatIf itself.
    const asks = "Confirm" in table;
    const declared = Object.entries(table)
        .filter(([parameter]) => parameter !== "Confirm" && parameter !== "WhatIf")
        .map(([parameter, definition]) => `        ${declaration(parameter, definition, table, switches)}`);
    return `function ${name} {
    [CmdletBinding(${asks ? "SupportsShouldProcess" : ""})]
    param (
${declared.join(",\n")}
    )
    $outcome = Invoke-LabCmdlet -Name '${name}' -Bound $PSBoundParameters
    if ($null -ne $outcome.Thrown) { $PSCmdlet.ThrowTerminatingError($outcome.Thrown) }
    foreach ($record in $outcome.Written) { $PSCmdlet.WriteError($record) }
    foreach ($object in $outcome.Objects) { $object }
}
`;
}

function declaration(
    name: string,
    parameter: Parameter,
    table: Record<string, Parameter>,
    switches: Readonly<Switches>,
): string {
    const { mandatory: isMandatory, mandatoryUnless = "" } = parameter;
    const mandatory = isMandatory === true && !(mandatoryUnless in table) ? "[Parameter(Mandatory)]" : "";
    return `${mandatory}[${typeName(parameter, switches)}]$${name}`;
}

/** What PowerShell's own binder can tell apart; the rest comes through as it is and is bound by the lab. */
function typeName({ type, edits }: Parameter, { undocumentedMerge }: Readonly<Switches>): string {
    if (type === boolean) return "bool";
    if (type === int32) return "int";
    if (type === string || type === identity || type === readIdentity) return "string";
    // A hashtable for a list of texts becomes one text, silently: where Exchange takes one, so must this.
    const list = type.element !== undefined && edits !== true && undocumentedMerge !== "edit";
    return list ? "string[]" : "object";
}
