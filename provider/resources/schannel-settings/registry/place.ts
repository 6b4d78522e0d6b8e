/** A registry key of the server, below `HKLM`. */
export interface KeyPlace {
    /** 32: what 32-bit programs see; makes a difference below `SOFTWARE` only. */
    readonly view: 64 | 32;
    /** Only `\` separates keys: `RC4 40/128` is one key (section 12). */
    readonly key: string;
}

/** A registry value of the server. */
export interface Place extends KeyPlace {
    readonly name: string;
}

/** The same text for the same key: names have no case. */
export function keyId({ view, key }: KeyPlace): string {
    return `${view}:${key.toLowerCase()}`;
}

/** The same text for the same value. */
export function placeId(place: Place): string {
    return `${keyId(place)}:${place.name.toLowerCase()}`;
}

/** The key as people and regedit write it, e.g. `HKLM\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319`. */
export function pathOf({ view, key }: KeyPlace): string {
    return `HKLM\\${view === 32 ? key.replace(/^SOFTWARE\\/i, "SOFTWARE\\Wow6432Node\\") : key}`;
}

/** The key above; undefined for one right below the hive. */
export function above({ view, key }: KeyPlace): KeyPlace | undefined {
    const end = key.lastIndexOf("\\");
    return end < 0 ? undefined : { view, key: key.slice(0, end) };
}

/** Last part of the path. */
export function leafOf({ key }: KeyPlace): string {
    return key.slice(key.lastIndexOf("\\") + 1);
}

/** A path as the agent tells of a key that it made, which may begin with the hive and hold the 32-bit node. */
export function keyFrom(path: string, view: 64 | 32): KeyPlace {
    const key = path.replace(/^(HKLM|HKEY_LOCAL_MACHINE):?\\/i, "");
    return { view, key: view === 32 ? key.replace(/^SOFTWARE\\Wow6432Node\\/i, "SOFTWARE\\") : key };
}
