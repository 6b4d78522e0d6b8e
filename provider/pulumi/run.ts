import type * as pulumi from "@pulumi/pulumi";
import type { PinnedSession } from "../lifecycle/pinned";
import type { ConnectionSettings } from "../session/connection-settings";
import type { Log } from "./engine-log";
import { defaults, type RunConfig, runConfigOf } from "./run-config";
import type { Ways } from "./ways";

/** What all calls of one process share: the ways out, and what the stack's configuration says. */
export interface Run {
    readonly log: Log;
    readonly session: (settings: ConnectionSettings) => PinnedSession;
    /** Throws a `ConfigError` where the configuration is wrong: every call says so, and none does anything. */
    readonly config: () => RunConfig;
}

/** Before the engine has configured anything: the SDK does not await `configure`. */
export function unconfigured({ session }: Ways): Run {
    return { log: () => undefined, session, config: () => defaults };
}

export function configured({ session, log }: Ways, { config }: pulumi.dynamic.ConfigureRequest): Run {
    let read: RunConfig | undefined;
    return { log: log(), session, config: () => (read ??= runConfigOf((key) => config.get(key))) };
}
