import type { Place } from "../registry/place";
import type { Data } from "../registry/raw";

/** A setting's value as the program writes it: `"disabled"`, `true`, `2048`, `["TLS 1.2"]`. */
export type Word = string | number | boolean | readonly string[];

/** One registry value that belongs to a setting. */
export interface ValueRow {
    readonly place: Place;
    /** The only kind that Windows documents for it. */
    readonly kind: "DWord" | "String" | "MultiString";
    /**
     * `flag`: any number but 0 means the same (section 2.2). `names`: a list, however it is punctuated. `exact`: each
     * number has its own meaning.
     */
    readonly meaning: "flag" | "names" | "exact";
}

/** How words become data, one for each value of the setting; `null`: the value is absent. */
export interface Spelling {
    encode(word: Word): readonly (Data | null)[];
    /** The word for data in which a flag that is on stands as its canonical number; undefined where none fits. */
    decode(data: readonly (Data | null)[]): Word | undefined;
}

/**
 * One switch of the server: the single source for what is read, compared, written and documented.
 * A property of the program covers every setting whose path holds the property's names in their order: `dotNet.strongCrypto`
 * covers `dotNet.v4.64-bit.strongCrypto` and three more.
 */
export interface Setting {
    readonly path: readonly string[];
    readonly values: readonly ValueRow[];
    readonly spelling: Spelling;
    /** Meaning, unit, range, default, versions: for the documentation. */
    readonly doc: string;
}

/** Words with the data that each of them stands for. */
export function words(table: readonly (readonly [Word, readonly (number | null)[]])[]): Spelling {
    return {
        encode: (word) => table.find(([one]) => one === word)?.[1] ?? [],
        decode: (data) => table.find(([, row]) => row.every((entry, index) => entry === data[index]))?.[0],
    };
}

/** A number as it is, or `default`. */
export const amount: Spelling = {
    encode: (word) => [typeof word === "number" ? word : null],
    decode: ([data]) => (typeof data === "number" ? data : data === null ? "default" : undefined),
};

/** `protocols.TLS 1.0.server` */
export function titleOf({ path }: Pick<Setting, "path">): string {
    return path.join(".");
}

/** Names in the data of a list, whether it is one text with commas or several. */
export function namesIn(data: Data): readonly string[] {
    const names = typeof data === "string" ? data.split(",") : typeof data === "number" ? [] : data;
    return names.map((name) => name.trim()).filter((name) => name !== "");
}
