import type { RunConfig } from "./run-config";

/** One setting of the stack's configuration, for the reader. */
export interface SettingRow {
    /** What it can be. */
    readonly values: string;
    readonly default: string;
    readonly meaning: string;
}

/** What `connection()` reads of it in the program. */
export const CONNECTION_SETTINGS = {
    host: { values: "name or address", default: "", meaning: "Machine that is logged on to over SSH" },
    port: { values: "1 to 65535", default: "22", meaning: "Its SSH port" },
    username: { values: "account", default: "", meaning: "Account of the logon, e.g. `CONTOSO\\svc-tls`" },
    hostKey: {
        values: "`SHA256:…`, or a list",
        default: "",
        meaning: "Fingerprint of its host key; any other is refused",
    },
    exchangeServer: {
        values: "FQDN",
        default: "`host`",
        meaning: "Exchange server, where `host` is a management host",
    },
    connection: {
        values: "object",
        default: "",
        meaning: "Any other property of a `Connection`, e.g. `passwordFile`",
    },
} as const satisfies Record<string, SettingRow>;

/** What the provider reads of it in every run. Each has an environment variable, which goes first. */
export const RUN_SETTINGS: Readonly<Record<keyof RunConfig, SettingRow>> = {
    explain: {
        values: "`on`, `off`",
        default: "`on`",
        meaning: "Whether the exact commands are told under each resource",
    },
    offline: {
        values: "`true`, `false`",
        default: "`false`",
        meaning: "Whether no server is asked: for runners of pull requests without access",
    },
    onLiveChange: {
        values: "`replan`, `stop`",
        default: "`replan`",
        meaning:
            "What an update does when the server changed since its preview: plan anew, or send nothing and show both",
    },
    planRecord: {
        values: "file",
        default: "`.exchange-tls/<project>.<stack>.plan.jsonl`",
        meaning: "With `onLiveChange` `stop`: what the preview told, for the update; relative to the program's folder",
    },
    changeWindow: {
        values: "a window, or a list of windows",
        default: "any time",
        meaning: "When something may be written, e.g. `Sat 22:00-02:00 Europe/Berlin`",
    },
    auditLog: {
        values: "file",
        default: "none",
        meaning: "File to which one JSON line is appended for each command sent; relative to the program's folder",
    },
};

/** Every name that the namespace `exchange-tls` knows. */
export const SETTING_NAMES: readonly string[] = [...Object.keys(CONNECTION_SETTINGS), ...Object.keys(RUN_SETTINGS)];
