import type { CmdletCall } from "../../../session/frames";
import { sameData } from "../registry/raw";
import type { ListName } from "../settings/policy-lists";

const CMDLETS: Readonly<Record<ListName, readonly [enable: string, disable: string]>> = {
    cipherSuites: ["Enable-TlsCipherSuite", "Disable-TlsCipherSuite"],
    curves: ["Enable-TlsEccCurve", "Disable-TlsEccCurve"],
};

/** Cmdlet → parameters that the agent has to let through. They run beside the Exchange session. */
export const LOCAL_CMDLETS: Readonly<Record<string, readonly string[]>> = {
    "Get-TlsCipherSuite": [],
    ...Object.fromEntries(
        Object.values(CMDLETS).flatMap(([enable, disable]) => [
            [enable, ["Name", "Position"]],
            [disable, ["Name"]],
        ]),
    ),
};

/** One call, and the order that it leaves. */
interface Step {
    readonly call: CmdletCall;
    readonly leaves: readonly string[];
}

/**
 * Steps that turn one order into another: what is missing comes in first, what is too much goes then, and what stands in
 * the wrong place goes out and in again, because nobody documents that enabling moves. The list is never empty meanwhile.
 * From any order that a step leaves, the way is the rest of the same steps.
 */
function steps(list: ListName, from: readonly string[], to: readonly string[]): readonly Step[] {
    const [enable, disable] = CMDLETS[list];
    const now = [...new Set(from)];
    const taken: Step[] = [];
    const putIn = (name: string, position: number) => {
        now.splice(position, 0, name);
        take({ cmd: enable, par: { Name: name, Position: position }, sel: [], local: true });
    };
    const takeOut = (name: string) => {
        now.splice(now.indexOf(name), 1);
        take({ cmd: disable, par: { Name: name }, sel: [], local: true });
    };
    const take = (call: CmdletCall) => taken.push({ call, leaves: [...now] });
    to.forEach((name, index) => {
        const before = to[index - 1];
        if (!now.includes(name)) putIn(name, before === undefined ? 0 : now.indexOf(before) + 1);
    });
    for (const name of [...now]) if (!to.includes(name)) takeOut(name);
    to.forEach((name, index) => {
        if (now[index] === name) return;
        takeOut(name);
        putIn(name, index);
    });
    return taken;
}

/** The calls that turn one order into another. */
export function orderCalls(list: ListName, from: readonly string[], to: readonly string[]): readonly CmdletCall[] {
    return steps(list, from, to).map(({ call }) => call);
}

/** Whether an order is one that these calls leave when they break off. */
export function isOnTheWay(
    order: readonly string[],
    list: ListName,
    from: readonly string[],
    to: readonly string[],
): boolean {
    return steps(list, from, to).some(({ leaves }) => sameData(leaves, order));
}
