import { parseDomainWithSubdomains } from "../../values/domain.js";
import { reading } from "../common.js";
import type { ParameterTable } from "../parameter.js";
import { listOf, readIdentity } from "../parameter-types.js";

/** Sheet 8.1, without the obsolete `-Instance`. */
export const getParameters: ParameterTable = {
    ...reading,
    Identity: { type: readIdentity, since: "2013" },
    Thumbprint: { type: readIdentity },
    Server: { type: readIdentity },
    DomainName: { type: listOf(parseDomainWithSubdomains) },
};
