import type { RegistryHand } from "../registry/hand.js";
import { nameOf } from "./build.js";
import { SUITES_LOCAL, SUITES_POLICY } from "./keys.js";
import { DEFAULT_CURVES, DEFAULT_SUITES, OTHER_CURVES, OTHER_SUITES } from "./suites.js";

/** One of the two ordered lists: whence it is read, and which names there are. */
export interface OrderedList {
    readonly value: "Functions" | "EccCurves";
    policy(hand: RegistryHand): readonly string[] | undefined;
    defaults(build: string): readonly string[];
    /** On the list or not. */
    known(build: string): readonly string[];
}

export const SUITES: OrderedList = {
    value: "Functions",
    /** In its own form: one text with commas. */
    policy: (hand) =>
        hand
            .text(SUITES_POLICY, "Functions")
            ?.split(",")
            .map((name) => name.trim())
            .filter((name) => name !== ""),
    defaults: (build) => DEFAULT_SUITES[nameOf(build) ?? "WS2008 R2"] ?? [],
    known: (build) => [...SUITES.defaults(build), ...(OTHER_SUITES[nameOf(build) ?? "WS2008 R2"] ?? [])],
};

export const CURVES: OrderedList = {
    value: "EccCurves",
    policy: (hand) => hand.texts(SUITES_POLICY, "EccCurves"),
    defaults: () => DEFAULT_CURVES,
    known: () => [...DEFAULT_CURVES, ...OTHER_CURVES],
};

/** The local list, of the one type that Windows takes; else Windows' own. */
export function localList(list: OrderedList, hand: RegistryHand, build: string): readonly string[] {
    return hand.texts(SUITES_LOCAL, list.value) ?? list.defaults(build);
}

/** Group policy wins over everything. */
export function currentList(list: OrderedList, hand: RegistryHand, build: string): readonly string[] {
    return list.policy(hand) ?? localList(list, hand, build);
}
