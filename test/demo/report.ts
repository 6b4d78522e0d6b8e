import type { WriteStream } from "node:tty";
import { byCmdlet, type Reading, writes } from "../lab/meter.js";

const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const GREEN = "\u001b[32m";
const RED = "\u001b[31m";
const PLAIN = "\u001b[0m";

interface Check {
    readonly what: string;
    readonly holds: boolean;
    readonly seen: string;
}

/** What the demo prints: headings, the CLI's own words, what the server was asked, and a table of checks at the end. */
export class Report {
    readonly #checks: Check[] = [];
    readonly #colours: boolean;

    constructor(private readonly out: NodeJS.WriteStream | WriteStream) {
        this.#colours = out.isTTY === true && process.env.NO_COLOR === undefined;
    }

    heading(text: string): void {
        this.line(`\n${this.#paint(BOLD, `== ${text}`)}`);
    }

    say(text: string): void {
        this.line(text);
    }

    /** The CLI's output as it comes. */
    readonly cli = (text: string): void => {
        const shown = text
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => `   ${this.#paint(DIM, "|")} ${line}\n`);
        this.out.write(shown.join(""));
    };

    /** What the server was asked meanwhile. */
    asked(reading: Reading): void {
        const { open, batch } = reading.exchanges;
        const cmdlets = Object.entries(byCmdlet(reading)).map(([cmdlet, count]) => `${cmdlet} x${count}`);
        this.line(
            `   ${this.#paint(BOLD, "server was asked:")} ${reading.connections} connection(s), ${open + batch} exchange(s), ` +
                `${writes(reading).length} write call(s); ${cmdlets.join(", ") || "no cmdlet"}`,
        );
    }

    check(what: string, holds: boolean, seen: string | number): void {
        this.#checks.push({ what, holds, seen: String(seen) });
    }

    /** Prints the table; whether every check holds. */
    close(): boolean {
        this.heading("Checks");
        const width = Math.max(...this.#checks.map(({ what }) => what.length));
        for (const { what, holds, seen } of this.#checks) {
            const mark = holds ? this.#paint(GREEN, "ok    ") : this.#paint(RED, "FAILED");
            this.line(`   ${mark} ${what.padEnd(width)}  ${seen}`);
        }
        const failed = this.#checks.filter(({ holds }) => !holds).length;
        const verdict = failed === 0 ? "every check holds" : `${failed} check(s) FAILED`;
        this.line(`\n${this.#checks.length} checks, ${verdict}.`);
        return failed === 0 && this.#checks.length > 0;
    }

    line(text: string): void {
        this.out.write(`${text}\n`);
    }

    #paint(colour: string, text: string): string {
        return this.#colours ? `${colour}${text}${PLAIN}` : text;
    }
}
