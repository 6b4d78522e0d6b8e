import { compare } from "../plan/compare";
import { asFound, baselineBut } from "../program/as-found";
import { decodeSettings } from "../program/decode";
import type { Desired, Leaf, WantedSetting } from "../program/desired";
import type { Live } from "../reading/live";
import { type Picture, pictureOf } from "../reading/picture";
import { rawOf, rawWords, sameData } from "../registry/raw";
import { titleOf, type Word } from "../settings/setting";
import { canonical } from "./oddities";

/** Plain data, as a program writes it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
export type Spelled = Readonly<Record<string, Plain>>;

/**
 * The arguments with the server's values in them, so that Pulumi's comparison shows exactly the drift: what means the
 * same keeps the program's spelling. Drift from the baseline shows in `baseline`.
 */
export function presentSettings(spelled: Spelled, { settings, lists, found }: Desired, live: Live): Spelled {
    const picture = pictureOf(live);
    const groups = new Map<string, { leaf: Leaf; parts: WantedSetting[] }>();
    for (const wanted of [...settings, ...found.settings]) {
        const id = JSON.stringify(wanted.leaf ?? null);
        const group = groups.get(id) ?? { leaf: wanted.leaf, parts: [] };
        group.parts.push(wanted);
        groups.set(id, group);
    }
    let shown = spelled;
    const fromBaseline: string[] = [];
    for (const { leaf, parts } of groups.values()) {
        // What the program leaves as it was found has no word to hold to.
        const isLeft = (part: WantedSetting) => leaf !== undefined && found.settings.includes(part);
        const drifted = parts.filter((part) => isLeft(part) || !holds(part, picture));
        if (drifted.length === 0) continue;
        if (leaf === undefined) {
            fromBaseline.push(...drifted.map((part) => `${titleOf(part.setting)}: ${String(wordOf(part, picture))}`));
        } else shown = withShown(shown, isList(leaf) ? [...leaf, "order"] : leaf, together(parts, picture));
    }
    for (const { list, order, leaf } of [...lists, ...found.lists]) {
        const now = picture.local(list);
        if (now === undefined || sameData(now, order)) continue;
        if (leaf === undefined) fromBaseline.push(`${list}: ${now.join(", ")}`);
        else shown = withShown(shown, [list, "order"], now);
    }
    const usesBaseline = [...settings, ...lists, ...found.settings, ...found.lists].some(
        ({ leaf }) => leaf === undefined,
    );
    if (!usesBaseline) return shown;
    return put(shown, ["baseline"], fromBaseline.length > 0 ? baselineBut(fromBaseline) : "exchange") as Spelled;
}

/** What stands there in the place of the program's word, such that a program may say it (`ignoreChanges` does). */
function withShown(spelled: Spelled, path: readonly string[], value: Plain): Spelled {
    const shown = put(spelled, path, value) as Spelled;
    if (decodeSettings(shown).ok) return shown;
    return put(spelled, path, asFound(Array.isArray(value) ? value.join(", ") : String(value))) as Spelled;
}

/** Whether the server has what is wanted, however it spells it. A value that cannot be read is another matter. */
export function holds({ setting, data }: WantedSetting, picture: Picture): boolean {
    return setting.values.every((row, index) => {
        const now = rawOf(picture.at(row.place));
        const wanted = data[index] ?? null;
        if (now === undefined) return true;
        const how = compare(row, now, wanted === null ? null : { kind: row.kind, data: wanted });
        return how === "same" || how === "other spelling";
    });
}

/** What the server has of a setting: a word of the program where one fits, else its raw values. */
export function wordOf(wanted: Pick<WantedSetting, "setting">, picture: Picture): Word {
    const word = knownWordOf(wanted, picture);
    if (word !== undefined) return word;
    return wanted.setting.values
        .map(({ place }) => {
            const raw = rawOf(picture.at(place));
            return `${place.name} ${raw === undefined ? "not readable" : rawWords(raw)}`;
        })
        .join(", ");
}

/** The word of the program for what the server has; undefined where none fits. */
export function knownWordOf({ setting }: Pick<WantedSetting, "setting">, picture: Picture): Word | undefined {
    const data = setting.values.map((row) => {
        const raw = rawOf(picture.at(row.place));
        if (raw === null) return null;
        return raw === undefined || raw.kind !== row.kind ? undefined : canonical(setting, row, raw).data;
    });
    const known = data.filter((one) => one !== undefined);
    return known.length < data.length ? undefined : setting.spelling.decode(known);
}

/** One word where all parts have it, else each part with its own. */
function together(parts: readonly WantedSetting[], picture: Picture): Plain {
    const found = parts.map((part) => wordOf(part, picture) as Plain);
    const [first] = found;
    if (first !== undefined && found.every((word) => JSON.stringify(word) === JSON.stringify(first))) return first;
    return parts.map(({ setting }, index) => `${titleOf(setting)}: ${String(found[index])}`).join("; ");
}

function isList([first]: readonly string[]): boolean {
    return first === "cipherSuites" || first === "curves";
}

function put(into: Plain, [name, ...rest]: readonly string[], value: Plain): Plain {
    if (name === undefined) return value;
    const object = typeof into === "object" && into !== null && !Array.isArray(into) ? (into as Spelled) : {};
    return { ...object, [name]: put(object[name] ?? {}, rest, value) };
}
