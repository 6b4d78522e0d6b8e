import type { Data } from "../resources/schannel-settings/registry/raw";
import { WIN_HTTP_BITS } from "../resources/schannel-settings/settings/names";
import type { Setting, Word } from "../resources/schannel-settings/settings/setting";

/** Words that a setting may take, besides numbers and lists. */
const WORDS: readonly Word[] = ["enabled", "disabled", true, false];

/** What each word of a setting writes, in the order of its values: `enabled`: 1, 0; `disabled`: 0, 1. */
export function writtenBy({ path, spelling, values }: Setting): string {
    if (path[0] === "winHttp") return bits();
    if (values.some(({ meaning }) => meaning === "names")) {
        const [sample] = spelling.encode(["A", "B"]);
        return typeof sample === "string" ? "one text, the names with commas between" : "one text for each name";
    }
    if (spelling.encode(512)[0] === 512) return "the number";
    return WORDS.map((word) => [word, spelling.encode(word)] as const)
        .filter(([, data]) => data.length > 0)
        .map(([word, data]) => `\`${word}\`: ${data.map(shown).join(", ")}`)
        .join("; ");
}

function bits(): string {
    const all = Object.entries(WIN_HTTP_BITS).map(([name, bit]) => `${name} ${hex(bit)}`);
    return `the sum of ${all.join(", ")}`;
}

function shown(data: Data | null): string {
    if (data === null) return "absent";
    return typeof data === "number" && data > 9 ? hex(data) : String(data);
}

function hex(data: number): string {
    return `0x${data.toString(16)}`;
}

/**
 * When a change of a setting holds (section 8; where the sources disagree, what Exchange asks for) and the sections of
 * the reference sheet that say so. By the first name of the setting's path.
 */
export const EFFECT: Readonly<Record<string, { readonly restart: string; readonly sections: string }>> = {
    protocols: { restart: "server", sections: "1.1, 2.1, 3" },
    dotNet: { restart: "server", sections: "1.3, 5" },
    winHttp: { restart: "server; the next start of a program may do (unverified)", sections: "1.4" },
    renegotiation: { restart: "server", sections: "1.1, 7.6" },
    keySizes: { restart: "server; not documented by itself", sections: "1.1" },
    cipherSuites: { restart: "server", sections: "1.2, 4" },
    curves: { restart: "server", sections: "1.2, 4" },
    ciphers: { restart: "server", sections: "1.1, 2.2, 12" },
    hashes: { restart: "server", sections: "1.1, 2.2, 7.7" },
    keyExchange: { restart: "server", sections: "1.1, 2.2, 7.8" },
    eventLogging: { restart: "server", sections: "1.1" },
};
