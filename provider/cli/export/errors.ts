import { ExchangeTlsError } from "../../errors";

/** Nothing was written, because of what was asked for or found. */
export class ExportRefusedError extends ExchangeTlsError {
    override readonly code = "ExportRefused";
}
