import type { Live } from "../reading/live";
import { pictureOf } from "../reading/picture";
import { SETTINGS } from "../settings";
import { LISTS } from "../settings/policy-lists";
import { type Setting, titleOf, type Word } from "../settings/setting";
import { knownWordOf, wordOf } from "./present";

/** What somebody configured on a server, as a program would declare it. */
export interface Configured {
    readonly args: Tree;
    /** Settings that no word of a program stands for. */
    readonly odd: readonly string[];
}

export interface Tree {
    [name: string]: Tree | Word;
}

/**
 * Every setting that has a value, in the fewest words. Not the orders of suites and curves: Windows keeps its own where
 * nobody chose one, and policy's belongs to the policy.
 */
export function configuredOn(live: Live): Configured {
    const picture = pictureOf(live);
    const args: Tree = {};
    const odd: string[] = [];
    for (const [path, settings] of byProgramPath()) {
        const words = settings.map((setting) => knownWordOf({ setting }, picture));
        const [word] = words;
        if (words.every((one) => one === "default")) continue;
        if (word !== undefined && words.every((one) => JSON.stringify(one) === JSON.stringify(word))) {
            put(args, path.split("\n"), word);
            continue;
        }
        const found = settings.map((setting) => {
            const there = String(wordOf({ setting }, picture));
            return settings.length === 1 ? there : `${titleOf(setting)} is ${there}`;
        });
        odd.push(`${path.replaceAll("\n", ".")} is not declared, because no word stands for it: ${found.join(", ")}`);
    }
    return { args: inShort(args), odd };
}

/** Settings by the property that declares them: it names both nodes of the registry at once. */
function byProgramPath(): ReadonlyMap<string, readonly Setting[]> {
    const groups = new Map<string, Setting[]>();
    for (const setting of SETTINGS.filter(({ path: [first] }) => !LISTS.some((list) => list === first))) {
        const path = setting.path.filter((name) => !/^(?:64|32)-bit$/.test(name)).join("\n");
        groups.set(path, [...(groups.get(path) ?? []), setting]);
    }
    return groups;
}

function put(into: Tree, [name = "", ...rest]: readonly string[], word: Word): void {
    if (rest.length === 0) {
        into[name] = word;
        return;
    }
    const tree = treeIn(into, name);
    into[name] = tree;
    put(tree, rest, word);
}

function treeIn(tree: Tree, name: string): Tree {
    const below = tree[name];
    return typeof below === "object" && !Array.isArray(below) ? (below as Tree) : {};
}

/** One word where both roles of a protocol, or both versions of .NET, have it. */
function inShort({ protocols, dotNet, ...rest }: Tree): Tree {
    const named = Object.entries((protocols ?? {}) as Tree).map(([name, roles]) => {
        const { client, server } = roles as Tree;
        return [name, client === server && client !== undefined ? client : roles] as const;
    });
    const { v4 = {}, v2 = {} } = (dotNet ?? {}) as { readonly v4?: Tree; readonly v2?: Tree };
    const alike = JSON.stringify(v4) === JSON.stringify(v2);
    return {
        ...(protocols !== undefined && { protocols: Object.fromEntries(named) }),
        ...(dotNet !== undefined && { dotNet: alike ? v4 : (dotNet as Tree) }),
        ...rest,
    };
}
