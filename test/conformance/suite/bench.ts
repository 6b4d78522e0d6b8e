import { expect } from "chai";
import type { Lab } from "../../lab/index.js";
import { writes } from "../../lab/meter.js";
import { type Directory, differences, directoryOf } from "../driver/directory";
import { Place } from "../driver/place";
import { type Program, type Run, Stack, urnOf } from "../driver/stack";
import type { Sample } from "../sample";
import type { Subject } from "../subject";

/** A write as it left the provider, without what every call has: the domain controller, the identity, the mark. */
export interface Write {
    readonly cmd: string;
    readonly par: Readonly<Record<string, unknown>>;
}

const MARK = / ?\[pulumi [0-9a-f]{12}\]$/;

/** The organisations of one kind's suite, each started when it is first needed, and what is read off them. */
export class Bench {
    readonly #places = new Map<string, Promise<Place>>();

    constructor(readonly subject: Subject) {}

    place(name = "own"): Promise<Place> {
        const options = this.subject.places[name];
        if (options === undefined) throw new Error(`no place is called ${name}`);
        const known = this.#places.get(name) ?? Place.open(options, this.subject.prepare);
        this.#places.set(name, known);
        return known;
    }

    async close(): Promise<void> {
        // One that could not be opened has told so.
        for (const place of await Promise.allSettled(this.#places.values())) {
            if (place.status === "fulfilled") await place.value.close();
        }
    }

    async stack(sample?: Sample, name = "subject"): Promise<Stack> {
        const { kind } = this.subject;
        return new Stack(await this.place(sample?.place), kind, urnOf(kind, name));
    }

    /** The program of a sample with one value of the property. */
    program(field: string, sample: Sample, value: unknown): Program {
        const { base, least } = this.subject;
        const beside = sample.beside?.program;
        return sample.made === undefined
            ? { ...base, ...beside, [field]: value }
            : { ...least, ...beside, [field]: value, adopt: true };
    }

    parameter(field: string): string {
        return this.subject.kind.fields[field]?.parameter ?? field;
    }

    /** The object of a stack as the server shows it, without the mark in its comment. */
    shown({ place, state }: Stack): Readonly<Record<string, unknown>> | undefined {
        const { cmdlets } = this.subject.kind;
        const all = place.lab.console.run(cmdlets.get);
        const found = all.find((one) => String(one.Guid) === state?.id) ?? (cmdlets.create ? undefined : all[0]);
        return found && { ...found, ...("Comment" in found && { Comment: unmarked(found.Comment) }) };
    }
}

/** A run that went well. */
export async function succeed(run: Promise<Run>): Promise<Run> {
    const done = await run;
    expect(done.errors).to.deep.equal([]);
    return done;
}

/** A run of a program that means what is there: nothing is planned and nothing written. */
export async function expectNothing(run: Promise<Run>, what = "nothing to do"): Promise<void> {
    const { operation, errors, reading, drift } = await run;
    expect({ operation, errors, drift, writes: writes(reading) }, what).to.deep.equal({
        operation: "same",
        errors: [],
        drift: [],
        writes: [],
    });
}

export function written({ reading }: Run): readonly Write[] {
    return writes(reading).map(({ cmd, par }) => {
        const { DomainController: _, Identity: __, ...rest } = par;
        return {
            cmd,
            par: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, comparable(value, name)])),
        };
    });
}

export function call(cmd: string, par: Readonly<Record<string, unknown>>): Write {
    const given = Object.entries(par).filter(([, value]) => value !== undefined);
    return { cmd, par: Object.fromEntries(given.map(([name, value]) => [name, comparable(value, name)])) };
}

/** What was changed in the organisation since, beside what is named. */
export function expectOnly(lab: Lab, before: Directory, changes: readonly string[]): void {
    expect(differences(before, directoryOf(lab))).to.deep.equal([...changes].sort());
}

/** Lists are sets; a comment without its mark. */
export function comparable(value: unknown, name = ""): unknown {
    if (Array.isArray(value)) return [...value].sort();
    return name === "Comment" ? unmarked(value) : value;
}

function unmarked(value: unknown): unknown {
    const text = typeof value === "object" && value !== null && "$" in value ? "" : value;
    return typeof text === "string" ? text.replace(MARK, "") : text;
}
