import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../errors";
import { type Entry, HEADER, readEntries, standing, type Told } from "./entries";
import { PlanRecordError } from "./errors";

/** An entry without what the book knows. */
type Note = Pick<Told, "step" | "urn" | "calls"> & Partial<Pick<Told, "inputs" | "unknown">>;

/**
 * What previews of one stack told, as one process sees it. Preview and update are different processes, and no call says
 * which one it is: so each writes down what it plans, until the program says that it is an update, or the first write
 * does. What it planned itself counts for nobody then; it keeps to what the run before told.
 */
export class PlanRecord {
    readonly #run = randomBytes(6).toString("hex");
    readonly #told: Told[];
    /** Lines of other stacks that use the same file. */
    readonly #others: readonly Entry[];
    #begun = false;
    #ended = false;

    constructor(
        private readonly file: string,
        private readonly stack: string,
    ) {
        const entries = readEntries(this.#read());
        if (entries === undefined) throw new PlanRecordError("reading", file, "it is something else, and left alone");
        this.#told = [...standing(entries.filter((one) => one.stack === stack))];
        this.#others = entries.filter((one) => one.stack !== stack);
    }

    /** This run plans that; of a run that writes nobody needs to know. */
    note(note: Note): void {
        if (!this.#ended) this.#append({ ...note, stack: this.stack, run: this.#run });
    }

    /** This run is no preview, or no whole one: nothing that it planned counts. */
    spoil(): void {
        if (this.#ended) return;
        this.#ended = true;
        if (!this.#begun) return;
        if (this.#others.length + this.#told.length === 0) this.#remove();
        else this.#append({ step: "no preview", stack: this.stack, run: this.#run });
    }

    /** What the run before told of a resource. */
    told(step: Told["step"], urn: string): readonly Told[] {
        this.spoil();
        return this.#told.filter((one) => one.step === step && one.urn === urn);
    }

    /**
     * Carried out: it counts no more, and a file that holds nothing else goes. Gives the error where that cannot be
     * written down: what was sent stays sent, and must reach the state.
     */
    done(what: Told["step"], urn: string): PlanRecordError | undefined {
        try {
            this.#strike(what, urn);
            return undefined;
        } catch (error) {
            if (error instanceof PlanRecordError) return error;
            throw error;
        }
    }

    #strike(what: Told["step"], urn: string): void {
        const before = this.#told.length;
        this.#told.splice(0, before, ...this.#told.filter((one) => one.urn !== urn || one.step !== what));
        if (this.#told.length === before) return;
        if (this.#others.length > 0 || this.#told.some(({ step, calls }) => step === "plan" && calls.length > 0)) {
            this.#append({ step: "done", what, urn, stack: this.stack, run: this.#run });
        } else {
            this.#remove();
        }
    }

    #remove(): void {
        this.#attempt("removing", () => rmSync(this.file, { force: true }));
        this.#begun = false;
    }

    #append(entry: Entry): void {
        this.#attempt("writing", () => {
            if (!this.#begun) this.#begin();
            this.#begun = true;
            appendFileSync(this.file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
        });
    }

    /** The file anew, with what still counts: whole or not at all. */
    #begin(): void {
        mkdirSync(dirname(this.file), { recursive: true });
        const lines = [HEADER, ...[...this.#others, ...this.#told].map((one) => JSON.stringify(one)), ""];
        const draft = `${this.file}.${this.#run}`;
        writeFileSync(draft, lines.join("\n"), { mode: 0o600 });
        renameSync(draft, this.file);
    }

    #read(): string {
        try {
            return readFileSync(this.file, "utf8");
        } catch (error) {
            if (codeOf(error) === "ENOENT") return "";
            throw this.#failure("reading", error);
        }
    }

    #attempt(step: string, work: () => void): void {
        try {
            work();
        } catch (error) {
            throw this.#failure(step, error);
        }
    }

    #failure(step: string, cause: unknown): PlanRecordError {
        return new PlanRecordError(step, this.file, String(codeOf(cause) ?? cause), cause);
    }
}
