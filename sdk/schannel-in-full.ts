import * as pulumi from "@pulumi/pulumi";
import type { SchannelProperties } from "./schannel-settings-properties";

/** Settings of which nothing is known only later. */
export type PlainSettings = pulumi.Unwrap<SchannelProperties>;

type Properties = Readonly<Record<string, unknown>>;

/** One property with its short forms written out: a protocol's word for each role, .NET's switches for each version. */
export function inFull(property: string, value: unknown): unknown {
    if (!isProperties(value)) return value;
    if (property === "protocols") return mapped(value, (word) => (isProperties(word) ? word : both(word)));
    if (property !== "dotNet") return value;
    const { v4, v2, ...common } = value;
    return { v4: over(common, v4), v2: over(common, v2) };
}

function both(word: unknown): Properties {
    return { client: word, server: word };
}

/** `own` laid over `common`, name by name at every level; lists and words as a whole. */
export function over(common: unknown, own: unknown): unknown {
    if (own === undefined) return common;
    if (!isProperties(common) || !isProperties(own)) return own;
    return { ...common, ...mapped(own, (value, name) => over(common[name], value)) };
}

function isProperties(value: unknown): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapped(object: Properties, change: (value: unknown, name: string) => unknown): Properties {
    return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

/** Whether nothing in a value is known only later. */
export function isPlain(value: unknown): boolean {
    if (pulumi.Output.isInstance(value) || value instanceof Promise) return false;
    return typeof value !== "object" || value === null || Object.values(value).every(isPlain);
}
