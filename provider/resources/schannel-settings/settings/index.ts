import { placeId } from "../registry/place";
import { algorithms } from "./algorithms";
import { dotNet } from "./dot-net";
import { keySizes } from "./key-sizes";
import { policyLists } from "./policy-lists";
import { protocols } from "./protocols";
import { eventLogging, renegotiation } from "./root-values";
import type { Setting, ValueRow } from "./setting";
import { winHttp } from "./win-http";

/** Every setting that is a registry value: what is read, compared, written and documented comes from this table. */
export const SETTINGS: readonly Setting[] = [
    ...protocols,
    ...dotNet,
    ...winHttp,
    ...renegotiation,
    ...keySizes,
    ...policyLists,
    ...algorithms,
    ...eventLogging,
];

const byPlace = new Map(
    SETTINGS.flatMap((setting) => setting.values.map((row) => [placeId(row.place), { setting, row }] as const)),
);

/** The setting that a registry value belongs to. */
export function settingAt(id: string): { readonly setting: Setting; readonly row: ValueRow } | undefined {
    return byPlace.get(id);
}
