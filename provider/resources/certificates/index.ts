export { certificateFindings } from "./certificate-findings";
export { chosenCertificates } from "./chosen-certificates";
export { mutualTlsFindings } from "./mutual-tls-findings";
