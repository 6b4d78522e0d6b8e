import type { CmdletCall } from "../../../session/frames";
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

/**
 * Calls that turn one order into another: what is missing comes in first, what is too much goes then, and what stands in
 * the wrong place goes out and in again, because nobody documents that enabling moves. The list is never empty meanwhile.
 */
export function orderCalls(list: ListName, from: readonly string[], to: readonly string[]): readonly CmdletCall[] {
    const [enable, disable] = CMDLETS[list];
    const now = [...new Set(from)];
    const calls: CmdletCall[] = [];
    const putIn = (name: string, position: number) => {
        calls.push({ cmd: enable, par: { Name: name, Position: position }, sel: [], local: true });
        now.splice(position, 0, name);
    };
    const takeOut = (name: string) => {
        calls.push({ cmd: disable, par: { Name: name }, sel: [], local: true });
        now.splice(now.indexOf(name), 1);
    };
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
    return calls;
}
