import type { Data } from "../registry/raw";
import { SETTINGS } from "../settings";
import { LISTS, type ListName } from "../settings/policy-lists";
import { type Setting, titleOf, type Word } from "../settings/setting";
import type { Exchange } from "../versions/exchange";
import type { Windows } from "../versions/windows";
import { type Baseline, exchangeBaseline } from "./baseline";
import { type SchannelArgs, type SchannelInputs, UNMANAGED } from "./inputs";

/** A property of the program, e.g. `["protocols", "TLS 1.0"]`; undefined: the baseline wants it. */
export type Leaf = readonly string[] | undefined;

/** What is wanted of one setting. */
export interface WantedSetting {
    readonly setting: Setting;
    /** One for each value of the setting; null: absent. */
    readonly data: readonly (Data | null)[];
    readonly leaf: Leaf;
}

/** A list that the cmdlets write. */
export interface WantedList {
    readonly list: ListName;
    readonly order: readonly string[];
    readonly leaf: Leaf;
}

export const UNKNOWN = Symbol("unknown version");

export interface Desired {
    readonly settings: readonly WantedSetting[];
    readonly lists: readonly WantedList[];
    /** What is left as it stands; of the baseline with what that would want. */
    readonly found: { readonly settings: readonly WantedSetting[]; readonly lists: readonly WantedList[] };
    readonly force: ReadonlySet<string>;
    readonly repair: boolean;
    /** Why the baseline does not apply, or that nobody can tell because a version is not known. */
    readonly noBaseline?: string | typeof UNKNOWN;
}

interface Choice {
    readonly path: readonly string[];
    readonly word: Word;
}

/** What the program and the baseline want of this server; the program wins setting by setting. */
export function desiredOf(args: SchannelArgs, windows: Windows | undefined, exchange: Exchange | undefined): Desired {
    const baseline = args.baseline === undefined ? undefined : baselineOf(windows, exchange);
    const rows = typeof baseline === "object" && baseline.ok ? baseline.rows : [];
    const { found: { paths, titles } = { paths: [], titles: [] }, ...declared } = args;
    const own = [...choices(declared), ...paths.map((path): Choice => ({ path, word: [] }))];
    const settings = new Map<string, WantedSetting>();
    const lists = new Map<ListName, WantedList>();
    for (const { settings: row } of rows) {
        for (const { path, word } of choices(row)) take(path, word, undefined);
    }
    // A property that names more of the path is more special: it comes later and wins.
    for (const { path, word } of own.toSorted((a, b) => a.path.length - b.path.length)) take(path, word, path);

    function take(path: readonly string[], word: Word, leaf: Leaf): void {
        const list = LISTS.find((name) => name === path[0]);
        if (list !== undefined) {
            // One list, one place: the program's scope takes the place of the baseline's.
            lists.delete(list);
            settings.delete(`${list}.policy`);
            if (word === UNMANAGED) return;
            if (path[1] === "local") lists.set(list, { list, order: word as readonly string[], leaf: leaf && [list] });
        }
        if (list !== undefined && path[1] === "local") return;
        for (const setting of SETTINGS.filter((one) => covers(path, one.path))) {
            const at = titleOf(setting);
            if (word === UNMANAGED) settings.delete(at);
            else {
                const data = setting.spelling.encode(word);
                settings.set(at, { setting, data, leaf: leaf && (list === undefined ? leaf : [list]) });
            }
        }
    }

    const left = new Set(paths.map(nameOf));
    const isLeft = (title: string, leaf: Leaf) =>
        leaf === undefined ? titles.includes(title) : left.has(nameOf(leaf));
    const [leftSettings, ownSettings] = parted([...settings.values()], (one) => isLeft(titleOf(one.setting), one.leaf));
    const [leftLists, ownLists] = parted([...lists.values()], (one) => isLeft(one.list, one.leaf));
    return {
        settings: ownSettings,
        lists: ownLists,
        found: { settings: leftSettings, lists: leftLists },
        force: new Set(args.force ?? []),
        repair: args.repair === true,
        ...(baseline === UNKNOWN && { noBaseline: UNKNOWN }),
        ...(typeof baseline === "object" && !baseline.ok && { noBaseline: baseline.why }),
    };
}

/** The same text for the same property; of a list whatever its scope. */
function nameOf(path: readonly string[]): string {
    return LISTS.some((list) => list === path[0]) ? (path[0] ?? "") : path.join("\n");
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
    return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function baselineOf(windows: Windows | undefined, exchange: Exchange | undefined): Baseline | typeof UNKNOWN {
    return windows === undefined || exchange === undefined ? UNKNOWN : exchangeBaseline(windows, exchange);
}

/** Properties with their words, each with its path. */
function choices({ baseline: _, force: __, repair: ___, cipherSuites, curves, ...rest }: SchannelInputs): Choice[] {
    const ordered = Object.entries({ cipherSuites, curves }).flatMap(([name, list]): Choice[] => {
        if (list === undefined) return [];
        if (list === UNMANAGED) return [{ path: [name], word: UNMANAGED }];
        return [{ path: [name, list.scope ?? "local"], word: list.order }];
    });
    return [...leaves([], rest), ...ordered];
}

function leaves(path: readonly string[], value: unknown): Choice[] {
    if (value === undefined) return [];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [{ path, word: value as Word }];
    return Object.entries(value).flatMap(([name, inner]) => leaves([...path, name], inner));
}

/** Whether `names` stand in `path`, in their order. */
export function covers(names: readonly string[], path: readonly string[]): boolean {
    let next = 0;
    for (const part of path) if (part === names[next]) next += 1;
    return next === names.length;
}
