import type { Place } from "../registry/place";
import { keysOf, WIN_HTTP_BITS, type WinHttpProtocol } from "./names";
import type { Setting, Spelling } from "./setting";

const ALL = keysOf(WIN_HTTP_BITS);
const KNOWN = ALL.reduce((sum, name) => sum | WIN_HTTP_BITS[name], 0);

export function maskOf(names: readonly string[]): number {
    return ALL.filter((name) => names.includes(name)).reduce((sum, name) => sum | WIN_HTTP_BITS[name], 0);
}

/** The names of a mask; undefined where it has a bit without a name. */
export function namesIn(mask: number): readonly WinHttpProtocol[] | undefined {
    return (mask & ~KNOWN) === 0 ? ALL.filter((name) => (mask & WIN_HTTP_BITS[name]) !== 0) : undefined;
}

const SPELLING: Spelling = {
    encode: (word) => [Array.isArray(word) ? maskOf(word) : null],
    decode: ([data]) => (typeof data === "number" ? namesIn(data) : data === null ? "default" : undefined),
};

function place(view: 64 | 32): Place {
    return {
        view,
        key: "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp",
        name: "DefaultSecureProtocols",
    };
}

/** Both nodes are needed on x64 (section 1.4). */
export const winHttp: readonly Setting[] = ([64, 32] as const).map(
    (view): Setting => ({
        path: ["winHttp", `${view}-bit`, "protocols"],
        values: [{ place: place(view), kind: "DWord", meaning: "exact" }],
        spelling: SPELLING,
        doc: "Versions that WinHTTP programs use that name none themselves: the bit mask DefaultSecureProtocols in both nodes. SCHANNEL can always veto. default removes the value.",
    }),
);

export const WIN_HTTP_PLACES = [place(64), place(32)] as const;
