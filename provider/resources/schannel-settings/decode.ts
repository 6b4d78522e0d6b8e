import { issuesOf, type SchemaIssue } from "../../schema-issues";
import { type SchannelArgs, schannelInputs } from "./inputs";

export type DecodedSettings =
    | { readonly ok: true; readonly args: SchannelArgs }
    | { readonly ok: false; readonly problems: readonly SchemaIssue[] };

/** Validates the arguments (without the connection and Pulumi's hidden keys): every problem with its property's path. */
export function decodeSettings(inputs: Readonly<Record<string, unknown>>): DecodedSettings {
    const result = schannelInputs.safeParse(inputs);
    return result.success ? { ok: true, args: result.data } : { ok: false, problems: issuesOf(result.error) };
}
