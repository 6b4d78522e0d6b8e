import type { AgentCall, MachineCall } from "../../../session/frames";
import { READ_KEYS } from "./keys";

/** Tells the machine's clock and boot: last of what is read, and what is read back after a write. */
export const BOOT: MachineCall = { machine: "boot" };

/**
 * The calls that read everything of one server, in one exchange; they are independent of each other (no `stopOnError`).
 * {@link liveOf} takes their results.
 */
export function readCalls(): readonly AgentCall[] {
    return [
        ...READ_KEYS.map(({ view, key }) => ({ reg: "get", hive: "HKLM", view, key }) as const),
        { cmd: "Get-TlsCipherSuite", par: {}, sel: ["Name"], local: true },
        BOOT,
    ];
}

export const READ_KEYS_COUNT = READ_KEYS.length;
/** How many results {@link liveOf} expects. */
export const READ_COUNT = READ_KEYS_COUNT + 2;
