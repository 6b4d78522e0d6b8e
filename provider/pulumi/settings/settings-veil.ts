import type { Command, Watch } from "../../lifecycle/apply/watch";
import { MASK } from "../../lifecycle/tell/mask";
import { secret, type Wire } from "../engine/wire";

/** Outputs that no setting shows in. */
const OPEN = ["computer", "windows", "exchange", "dotNetFramework", "rebootRequired", "pendingSince"];

/**
 * Hides what tells of secret settings: a registry value is a setting in other words, so beside one that the program calls
 * secret none is shown, and all outputs that hold any are secrets too.
 */
export class SettingsVeil {
    /** Settings that the program calls secret. */
    readonly #names: readonly string[];

    constructor(secrets: ReadonlySet<string>) {
        this.#names = [...secrets].filter((name) => name !== "connection");
    }

    get isDrawn(): boolean {
        return this.#names.length > 0;
    }

    outputs(outputs: object): Wire {
        const entries = Object.entries(outputs);
        if (!this.isDrawn) return Object.fromEntries(entries);
        return Object.fromEntries(entries.map(([name, value]) => [name, OPEN.includes(name) ? value : secret(value)]));
    }

    /** Lines that hold registry values. */
    lines(lines: readonly string[]): readonly string[] {
        if (!this.isDrawn || lines.length === 0) return lines;
        return [`${lines.length} change(s), not shown: ${this.#names.join(", ")} is a secret`];
    }

    /** A text that may hold what a registry value was and will be. */
    text(text: string): string {
        return this.isDrawn ? text.replaceAll(/: [^;\n]* -> [^;\n]*/g, `: ${MASK}`) : text;
    }

    /** Nothing of a command is put on record but that it was sent, and what became of it. */
    watch(watch: Watch): Watch {
        if (!this.isDrawn) return watch;
        return {
            async begin(commands) {
                const { permit, end } = await watch.begin(commands.map(veiled));
                return { permit, end: (ending) => end(ending, undefined) };
            },
        };
    }
}

function veiled({ call }: Command): Command {
    return { call, before: {}, secret: new Set(Object.keys("cmd" in call ? call.par : call)) };
}
