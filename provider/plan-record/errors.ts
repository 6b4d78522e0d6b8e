import { ExchangeTlsError } from "../errors";
import type { Told } from "./entries";

/** What is about to be sent is not what a preview told, and the stack's configuration says to stop then. */
export class LiveChangeError extends ExchangeTlsError {
    readonly code = "LiveChange";

    constructor(resource: string, step: Told["step"], why: string, difference: readonly string[]) {
        super({
            resource,
            step: "comparing with the preview",
            answer: why,
            hint: `This was not sent, because exchange-tls:onLiveChange is stop. ${AGAIN[step]}`,
        });
        this.message = [this.message, ...difference].join("\n");
        this.stack = this.message;
    }
}

/** A removal may be a destroy's: nothing tells which. */
const AGAIN: Readonly<Record<Told["step"], string>> = {
    plan: "Run pulumi preview again, then pulumi up",
    removal: "Run pulumi preview again (before a destroy: pulumi destroy --preview-only), then this",
};

/** The file that tells an update what its preview told cannot be used. */
export class PlanRecordError extends ExchangeTlsError {
    readonly code = "PlanRecord";

    constructor(step: string, file: string, why: string, cause?: unknown) {
        super({
            step: `${step} the plan record`,
            answer: `${file}: ${why}`,
            hint: "With exchange-tls:onLiveChange stop nothing is sent that it does not hold. Put the file right, or name another in exchange-tls:planRecord",
            cause,
        });
    }
}
