import type { FieldValues } from "../values";
import { textsOf } from "./known";

/** Mail from the organisation's cloud half is trusted here: the Hybrid Configuration Wizard's shape (sheet 12.2). */
export function isHybrid(values: FieldValues): boolean {
    return textsOf(values, "tlsDomainCapabilities").some((entry) =>
        entry
            .slice(entry.lastIndexOf(":") + 1)
            .split(",")
            .includes("AcceptCloudServicesMail"),
    );
}
