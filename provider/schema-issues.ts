import type { z } from "zod";

/** One thing that is wrong with an input. */
export interface SchemaIssue {
    /** Where, e.g. `addressSpaces[1]` or `exchange.modulePath`; empty for the whole. */
    readonly path: string;
    readonly message: string;
}

/** What a schema refused, one issue for each unknown property. */
export function issuesOf({ issues }: z.core.$ZodError): readonly SchemaIssue[] {
    return issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: "is not a property here" }))
            : [{ path: pathOf(issue.path), message: issue.message }],
    );
}

function pathOf(path: readonly PropertyKey[]): string {
    const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
    return text.replace(/^\./, "");
}
