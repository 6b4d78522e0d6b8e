import { hostname, userInfo } from "node:os";
import { resolve } from "node:path";
import { type OpenLog, openAuditLog } from "./audit-log";

/** The process that sends commands, as a change window and an audit log see it. */
export interface Sender {
    /** Account on this computer. */
    readonly user: string;
    /** This computer. */
    readonly client: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Milliseconds since 1970. */
    now(): number;
    /** Opens the audit log; a relative path begins at the program's folder. */
    readonly openLog: OpenLog;
}

/** The engine starts this process in the program's folder. */
export const thisProcess: Sender = {
    user: accountName(),
    client: hostname(),
    env: process.env,
    now: Date.now,
    openLog: (file) => openAuditLog(resolve(file)),
};

function accountName(): string {
    try {
        return userInfo().username;
    } catch {
        // A container may run as a number that no account has.
        return process.env.USER ?? process.env.USERNAME ?? `uid ${process.getuid?.() ?? "unknown"}`;
    }
}
