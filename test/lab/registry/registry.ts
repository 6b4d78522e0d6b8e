import { fold } from "./fold.js";
import { Key } from "./key.js";

/** Which half of `SOFTWARE` a caller sees: its own one is called so, the other one's lies below `Wow6432Node`. */
export type View = 64 | 32;

/** `HKLM` of one computer. Paths are below it; only `\` separates. */
export class Registry {
    readonly root: Key;

    constructor(readonly now: () => Date) {
        this.root = new Key("HKLM", null, now());
    }

    find(path: string, view: View = 64): Key | undefined {
        let key: Key | undefined = this.root;
        for (const name of placeOf(segmentsOf(path), view)) key = key?.subKey(name);
        return key;
    }

    /** Makes what is missing; `created` are the paths of what was, outermost first, as the caller sees them. */
    ensure(path: string, view: View = 64): { readonly key: Key; readonly created: readonly string[] } {
        const segments = segmentsOf(path);
        const created: string[] = [];
        let key = this.root;
        for (const at of segments.keys()) {
            const names = placeOf(segments.slice(0, at + 1), view);
            const seen = this.at(names);
            if (seen === undefined) created.push(segments.slice(0, at + 1).join("\\"));
            key = seen ?? this.make(names);
        }
        return { key, created };
    }

    /** With everything below. */
    removeTree(path: string, view: View = 64): boolean {
        const key = this.find(path, view);
        return key?.parent?.removeSubKey(key.name, this.now()) ?? false;
    }

    /** A registry with copies of these keys alone, as they are now. */
    copyOf(paths: readonly string[]): Registry {
        const copy = new Registry(this.now);
        for (const path of paths) {
            const key = this.find(path);
            if (key !== undefined) copy.ensure(path).key.takeFrom(key);
        }
        return copy;
    }

    private at(names: readonly string[]): Key | undefined {
        let key: Key | undefined = this.root;
        for (const name of names) key = key?.subKey(name);
        return key;
    }

    private make(names: readonly string[]): Key {
        let key = this.root;
        for (const name of names) key = key.subKey(name) ?? key.addSubKey(name, this.now());
        return key;
    }
}

/** Runs of `\` count as one, and one at the end is nothing. */
export function segmentsOf(path: string): readonly string[] {
    return path.split(/\\+/).filter((name) => name !== "");
}

function placeOf(segments: readonly string[], view: View): readonly string[] {
    const [first, second, ...others] = segments;
    if (view === 64 || first === undefined || fold(first) !== "SOFTWARE") return segments;
    if (second === undefined) return [first, "Wow6432Node"];
    return fold(second) === "WOW6432NODE" ? segments : [first, "Wow6432Node", second, ...others];
}
