import { z } from "zod";
import { nearest } from "./nearest";

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

/**
 * An object that knows all its properties; of another one it says, a line each, which was probably meant. `otherwise` is
 * the message for what is no object.
 */
export function closedObject<Shape extends z.ZodRawShape>(shape: Shape, otherwise?: string) {
    const known = Object.keys(shape);
    return z.strictObject(shape, {
        error: (issue) => {
            if (issue.code !== "unrecognized_keys") return otherwise;
            return issue.keys.map((key) => unknownProperty(key, known)).join("\n");
        },
    });
}

function unknownProperty(name: string, known: readonly string[]): string {
    const meant = nearest(name, known);
    return meant === undefined ? "is not a property here" : `is not a property here; is it ${meant}?`;
}

/** What a schema refused, one issue for each unknown property. */
export function issuesOf({ issues }: z.core.$ZodError): readonly SchemaIssue[] {
    return issues.flatMap((issue) => {
        if (issue.code !== "unrecognized_keys") return [{ path: pathOf(issue.path), message: issue.message }];
        const lines = issue.message.split("\n");
        return issue.keys.map((key, at) => ({ path: pathOf([...issue.path, key]), message: lines[at] ?? "" }));
    });
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
