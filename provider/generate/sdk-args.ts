import { type Field, isSet } from "../resources/field";
import type { Kind } from "../resources/kind";
import { cmdletsOf, TLS, typeOf, versionsOf, writingOf } from "./words";

const HEAD = "// Written by `npm run generate` from the field table of the kind. Do not edit.\n";
const MODES =
    "How each list is owned. `merge`: the entries in the program are present, every other one is left alone, and destroy takes out only what this resource added. `exact`: the list is as written.";

/** The arguments of a resource class: one documented property per row of the field table, and what lifts its rules. */
export function sdkArgsOf(kind: Kind): string {
    const rows = Object.entries(kind.fields).map(([name, field]) => propertyOf(name, field, kind));
    const exceptions = Object.entries(kind.exceptions).map(([name, doc]) =>
        property([`${doc} Default: false.`], `${name}?: ${input("boolean")};`),
    );
    return `${HEAD}import type * as pulumi from "@pulumi/pulumi";

/** Properties of a ${kind.noun}. One that is left out is not managed: never compared, never written. */
export interface ${kind.type}Properties {
${[...rows, ...listModesOf(kind), ...exceptions].join("\n")}
}
`;
}

function propertyOf(name: string, field: Field, kind: Kind): string {
    const list = field.list
        ? [
              `Compared as a set; ${field.list.mode === "merge" ? "merged: other entries are left alone" : "exact: other entries are taken out"}.`,
          ]
        : field.flags
          ? ["Compared as a set and always written as a whole."]
          : [];
    const tls = TLS[field.tls];
    const source = `Parameter \`${field.parameter}\` of ${cmdletsOf(field, kind).join(", ")}${tls ? `; ${tls}` : ""}.`;
    const type = input(isSet(field) ? `${input(typeOf(field))}[]` : typeOf(field));
    const doc = [field.doc, ...list, ...writingOf(name, field, kind)].join(" ");
    const facts = `Default: ${field.default}. ${versionsOf(field)}. ${source}`;
    return property([doc, "", facts], `${name}${field.required === true ? "" : "?"}: ${type};`);
}

function listModesOf({ fields }: Kind): readonly string[] {
    const lists = Object.entries(fields).flatMap(([name, { list }]) => (list ? [[name, list.mode] as const] : []));
    if (lists.length === 0) return [];
    const defaults = ["merge", "exact"].flatMap((mode) => {
        const names = lists.filter(([, own]) => own === mode).map(([name]) => name);
        return names.length > 0 ? [`\`${mode}\` for ${names.join(", ")}`] : [];
    });
    const modes = lists.map(([name]) => `        ${name}?: ${input('"merge" | "exact"')};`);
    const type = `pulumi.Input<{\n${modes.join("\n")}\n    }>`;
    return [property([`${MODES} Default: ${defaults.join("; ")}.`], `listModes?: ${type};`)];
}

function property(doc: readonly string[], declaration: string): string {
    const lines = doc.map((line) => (line ? `     * ${line}` : "     *"));
    return ["    /**", ...lines, "     */", `    ${declaration}`].join("\n");
}

function input(type: string): string {
    return `pulumi.Input<${type}>`;
}
