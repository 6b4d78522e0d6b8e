import { isOn } from "../../cmdlets/bind.js";
import type { TaskResult } from "../../cmdlets/context.js";
import { TaskFailure } from "../../cmdlets/failure.js";
import type { Bound } from "../../cmdlets/parameter.js";
import { SUITES_LOCAL } from "../keys.js";
import { localList, type OrderedList } from "../lists.js";
import type { LocalContext } from "./context.js";

const NOTHING: TaskResult = { objects: [], warnings: [], changed: false };
const BOTTOM = 4_294_967_295;

/** Puts one name at a place, the bottom when none is given. What is on the list moves. Failures' kinds are synthetic. */
export function enable(list: OrderedList, bound: Bound, context: LocalContext): TaskResult {
    const { machine } = context;
    const name = list.known(machine.build).find((known) => known === bound.get("Name"));
    if (name === undefined) throw failure("no-such-name", `${bound.get("Name")} is not known.`);
    const others = localList(list, machine.hand, machine.build).filter((other) => other !== name);
    const position = Number(bound.get("Position") ?? BOTTOM);
    if (position !== BOTTOM && position > others.length) throw failure("no-such-place", "The list is shorter.");
    const at = Math.min(position, others.length);
    return write(list, [...others.slice(0, at), name, ...others.slice(at)], bound, context);
}

export function disable(list: OrderedList, bound: Bound, context: LocalContext): TaskResult {
    const { machine, switches } = context;
    const before = localList(list, machine.hand, machine.build);
    const after = before.filter((name) => name !== bound.get("Name"));
    const isPolicy = list.policy(machine.hand) !== undefined;
    if (after.length === before.length && !isPolicy) {
        if (switches.disableAbsentSuite === "reject") throw failure("no-such-name", "It is not on the list.");
        return NOTHING;
    }
    return write(list, after, bound, context);
}

function write(list: OrderedList, names: readonly string[], bound: Bound, context: LocalContext): TaskResult {
    const { machine, switches } = context;
    if (list.policy(machine.hand) !== undefined) {
        if (switches.suiteCmdletsUnderPolicy === "refuse") throw failure("policy", "A policy has the list.");
        return NOTHING;
    }
    if (machine.registry.find(SUITES_LOCAL)?.isDenied("write")) {
        throw new TaskFailure("UnauthorizedAccessException", "[synthetic] Denied.", "PermissionDenied");
    }
    const before = machine.hand.texts(SUITES_LOCAL, list.value);
    if (isOn(bound, "WhatIf")) return NOTHING;
    machine.hand.setTexts(SUITES_LOCAL, list.value, names);
    if (switches.suitesActiveAtOnce) machine.activate(SUITES_LOCAL);
    return { ...NOTHING, changed: before?.join() !== names.join() };
}

function failure(what: string, why: string): TaskFailure {
    return new TaskFailure("InvalidOperationException", `[synthetic ${what}] ${why}`, "InvalidOperation");
}
