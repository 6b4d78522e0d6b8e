import { kinds } from "../resources";
import { allowListOf, withAllowList } from "./allow-list";
import { propertiesDocOf } from "./properties-doc";
import { sdkArgsOf } from "./sdk-args";
import { withSettingsTable } from "./settings-table-doc";

/** A file that is written from the field tables, as a whole or in part. */
export interface GeneratedFile {
    /** Path from the repository's root. */
    readonly path: string;
    /** The text that it should have, given the one it has. */
    text(present: string): string;
}

export const generatedFiles: readonly GeneratedFile[] = [
    { path: "provider/agent/agent.ps1", text: (present) => withAllowList(present, allowListOf(kinds)) },
    ...kinds.map((kind) => ({
        path: `sdk/${kind.noun.replaceAll(" ", "-")}-properties.ts`,
        text: () => sdkArgsOf(kind),
    })),
    { path: "README.md", text: withSettingsTable },
    { path: "docs/properties.md", text: () => propertiesDocOf(kinds) },
];
