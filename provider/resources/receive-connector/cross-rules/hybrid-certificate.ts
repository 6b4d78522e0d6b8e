import type { CrossRule } from "../../rule";
import { isHybrid } from "../hybrid";

export const hybridCertificate: CrossRule = {
    code: "H2",
    text: "A hybrid connector's certificate is better left to the wizard than spelled out.",
    find({ declared, values }) {
        if (typeof declared.tlsCertificateName !== "string" || !isHybrid(values)) return [];
        const text =
            "tlsCertificateName of a hybrid connector is spelled out: issuer and subject may change at renewal, and this program would then write the stale name back. Leave it out, so that it stays as the Hybrid Configuration Wizard sets it";
        return [{ severity: "warning", text }];
    },
};
