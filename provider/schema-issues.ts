import type { z } from "zod";

/** One thing that is wrong with an input. */
export interface SchemaIssue {
    /** Where, e.g. `addressSpaces[1]` or `exchange.modulePath`; empty for the whole. */
    readonly path: string;
    readonly message: string;
}

/** One issue as a line. */
export function lineOf({ path, message }: SchemaIssue): string {
    return path === "" ? message : `${path}: ${message}`;
}

/** What a schema refused, one issue for each unknown property. */
export function issuesOf({ issues }: z.core.$ZodError): readonly SchemaIssue[] {
    return issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: "is not a property here" }))
            : [{ path: pathOf(issue.path), message: issue.message }],
    );
}

/**
 * Issues that hold although parts of the input are known only later: those of a value in which nothing is open. A property
 * that does not exist stays wrong whatever it holds.
 */
export function certain(
    issues: readonly z.core.$ZodIssue[],
    input: unknown,
    isOpen: (value: unknown) => boolean,
): z.core.$ZodIssue[] {
    return issues.filter(({ code, path }) => code === "unrecognized_keys" || !isOpen(at(input, path)));
}

function at(value: unknown, [first, ...rest]: readonly PropertyKey[]): unknown {
    if (first === undefined) return value;
    if (typeof value !== "object" || value === null) return undefined;
    return at((value as Record<PropertyKey, unknown>)[first], rest);
}

function pathOf(path: readonly PropertyKey[]): string {
    const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
    return text.replace(/^\./, "");
}
