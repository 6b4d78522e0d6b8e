import { nextOccurrence, type Occurrence } from "./occurrence";
import { readWindow, type Window } from "./window";

/** The windows of one stack: changes are allowed while any of them is open. */
export interface ChangeWindow {
    /** As they were written. */
    readonly text: string;
    /** Whether changes are allowed now; if not, when they are next. */
    at(now: number): WindowState;
}

export type WindowState =
    | { readonly open: true; readonly occurrence: Occurrence }
    /** Undefined: none opens any more. */
    | { readonly open: false; readonly next: Occurrence | undefined };

/** A window, or a JSON list of windows; everything that is wrong with it otherwise. */
export function readChangeWindow(text: string): ChangeWindow | { readonly problems: readonly string[] } {
    const texts = textsOf(text);
    if (texts === undefined) {
        return { problems: ["is not a window, and not a JSON list of windows"] };
    }
    if (texts.length === 0) return { problems: ["is an empty list: name a window, or remove the setting"] };
    const windows = texts.map(readWindow);
    const problems = windows.flatMap((one) => ("problem" in one ? [one.problem] : []));
    if (problems.length > 0) return { problems };
    return changeWindow(windows.filter((one): one is Window => !("problem" in one)));
}

function textsOf(text: string): readonly string[] | undefined {
    if (!text.trim().startsWith("[")) return [text];
    try {
        const list: unknown = JSON.parse(text);
        return Array.isArray(list) && list.every((entry) => typeof entry === "string") ? list : undefined;
    } catch {
        return undefined;
    }
}

function changeWindow(windows: readonly Window[]): ChangeWindow {
    return {
        text: windows.map((window) => window.text).join(", "),
        at(now) {
            const [first] = windows
                .flatMap((window) => nextOccurrence(window, now) ?? [])
                .sort((a, b) => a.start - b.start);
            if (first !== undefined && first.start <= now) return { open: true, occurrence: first };
            return { open: false, next: first };
        },
    };
}
