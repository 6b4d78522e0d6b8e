import { z } from "zod";
import { ExchangeTlsError } from "../errors";
import { issuesOf } from "../schema-issues";

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
});

export const defaults: RunConfig = runConfig.parse({});

/** All names that are settings. */
export const SETTINGS: readonly string[] = Object.keys(runConfig.shape);

/** Something in the stack's configuration is not what it must be. */
export class ConfigError extends ExchangeTlsError {
    readonly code = "Config";
}

/** Reads the settings; everything that is wrong with them is one {@link ConfigError}. */
export function runConfigOf(get: (key: string) => string | undefined): RunConfig {
    const parsed = runConfig.safeParse(Object.fromEntries(SETTINGS.map((name) => [name, get(`${NAMESPACE}:${name}`)])));
    if (parsed.success) return parsed.data;
    const problems = issuesOf(parsed.error).map(({ path, message }) => `${NAMESPACE}:${path} ${message}`);
    throw new ConfigError({
        step: "reading the stack's configuration",
        answer: problems.join("; "),
        hint: "Nothing was done. Set it right with pulumi config set",
    });
}
