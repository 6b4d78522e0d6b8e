import type { Switches } from "../../switches.js";
import { parseSmtpDomain } from "../../values/domain.js";
import { parseIpRange } from "../../values/ip-range.js";
import { changing, reading } from "../common.js";
import type { ParameterTable } from "../parameter.js";
import { boolean, listOf, readIdentity } from "../parameter-types.js";
import { size } from "../ranges.js";

/** Sheet 7. The other parameters of the page can be read but not set here. */
export function setParameters(switches: Readonly<Switches>): ParameterTable {
    return {
        ...changing,
        Identity: { type: readIdentity },
        Force: { type: boolean, since: "2013" },
        TLSReceiveDomainSecureList: { type: listOf(parseSmtpDomain), edits: true },
        TLSSendDomainSecureList: { type: listOf(parseSmtpDomain), edits: true },
        InternalSMTPServers: { type: listOf(parseIpRange), since: "2010", edits: true },
        VerifySecureSubmitEnabled: { type: boolean, since: "2010" },
        Xexch50Enabled: { type: boolean, since: "2010" },
        MaxReceiveSize: size(switches),
        MaxSendSize: size(switches),
    };
}

export const getParameters: ParameterTable = { ...reading, Identity: { type: readIdentity } };
