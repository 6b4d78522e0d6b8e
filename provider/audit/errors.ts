import { ExchangeTlsError } from "../errors";

/** A change outside the change window. Nothing was sent. */
export class OutsideWindowError extends ExchangeTlsError {
    override readonly code = "OutsideWindow";
}

/** Nothing can be put on record, so nothing was sent. */
export class AuditLogError extends ExchangeTlsError {
    override readonly code = "AuditLog";
}

/** Something was sent, and could not be put on record. */
export class UnloggedError extends ExchangeTlsError {
    override readonly code = "Unlogged";
}
