import type { Field } from "../resources/field";
import type { Kind } from "../resources/kind";

const HEAD = "// Written by `npm run generate` from the field table of the kind. Do not edit.\n";
const TLS = ["", "affects where TLS applies", "interacts with TLS", "core TLS setting"] as const;

/** The arguments of a resource class: one documented property per row of the field table. */
export function sdkArgsOf(kind: Kind): string {
    const rows = Object.entries(kind.fields).map(([name, field]) => propertyOf(name, field, kind));
    return `${HEAD}import type * as pulumi from "@pulumi/pulumi";

/** Properties of a ${kind.noun}. One that is left out is not managed: never compared, never written. */
export interface ${kind.type}Properties {
${rows.join("\n")}
}
`;
}

function propertyOf(name: string, field: Field, { cmdlets }: Kind): string {
    const cmdlet = [cmdlets.create, cmdlets.change].filter((one) => one !== undefined).join(", ");
    const tls = TLS[field.tls];
    const list = field.list
        ? ` Compared as a set; ${field.list.mode === "merge" ? "merged: other entries are left alone" : "exact: other entries are taken out"}.`
        : "";
    const one = field.type.typescript;
    const type = field.list ? `pulumi.Input<pulumi.Input<${one}>[]>` : `pulumi.Input<${one}>`;
    return [
        "    /**",
        `     * ${field.doc}${list}`,
        "     *",
        `     * Default: ${field.default}. Exchange ${field.since} and later. Parameter \`${field.parameter}\` of ${cmdlet}${tls ? `; ${tls}` : ""}.`,
        "     */",
        `    ${name}${field.required ? "" : "?"}: ${type};`,
    ].join("\n");
}
