import type { RegistryCall, WireObject } from "../../../provider/session/frames.js";
import { RegistryKey } from "../registry/dot-net.js";
import { DotNetException } from "../registry/dot-net-value.js";
import { sameName } from "../registry/fold.js";
import type { KnownKind } from "../registry/value.js";
import type { Machine } from "../windows/machine.js";
import { agentError } from "./agent-error.js";
import type { CallOutcome } from "./outcome.js";
import { dataOf, wireData } from "./registry-data.js";

/** Carries out work on the registry as .NET does it. Needs no Exchange session, and no network credentials. */
export function runRegistry(call: RegistryCall, { registry }: Machine): CallOutcome {
    const hive = RegistryKey.openBaseKey(registry, call.view);
    try {
        return { error: null, ...work(call, hive) };
    } catch (error) {
        if (!(error instanceof DotNetException)) throw error;
        const { message, category, name: reason } = error;
        return { error: { ...agentError("Registry", message), category, reason }, out: [], effect: false };
    }
}

type Work = Omit<CallOutcome, "error">;
type Set = Extract<RegistryCall, { reg: "set" }>;

function work(call: RegistryCall, hive: RegistryKey): Work {
    const { key, name } = call;
    if (call.reg === "set") return set(call, hive);
    if (call.reg === "delete") return name === undefined ? deleteKey(key, hive) : deleteValue(key, name, hive);
    const opened = hive.openSubKey(key);
    return { out: name === undefined ? whole(opened) : [one(opened, name)], effect: false };
}

function whole(key: RegistryKey | null): readonly WireObject[] {
    if (key === null) return [{ Exists: false, SubKeys: [] }];
    const values = key.getValueNames().map((name) => ({ Name: name, ...read(key, name) }));
    return [{ Exists: true, SubKeys: key.getSubKeyNames() }, ...values];
}

function one(key: RegistryKey | null, name: string): WireObject {
    const there = key?.getValueNames().some((other) => sameName(other, name)) === true;
    return there ? { Exists: true, ...read(key, name) } : { Exists: false };
}

function read(key: RegistryKey, name: string): WireObject {
    const value = key.getValue(name, true);
    return { Kind: key.getValueKind(name), Data: value === null ? null : wireData(value) };
}

function set({ key: path, name, kind, data }: Set, hive: RegistryKey): Work {
    const value = dataOf(kind, data);
    // The request was checked when it came in.
    if (value === undefined) throw new Error("data of no form");
    const key = hive.createSubKey(path);
    const changed = key.setValue(name, value, kind as KnownKind);
    const stored = key.getValueNames().find((other) => sameName(other, name)) ?? name;
    const out = [{ Name: stored, ...read(key, name), CreatedKeys: key.created }];
    return { out, effect: changed || key.created.length > 0 };
}

function deleteValue(path: string, name: string, hive: RegistryKey): Work {
    const effect = hive.openSubKey(path, true)?.deleteValue(name, false) ?? false;
    return { out: [{ Exists: false }], effect };
}

function deleteKey(path: string, hive: RegistryKey): Work {
    const key = hive.openSubKey(path);
    if (key === null) return { out: [{ Deleted: true }], effect: false };
    const isEmpty = key.getSubKeyNames().length === 0 && key.getValueNames().length === 0;
    const deleted = isEmpty && hive.deleteSubKey(path, false);
    return { out: [{ Deleted: deleted }], effect: deleted };
}
