import { join } from "node:path";
import type { KindName } from "../../../sdk/state-form";
import type { Exported, Harvest } from "./exported";
import { IMPORT_FILE, PROGRAM_FILE } from "./folder";
import { importCommand } from "./program";

/** What was written and what to do next, for people. */
export function linesOf({ exported }: Harvest, folder: string): readonly string[] {
    const program = join(folder, PROGRAM_FILE);
    const file = join(folder, IMPORT_FILE);
    return [
        `${program}: ${counted(exported)}`,
        `${file}: the same for pulumi import`,
        "Nothing was changed. Next, in a Pulumi project with this program and the password in the environment:",
        `  ${importCommand(file)}`,
        "  pulumi preview --expect-no-changes",
        "A destroy of that stack leaves all of it on the servers, and puts values back that the stack had changed.",
    ];
}

const WORTH_TELLING = / is not declared[:,]|^Another Pulumi resource/;

/** What the reader would otherwise miss. */
export function notesOf({ exported, leftOut, passedOver }: Harvest): readonly string[] {
    return [
        ...leftOut.map(({ title, why }) => `left out: ${title}: ${why}`),
        ...exported.flatMap(({ title, remarks }) =>
            remarks.filter((text) => WORTH_TELLING.test(text)).map((text) => `${title}: ${text}`),
        ),
        ...(passedOver > 0
            ? [
                  `${passedOver} connectors that Exchange made are not in it: name them with --connector, or say --built-in`,
              ]
            : []),
    ];
}

const NOUNS: Readonly<Record<KindName, string>> = {
    SendConnector: "send connector",
    ReceiveConnector: "receive connector",
    TransportConfig: "transport config",
    SchannelSettings: "server's SCHANNEL settings",
};

function counted(exported: readonly Exported[]): string {
    const kinds = [...new Set(exported.map(({ kind }) => kind))];
    return kinds
        .map((kind) => {
            const count = exported.filter((one) => one.kind === kind).length;
            return `${count} ${NOUNS[kind]}${count === 1 ? "" : "s"}`;
        })
        .join(", ");
}
