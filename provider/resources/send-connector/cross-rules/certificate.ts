import { certificateFindings, mutualTlsFindings } from "../../certificates";
import type { CrossRule } from "../../rule";
import { sourceServers } from "../sources";

export const certificate: CrossRule = {
    code: "S23",
    text: "Every source server needs a valid certificate, enabled for SMTP, with the names of tlsCertificateName, or else for fqdn.",
    find: (subject) => certificateFindings(subject, sourceServers(subject), "send"),
};

export const mutualCertificate: CrossRule = {
    code: "S24",
    text: "For mutual TLS the certificate carries each sender domain's own name, allows client authentication and is not self-signed.",
    find: (subject) => mutualTlsFindings(subject, sourceServers(subject)),
};
