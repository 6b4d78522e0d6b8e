import type * as pulumi from "@pulumi/pulumi";
import { foretold, passageNow } from "../../audit/gate";
import { unopenable } from "../../audit/opening";
import { type WatchRequest, watchOver } from "../../audit/watch";
import { unwatched, type Watch } from "../../lifecycle/apply/watch";
import type { PinnedSession } from "../../lifecycle/observe/pinned";
import type { PlanRecord } from "../../plan-record/plan-record";
import type { ConnectionSettings } from "../../session/connection-settings";
import type { Log } from "../engine/engine-log";
import { defaults, type RunConfig, runConfigOf } from "./run-config";
import type { Ways } from "./ways";

/** What all calls of one process share: the ways out, and what the stack's configuration says. */
export interface Run {
    readonly log: Log;
    readonly session: (settings: ConnectionSettings) => PinnedSession;
    /** Throws a `ConfigError` where the configuration is wrong: every call says so, and none does anything. */
    readonly config: () => RunConfig;
    /** What stands between a resource and its server when something is written. */
    readonly watch: (resource: Watched) => Watch;
    /** What previews of the resource's stack told; undefined unless updates keep to it (`onLiveChange`). */
    readonly record: (urn: string) => PlanRecord | undefined;
    /** Says, once for the whole run, what keeps this plan from being carried out now: change window, audit log. */
    readonly foretell: () => void;
}

export type Watched = Omit<WatchRequest, "sender" | "changeWindow" | "auditLog" | "tell">;

/** Before the engine has configured anything: the SDK does not await `configure`. */
export function unconfigured({ session }: Ways): Run {
    const nothing = () => undefined;
    return {
        log: nothing,
        session,
        config: () => defaults,
        watch: () => unwatched,
        record: nothing,
        foretell: nothing,
    };
}

/** What the configuration of a run is wrong in, by where the run tells: one error for all its resources. */
const wrong = new WeakMap<Log, unknown>();

function sameFailure<T>(log: Log, read: () => T): T {
    if (wrong.has(log)) throw wrong.get(log);
    try {
        return read();
    } catch (error) {
        wrong.set(log, error);
        throw error;
    }
}

export function configured(
    { session, log: open, sender, planRecords }: Ways,
    { config }: pulumi.dynamic.ConfigureRequest,
): Run {
    const log = open();
    let read: RunConfig | undefined;
    const settings = () =>
        (read ??= sameFailure(log, () => runConfigOf({ get: (key) => config.get(key), env: sender.env })));
    // Of the whole run, so it stands under the stack.
    const tell = (text: string) => log("warning", "", text);
    let told = false;
    return {
        log,
        session,
        config: settings,
        watch: (resource) => {
            const { changeWindow, auditLog } = settings();
            return watchOver({ ...resource, sender, changeWindow, auditLog, tell });
        },
        record: (urn) => {
            const { onLiveChange, planRecord } = settings();
            return onLiveChange === "stop" ? planRecords.of(urn, planRecord) : undefined;
        },
        foretell: () => {
            if (told) return;
            told = true;
            const { changeWindow, auditLog } = settings();
            for (const text of [foretold(passageNow(changeWindow, sender)), unopenable(auditLog)]) {
                if (text !== undefined) tell(text);
            }
        },
    };
}
