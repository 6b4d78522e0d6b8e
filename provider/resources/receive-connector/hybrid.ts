import type { FieldValues } from "../values";
import { capabilitiesOf } from "./capabilities";
import { textsOf } from "./known";

/** Mail from the organisation's cloud half is trusted here: the Hybrid Configuration Wizard's shape (sheet 12.2). */
export function isHybrid(values: FieldValues): boolean {
    return textsOf(values, "tlsDomainCapabilities").some((entry) =>
        capabilitiesOf(entry).includes("AcceptCloudServicesMail"),
    );
}
