import type { Refusal } from "../../lifecycle/plan/judge";
import type { Wire } from "../../pulumi/engine/wire";

/** Why a program would not be taken as it is; none: a preview would be empty. */
export type Objections = (program: Wire) => Promise<readonly Refusal[]>;

export type Accepted =
    | { readonly program: Wire; readonly remarks: readonly string[] }
    /** Whatever is left out, this stands against it. */
    | { readonly refusal: string };

/**
 * The most of a program that nothing stands against. A rule that an argument lifts is lifted; otherwise the first of
 * `dispensable` goes that makes the objection go.
 */
export async function acceptable(
    program: Wire,
    exceptions: readonly string[],
    dispensable: readonly string[],
    objections: Objections,
): Promise<Accepted> {
    const remarks: string[] = [];
    let now = program;
    for (;;) {
        const [objection] = await objections(now);
        if (objection === undefined) return { program: now, remarks };
        const { code, message } = objection;
        const cured = async (next: Wire) => !(await objections(next)).some((one) => one.message === message);
        const lifting = await firstOf(exceptions, async (name) => !(name in now) && cured({ ...now, [name]: true }));
        if (lifting !== undefined) {
            now = { ...now, [lifting]: true };
            remarks.push(`${lifting}, because of what is there: ${message}`);
            continue;
        }
        // What the objection names is most likely what it is about.
        const named = dispensable.filter((one) => message.includes(one));
        const name = await firstOf(
            [...new Set([...named, ...dispensable])],
            async (one) => one in now && cured(without(now, one)),
        );
        if (name === undefined) return { refusal: message };
        now = without(now, name);
        // What a server of this version does not have is nobody's loss.
        if (code !== "Version") remarks.push(`${name} is not declared: ${message}`);
    }
}

function without(program: Wire, name: string): Wire {
    return Object.fromEntries(Object.entries(program).filter(([key]) => key !== name));
}

async function firstOf(
    names: readonly string[],
    fits: (name: string) => Promise<boolean>,
): Promise<string | undefined> {
    for (const name of names) if (await fits(name)) return name;
    return undefined;
}
