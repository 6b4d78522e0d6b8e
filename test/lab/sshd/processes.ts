import { readdirSync, readFileSync } from "node:fs";

export interface Seen {
    readonly pid: number;
    readonly parent: number;
    /** The program's short name. */
    readonly name: string;
}

/** Every living process that may be looked at. */
export function allProcesses(): readonly Seen[] {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? one(Number(name)) : []));
}

function one(pid: number): Seen[] {
    try {
        // pid (name) state parent …; the name may itself hold blanks and brackets.
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const close = stat.lastIndexOf(")");
        const [state, parent] = stat.slice(close + 2).split(" ");
        const gone = state === "Z" || state === "X";
        return gone ? [] : [{ pid, parent: Number(parent), name: stat.slice(stat.indexOf("(") + 1, close) }];
    } catch {
        return [];
    }
}

/** Whatever `pid` started, directly or not, and what has this variable in its environment: it may be an orphan. */
export function belonging(pid: number, variable: string, all = allProcesses()): readonly Seen[] {
    const known = new Set([pid]);
    for (let grown = true; grown; ) {
        const more = all.filter((one) => known.has(one.parent) && !known.has(one.pid));
        for (const one of more) known.add(one.pid);
        grown = more.length > 0;
    }
    return all.filter((one) => one.pid !== pid && (known.has(one.pid) || hasVariable(one.pid, variable)));
}

/** `pid`, what started it, and so on up, but not `top`. */
export function upTo(top: number, pid: number, all = allProcesses()): readonly Seen[] {
    const found: Seen[] = [];
    let next = all.find((one) => one.pid === pid);
    while (next !== undefined && next.pid !== top) {
        found.push(next);
        const { parent } = next;
        next = all.find((one) => one.pid === parent);
    }
    return next === undefined ? [] : found;
}

function hasVariable(pid: number, variable: string): boolean {
    try {
        return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(variable);
    } catch {
        return false;
    }
}

export function kill(pid: number, signal: NodeJS.Signals): void {
    try {
        process.kill(pid, signal);
    } catch {
        // Gone already, which is the wish.
    }
}
