import { z } from "zod";
import { ExchangeTlsError } from "../../errors";
import { issuesOf } from "../../schema-issues";
import { type ChangeWindow, readChangeWindow } from "../../window/change-window";

/** Namespace of the settings: `pulumi config set exchange-tls:explain off`. */
export const NAMESPACE = "exchange-tls";

/** What the stack's configuration says about runs, as opposed to what a program declares. */
export type RunConfig = z.output<typeof runConfig>;

const truth = z.enum(["true", "false"], "must be true or false").prefault("false");

const runConfig = z.object({
    /** Whether the exact commands are told under each resource. */
    explain: z
        .enum(["on", "off"], "must be on or off")
        .prefault("on")
        .transform((text) => text === "on"),
    /** Whether no server is asked: for runners of pull requests without access. */
    offline: truth.transform((text) => text === "true"),
    /** What an update does when the server changed since its preview. */
    onLiveChange: z.enum(["replan", "stop"], "must be replan or stop").prefault("replan"),
    /** File that tells an update what its preview told, where `onLiveChange` is stop; undefined: one in the program's folder. */
    planRecord: z.string().trim().min(1, "names no file").optional(),
    /** When something may be written; undefined: always. */
    changeWindow: z
        .string()
        .transform((text, context): ChangeWindow => {
            const read = readChangeWindow(text);
            if (!("problems" in read)) return read;
            for (const message of read.problems) context.addIssue({ code: "custom", message });
            return z.NEVER;
        })
        .optional(),
    /** File in which every command that is sent is put on record; undefined: none. */
    auditLog: z.string().trim().min(1, "names no file").optional(),
});

export const defaults: RunConfig = runConfig.parse({});

/** All names that are settings. */
export const SETTINGS: readonly string[] = Object.keys(runConfig.shape);

/** Something in the stack's configuration is not what it must be. */
export class ConfigError extends ExchangeTlsError {
    readonly code = "Config";
}

/** The environment variable that stands for a setting, e.g. `EXCHANGE_TLS_CHANGE_WINDOW`. */
export function variableOf(setting: string): string {
    return `EXCHANGE_TLS_${setting.replaceAll(/[A-Z]/g, "_$&").toUpperCase()}`;
}

/** Where a process looks for settings: in what the engine handed over, or in its own environment. */
export interface RunConfigSources {
    /** By full name, e.g. `exchange-tls:explain`. */
    readonly get: (key: string) => string | undefined;
    /** Goes first: what the engine hands to a refresh or destroy is what the stack's last update was configured with. */
    readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reads the settings; everything that is wrong with them is one {@link ConfigError}. */
export function runConfigOf({ get, env }: RunConfigSources): RunConfig {
    // Pipelines define a variable as empty where they mean none.
    const fromEnv = (name: string) => env[variableOf(name)]?.trim() || undefined;
    const texts = SETTINGS.map((name) => [name, fromEnv(name) ?? get(`${NAMESPACE}:${name}`)]);
    const parsed = runConfig.safeParse(Object.fromEntries(texts));
    if (parsed.success) return parsed.data;
    const nameOf = (path: string) => (fromEnv(path) === undefined ? `${NAMESPACE}:${path}` : variableOf(path));
    throw new ConfigError({
        step: "reading the stack's configuration",
        answer: issuesOf(parsed.error)
            .map(({ path, message }) => `${nameOf(path)} ${message}`)
            .join("; "),
        hint: "Nothing was done. Set it right with pulumi config set, or in the environment",
    });
}
