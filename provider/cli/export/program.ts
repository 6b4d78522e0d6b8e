import type { Wire } from "../../pulumi/engine/wire";
import type { Exported } from "./exported";
import { IMPORT_FILE } from "./folder";
import { literal } from "./literal";

/** What takes the file into a stack. */
export const importCommand = (file: string) =>
    `pulumi import --file ${file} --yes --generate-code=false --protect=false`;

const HEAD = `// Written by exchange-tls export: what is live in an Exchange organisation, as a Pulumi program.
//
//     ${importCommand(IMPORT_FILE)}
//
// takes it into a stack, and the next preview is empty. From then on this program counts, and import.json is needed no more.
// A property that is not named here is not managed: it is neither compared nor written.
// adopt: true makes a destroy leave every connector, with the values that it had at the export where the stack changed
// them and nobody else did since.
`;

/** The program that declares the resources. */
export function programText(resources: readonly Exported[], names: readonly string[], connection: Wire): string {
    const parts = resources.map((resource, at) => declaration(resource, names[at] ?? ""));
    const line = `import * as exchange from "pulumi-exchange-tls";\n`;
    const start = "const connection: exchange.Connection = ";
    return [HEAD, line, `${start}${literal(connection, 0, start.length + 1)};\n`, ...parts].join("\n");
}

function declaration({ kind, title, program, remarks }: Exported, name: string): string {
    const rows = Object.entries(program).map(([property, value]) => {
        const start = `${property}: `;
        return `    ${start}${literal(value, 1, start.length + 1)},\n`;
    });
    const comments = [title, ...remarks].map((text) => `// ${oneLine(text)}\n`).join("");
    return `${comments}new exchange.${kind}(${JSON.stringify(name)}, {\n    connection,\n${rows.join("")}});\n`;
}

/** Names and servers' texts may hold anything; a comment ends with its line. */
function oneLine(text: string): string {
    return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
