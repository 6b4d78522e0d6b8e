import { variableOf } from "../pulumi/run/run-config";
import { CONNECTION_SETTINGS, RUN_SETTINGS, type SettingRow } from "../pulumi/run/settings-table";
import { alignedTable } from "./table";

const BEGIN = "<!-- settings: written by npm run generate -->";
const END = "<!-- end of settings -->";

/** The README with the table of all settings in its place. */
export function withSettingsTable(readme: string): string {
    const [before, rest = ""] = readme.split(BEGIN);
    const after = rest.split(END)[1];
    if (after === undefined) throw new Error(`README.md has no place for the settings: ${BEGIN} … ${END}`);
    return `${before}${BEGIN}\n\n${settingsTable()}\n\n${END}${after}`;
}

function settingsTable(): string {
    const row = (name: string, { values, default: initial, meaning }: SettingRow, variable: string) => [
        ...[`\`exchange-tls:${name}\``, values, initial, meaning, variable],
    ];
    return alignedTable(
        ["setting", "values", "default", "meaning", "environment variable"],
        [
            ...Object.entries(CONNECTION_SETTINGS).map(([name, entry]) => row(name, entry, "")),
            ...Object.entries(RUN_SETTINGS).map(([name, entry]) => row(name, entry, `\`${variableOf(name)}\``)),
        ],
    );
}
