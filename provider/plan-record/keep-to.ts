import type { Command, Watch } from "../lifecycle/apply/watch";
import type { Told } from "./entries";
import { LiveChangeError } from "./errors";
import { isTakenOut, type ToldCall } from "./told-call";

export interface Promised {
    readonly resource: string;
    readonly step: Told["step"];
    /** What a preview told of the resource; empty: none did. */
    readonly told: readonly Told[];
    /** Hash of the inputs now. */
    readonly inputs: string;
    /** As a preview tells a command. */
    readonly tell: (command: Pick<Command, "call" | "secret">) => ToldCall;
}

/** A watch that lets nothing pass but what a preview told. */
export function keepTo(promised: Promised, inner: Watch): Watch {
    let first = true;
    return {
        async begin(commands) {
            const now = commands.map(promised.tell);
            const told = promised.told.flatMap(({ calls }) => calls);
            const left = first ? lost(told, now) : [];
            if (beyond(told, now).length + left.length > 0) throw refusal(promised, told, now);
            const write = await inner.begin(commands);
            first = false;
            return write;
        },
    };
}

/** What nobody was told. */
function beyond(told: readonly ToldCall[], now: readonly ToldCall[]): readonly string[] {
    const known = new Set(told.flatMap(({ pieces }) => pieces));
    return now.flatMap(({ pieces }) => pieces).filter((piece) => !known.has(piece));
}

/** What was told of the commands that are sent, and is not part of them: afterwards, a part may be done already. */
function lost(told: readonly ToldCall[], now: readonly ToldCall[]): readonly string[] {
    const sent = new Set(now.flatMap(({ pieces }) => pieces));
    const kinds = new Set(now.map(({ what }) => what));
    return told
        .filter(({ what }) => kinds.has(what))
        .flatMap(({ pieces }) => pieces)
        .filter((piece) => !sent.has(piece) && !isTakenOut(piece));
}

/** Keeps a removal to the output `onDestroy` of a state that no refresh of this run has made anew. */
export function keepToSaid(resource: string, said: readonly string[], now: readonly string[]): void {
    if (now.every((part) => said.includes(part))) return;
    const difference = [...said.map((part) => `- ${part}`), ...now.map((part) => `+ ${part}`)];
    throw new LiveChangeError(resource, "removal", "the server changed since the state was last refreshed", difference);
}

function refusal(promised: Promised, before: readonly ToldCall[], now: readonly ToldCall[]) {
    const difference = [...before.map(({ line }) => `- ${line}`), ...now.map(({ line }) => `+ ${line}`)];
    return new LiveChangeError(promised.resource, promised.step, reason(promised), difference);
}

function reason({ step, told, inputs }: Promised): string {
    const [one] = told;
    if (one === undefined) return "no preview of this resource is on record";
    if (one.unknown !== undefined)
        return `the preview could not tell it, because ${one.unknown.join(", ")} was not known`;
    if (step === "plan" && one.inputs !== inputs) return "the program is not the one that was previewed";
    if (told.every(({ calls }) => calls.length === 0))
        return "the preview had nothing to send, and the server changed since";
    return "the server changed since the preview";
}
