import { z } from "zod";
import { certain, issuesOf, type SchemaIssue } from "../../../schema-issues";
import { withoutFound } from "./as-found";
import { type SchannelArgs, schannelInputs } from "./inputs";

export type DecodedSettings =
    | { readonly ok: true; readonly args: SchannelArgs }
    | { readonly ok: false; readonly problems: readonly SchemaIssue[] };

/** Validates the arguments (without the connection and Pulumi's hidden keys): every problem with its property's path. */
export function decodeSettings(inputs: Readonly<Record<string, unknown>>): DecodedSettings {
    const { program, found } = withoutFound(inputs);
    const result = schannelInputs.safeParse(program);
    if (result.success) return { ok: true, args: { ...result.data, found } };
    return { ok: false, problems: issuesOf(new z.core.$ZodRealError(result.error.issues.flatMap(inside))) };
}

/** What is wrong with arguments of which some are known only later. */
export function certainProblems(
    inputs: Readonly<Record<string, unknown>>,
    isOpen: (value: unknown) => boolean,
): readonly SchemaIssue[] {
    const { program } = withoutFound(inputs);
    const { error } = schannelInputs.safeParse(program);
    const issues = certain((error?.issues ?? []).flatMap(inside), program, isOpen);
    return issuesOf(new z.core.$ZodRealError(issues));
}

/** Of "a word or an object", an object's own problems say more than that it is no word. */
function inside(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
    if (issue.code !== "invalid_union") return [issue];
    const meant = issue.errors.find((branch) =>
        branch.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
    );
    if (meant === undefined || meant.length === 0) return [issue];
    return meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] })).flatMap(inside);
}
