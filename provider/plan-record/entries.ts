import { z } from "zod";

const call = z.object({ line: z.string(), what: z.string(), pieces: z.array(z.string()).readonly() });
const of = { stack: z.string(), run: z.string() };

/** One line of the file. */
const entry = z.discriminatedUnion("step", [
    z.object({
        ...of,
        step: z.enum(["plan", "removal"]),
        urn: z.string(),
        calls: z.array(call).readonly(),
        /** Hash of the program's inputs that are no secrets; of a removal there are none. */
        inputs: z.string().optional(),
        /** Inputs that were not known yet, so that there was no plan. */
        unknown: z.array(z.string()).readonly().optional(),
    }),
    /** It was carried out. */
    z.object({ ...of, step: z.literal("done"), urn: z.string(), what: z.enum(["plan", "removal"]) }),
    /** The run failed before it was complete, or it was no preview: what it planned counts for nobody. */
    z.object({ ...of, step: z.literal("no preview") }),
]);

export type Entry = z.output<typeof entry>;
export type Told = Extract<Entry, { step: "plan" | "removal" }>;

export const HEADER = '{"pulumi-exchange-tls":"plan record","version":1}';

/** The lines of a file; undefined: it is something else. A line that was cut off by a crash told nobody anything. */
export function readEntries(text: string): readonly Entry[] | undefined {
    const [header = "", ...lines] = text.split("\n");
    if (text !== "" && header !== HEADER) return undefined;
    return lines.flatMap((line) => {
        try {
            const parsed = entry.safeParse(JSON.parse(line));
            return parsed.success ? [parsed.data] : [];
        } catch {
            return [];
        }
    });
}

/** What still counts: of plans and of removals those of the last run that was a whole preview, without what is done. */
export function standing(entries: readonly Entry[]): readonly Told[] {
    const spoilt = new Set(entries.filter(({ step }) => step === "no preview").map(({ run }) => run));
    const valid = entries.filter((one): one is Told => "calls" in one && !spoilt.has(one.run));
    return (["plan", "removal"] as const).flatMap((step) => {
        const told = valid.filter((one) => one.step === step);
        const last = told.at(-1)?.run;
        return told.filter((one) => {
            const after = entries.slice(entries.indexOf(one));
            return (
                one.run === last &&
                !after.some((later) => later.step === "done" && later.what === step && later.urn === one.urn)
            );
        });
    });
}
