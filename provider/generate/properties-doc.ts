import { type Field, isSet } from "../resources/field";
import type { Kind } from "../resources/kind";
import { settingsDoc } from "./settings-doc";
import { table } from "./table";
import { cmdletsOf, TLS, typeOf, versionsOf } from "./words";

const HEAD = `<!-- Written by \`npm run generate\` from the field tables and rules. Do not edit. -->

# Properties and rules

A property that a program leaves out is not managed: never compared, never written. Defaults are those of Exchange, for
information only: no comparison uses them.
`;

/** Every property and every rule of every kind, as two tables each, and the settings of a server. */
export function propertiesDocOf(kinds: readonly Kind[]): string {
    return [HEAD, ...kinds.map(sectionOf), settingsDoc()].join("\n");
}

function sectionOf(kind: Kind): string {
    const properties = Object.entries(kind.fields).map(([name, field]) => [
        `\`${name}\`${needOf(field)}`,
        `\`${field.parameter}\``,
        `\`${shownType(field)}\`${field.list ? `, ${field.list.mode}` : ""}`,
        cmdletsOf(field, kind)
            .map((cmdlet) => cmdlet.slice(0, 3))
            .join(", "),
        versionsOf(field),
        TLS[field.tls],
        field.default,
        field.doc,
    ]);
    const rules = [
        ...[...kind.rules, ...kind.inputRules].map(({ code, severity, text, exception }) => [
            code,
            severity,
            text,
            exception,
        ]),
        ...kind.crossRules.map(({ code, text, exception }) => [code, "as found", text, exception]),
    ].map(([code = "", severity = "", text = "", exception]) => [
        code,
        severity,
        text,
        exception ? `\`${exception}\`` : "",
    ]);
    return `## ${kind.type}

${table(["Property", "Parameter", "Type", "Cmdlets", "Versions", "TLS", "Default", "Meaning"], properties)}

### Rules of ${kind.type}

\`error\` stops the run before anything is written; \`warning\` is told. A rule over several objects (\`as found\`) may be either.

${table(["Code", "Severity", "Text", "Lifted by"], rules)}
`;
}

function needOf({ required }: Field): string {
    return required === "new" ? " (required, but with adopt)" : required ? " (required)" : "";
}

function shownType(field: Field): string {
    const type = typeOf(field).replaceAll(/pulumi\.Input<([^<>]*)>/g, "$1");
    if (!isSet(field)) return type;
    return type.includes(" | ") ? `(${type})[]` : `${type}[]`;
}
