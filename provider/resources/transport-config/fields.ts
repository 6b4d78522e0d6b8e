import { smtpDomain } from "../../values/domain";
import type { FieldTable } from "../field";

/** Reference sheet, section 7. */
export const fields = {
    tlsSendDomainSecureList: {
        parameter: "TLSSendDomainSecureList",
        type: smtpDomain,
        list: { mode: "merge" },
        since: "2007 SP1",
        tls: 3,
        default: "empty",
        doc: "Domains to which mail is sent with mutual TLS. Exact domains: no wildcard, each sub-domain by itself. Needs a send connector with domainSecureEnabled.",
    },
    tlsReceiveDomainSecureList: {
        parameter: "TLSReceiveDomainSecureList",
        type: smtpDomain,
        list: { mode: "merge" },
        since: "2007 SP1",
        tls: 3,
        default: "empty",
        doc: "Domains whose mail must arrive by mutual TLS. Exact domains: no wildcard, each sub-domain by itself. Needs a receive connector with domainSecureEnabled.",
    },
} satisfies FieldTable;
