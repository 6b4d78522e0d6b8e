import { certificateFindings } from "../../certificates";
import type { CrossRule } from "../../rule";

export const usableCertificate: CrossRule = {
    code: "S23",
    text: "The server has a valid SMTP certificate of the name that the connector asks for.",
    find: (subject) => (subject.server === undefined ? [] : certificateFindings(subject, [subject.server], "receive")),
};
