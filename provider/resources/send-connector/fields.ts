import type { FieldTable } from "../field";
import { generalFields } from "./fields/general";
import { routingFields } from "./fields/routing";
import { smtpFields } from "./fields/smtp";
import { tlsFields } from "./fields/tls";

/** Reference sheet 3.2; for Exchange 2007 less what section 13 calls missing there. */
export const fields = { ...generalFields, ...routingFields, ...tlsFields, ...smtpFields } satisfies FieldTable;
