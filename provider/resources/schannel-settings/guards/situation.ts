import type { Change, ValueChange } from "../plan/changes";
import { numberAt, type Picture } from "../reading/picture";
import { type Place, placeId } from "../registry/place";
import { rawOf, rawWords, sameRaw } from "../registry/raw";
import type { Kept } from "../remember/bookkeeping";
import { settingAt } from "../settings";
import { algorithmPlace } from "../settings/algorithms";
import { dotNet } from "../settings/dot-net";
import { type Protocol, ROLES, type Role } from "../settings/names";
import { protocols } from "../settings/protocols";
import { type Suite, servesTls12, suiteOf } from "../suites/suite";
import { isKnownSuite } from "../suites/windows-lists";
import { type Effect, effectOf } from "../tell/effective";
import type { Exchange } from "../versions/exchange";
import type { Windows } from "../versions/windows";

/** What guards and warnings judge: the server before and after a plan, and what the running system uses. */
export interface Situation {
    readonly computer: string;
    readonly windows: Windows;
    readonly exchange: Exchange;
    readonly before: Picture;
    readonly after: Picture;
    /** `before` as the system took it at its last start. */
    readonly active: Picture;
    /** Titles of the settings that TLS 1.2 needs and that others set, so that nobody knows since when they are active. */
    readonly unwritten: readonly string[];
    readonly changes: readonly Change[];
}

const STRENGTH: Readonly<Record<Effect, number>> = {
    offered: 2,
    "on request": 1,
    // It may well be on: losing it must not go unseen.
    unclear: 1,
    off: 0,
    "not supported": 0,
};

export function effectIn({ windows }: Situation, picture: Picture, protocol: Protocol, role: Role): Effect {
    return effectOf(windows, protocol, role, picture);
}

/** By how much a plan lets a protocol in (positive) or shuts it out. */
export function shift(situation: Situation, protocol: Protocol, role: Role): number {
    const [before, after] = [situation.before, situation.after].map(
        (picture) => STRENGTH[effectIn(situation, picture, protocol, role)],
    );
    return (after ?? 0) - (before ?? 0);
}

/** The roles in which a plan shuts a protocol out, wholly or by default. */
export function shutOut(situation: Situation, protocol: Protocol): readonly Role[] {
    return ROLES.filter((role) => shift(situation, protocol, role) < 0);
}

/** What clients and .NET programs need before the old versions may go (section 7): each thing that is missing. */
export function missingFor12(situation: Situation, picture: Picture): readonly string[] {
    const roles = ROLES.filter((role) => effectIn(situation, picture, "TLS 1.2", role) !== "offered");
    const values = dotNet.flatMap(({ path, values: [row] }) =>
        row === undefined || numberAt(picture, row.place) === 1
            ? []
            : [`${path.join(".")} is ${shown(picture, row.place)}`],
    );
    return [...roles.map((role) => `TLS 1.2 is ${effectIn(situation, picture, "TLS 1.2", role)} (${role})`), ...values];
}

/** Of what the old versions may go for, the settings whose values are there and not of our writing. */
export function unwrittenFor12(picture: Picture, { values }: Pick<Kept, "values">): readonly string[] {
    const ours = new Set(values.filter(({ was, wrote }) => !sameRaw(was, wrote)).map(placeId));
    return [...protocols.filter(({ path }) => path[1] === "TLS 1.2"), ...dotNet]
        .filter((setting) =>
            setting.values.some(({ place }) => picture.at(place).found !== "absent" && !ours.has(placeId(place))),
        )
        .map(({ path: [first = "", second = ""] }) => `${first}.${second}`);
}

export function shown(picture: Picture, place: Place): string {
    const raw = rawOf(picture.at(place));
    return raw === undefined ? "not readable" : rawWords(raw);
}

export function valueChanges(changes: readonly Change[]): readonly ValueChange[] {
    return changes.filter((change) => change.what === "value");
}

/** The change of one value, if the plan has it. */
export function changeAt({ changes }: Situation, place: Place): ValueChange | undefined {
    return valueChanges(changes).find((change) => placeId(change.place) === placeId(place));
}

/** Ciphers, hashes and key exchanges that a plan switches off. */
export function algorithmsOff({ changes }: Pick<Situation, "changes">): readonly ValueChange[] {
    return valueChanges(changes).filter(
        ({ place, to }) =>
            to?.data === 0 &&
            ["ciphers", "hashes", "keyExchange"].includes(settingAt(placeId(place))?.setting.path[0] ?? ""),
    );
}

/** Names that this Windows may refuse: neither in Microsoft's list for it nor on the server's own. */
export function unknownSuites({ windows, before }: Situation, names: readonly string[]): readonly string[] {
    const there = before.local("cipherSuites") ?? [];
    return names.filter((name) => !isKnownSuite(windows.build, name) && !there.includes(name));
}

/** The suites of a list that TLS 1.2 can use in a picture: Windows knows them, and no part of them is switched off. */
export function usable(situation: Situation, picture: Picture, names: readonly string[]): readonly Suite[] {
    const unknown = unknownSuites(situation, names);
    const off = (family: "ciphers" | "hashes" | "keyExchange", name: string | undefined) =>
        name !== undefined && numberAt(picture, algorithmPlace(family, name)) === 0;
    return names
        .filter((name) => !unknown.includes(name))
        .map(suiteOf)
        .filter(
            (suite) =>
                servesTls12(suite) &&
                !off("ciphers", suite.cipher) &&
                !off("hashes", suite.hash) &&
                !off("keyExchange", suite.keyExchange),
        );
}
