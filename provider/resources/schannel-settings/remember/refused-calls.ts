import type { AgentCall, AgentError, CallResult, WireObject } from "../../../session/frames";
import { type Change, callsFor, inWords } from "../plan/changes";
import { asDWord, type Data, sameData } from "../registry/raw";

/** A change that the server did not make as it was told to. */
export interface Failure {
    readonly change: Change;
    /** The call that failed, and the server's words. */
    readonly text: string;
    /** What to do about it. */
    readonly hint: string;
}

/** What is wrong with the answers to a change's calls; undefined where all went well. */
export function failureOf(change: Change, results: readonly CallResult[]): Failure | undefined {
    const calls = callsFor(change);
    for (const [index, result] of results.entries()) {
        const call = calls[index];
        if (call === undefined || "skipped" in result) continue;
        const what = change.what === "list" ? cmdletWords(call) : inWords(change);
        if (!result.ok) return { change, text: `${what}: ${result.error.message}`, hint: hintFor(call, result.error) };
        const other = otherThanWritten(change, result.out[0]);
        if (other !== undefined) return { change, text: `${what}: ${other}`, hint: OVERWRITTEN };
    }
    return undefined;
}

function otherThanWritten(change: Change, row: WireObject | undefined): string | undefined {
    if (change.what !== "value" || change.to === null) return undefined;
    const data = typeof row?.Data === "number" ? asDWord(row.Data) : row?.Data;
    const same =
        row?.Kind === change.to.kind && data !== null && data !== undefined && sameData(data as Data, change.to.data);
    return same ? undefined : `read back as ${String(row?.Kind)} ${JSON.stringify(row?.Data)}`;
}

/** `Enable-TlsCipherSuite TLS_RSA_WITH_NULL_SHA (position 2)` */
function cmdletWords(call: AgentCall): string {
    if (!("cmd" in call)) return "";
    const { Name, Position } = call.par;
    return `${call.cmd} ${String(Name)}${Position === undefined ? "" : ` (position ${String(Position)})`}`;
}

const DENIED: readonly (string | undefined)[] = ["UnauthorizedAccessException", "SecurityException"];
const OVERWRITTEN = "Look for who else writes this value, such as a group policy";

function hintFor(call: AgentCall, { category, reason }: AgentError): string {
    if (category === "PermissionDenied" || DENIED.includes(reason)) {
        return "Check that the account is an administrator of the server";
    }
    if ("cmd" in call && call.cmd.startsWith("Enable-")) {
        return `Check that this Windows knows the name ${String(call.par.Name)}, or take it out of the list`;
    }
    return "Put right what the server says";
}
