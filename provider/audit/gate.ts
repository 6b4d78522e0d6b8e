import type { ChangeWindow } from "../window/change-window";
import { nextInWords } from "../window/in-words";
import { OutsideWindowError } from "./errors";
import type { Sender } from "./sender";

/** Holds why somebody writes outside the change window. */
export const OUTSIDE_WINDOW_ENV = "EXCHANGE_TLS_OUTSIDE_WINDOW";

/** Shorter is no reason that anybody understands a year later: `1`, `yes`, `urgent`. */
const LEAST_REASON = 10;

/** Whether something may be sent now, and under which window or for which reason. */
export type Passage =
    | { readonly open: true; readonly window: string | null; readonly reason: string | null }
    | { readonly open: false; readonly why: string };

export function passageNow(window: ChangeWindow | undefined, { env, now }: Sender): Passage {
    if (window === undefined) return { open: true, window: null, reason: null };
    const moment = now();
    const state = window.at(moment);
    if (state.open) return { open: true, window: state.occurrence.text, reason: null };
    const reason = env[OUTSIDE_WINDOW_ENV]?.trim() ?? "";
    if (reason.length >= LEAST_REASON) return { open: true, window: null, reason };
    const odd = reason === "" ? "" : ` and ${OUTSIDE_WINDOW_ENV} holds no reason ('${reason}': write a sentence)`;
    return { open: false, why: `it is outside the change window${odd}; ${nextInWords(state.next, moment)}` };
}

export function refusal(resource: string, why: string): OutsideWindowError {
    const hint = `This was not sent. Run again then, or give the reason for doing it now in ${OUTSIDE_WINDOW_ENV}`;
    return new OutsideWindowError({ resource, step: "writing", answer: why, hint });
}

/** What a preview says of it; undefined where there is nothing to say. */
export function foretold(passage: Passage): string | undefined {
    if (!passage.open) return `pulumi up would be refused now: ${passage.why}`;
    return passage.reason === null ? undefined : outside(passage.reason);
}

export function outside(reason: string): string {
    return `writes outside the change window, because ${OUTSIDE_WINDOW_ENV} says: ${reason}`;
}
