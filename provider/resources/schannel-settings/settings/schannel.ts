import type { KeyPlace } from "../registry/place";

/** Root of the SCHANNEL settings (section 1.1). Not redirected for 32-bit programs. */
export const SCHANNEL = "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL";

/** A key below the root. */
export function schannel(...names: readonly string[]): KeyPlace {
    return { view: 64, key: [SCHANNEL, ...names].join("\\") };
}
