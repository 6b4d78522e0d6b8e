import { isWithin } from "../../release";
import { type CrossRule, NotChecked } from "../../rule";

const SWITCH = "UseDowngradedExchangeServerAuth";

export const downgradedAuth: CrossRule = {
    code: "R12",
    text: "suppressXAnonymousTls needs UseDowngradedExchangeServerAuth on the server's transport service first.",
    find({ values, live, server, around }) {
        const turnedOn = values.suppressXAnonymousTls === true && live?.suppressXAnonymousTls !== true;
        if (!turnedOn || server === undefined) return [];
        const service = isWithin(around.session.release ?? "2019", "2013") ? "TransportService" : "TransportServer";
        const answer = around.fact({ cmd: `Get-${service}`, par: { Identity: server }, sel: ["Name", SWITCH] });
        const own = answer.find(({ Name }) => String(Name).toUpperCase() === server);
        if (typeof own?.[SWITCH] !== "boolean")
            throw new NotChecked(`Get-${service} does not show ${SWITCH} of ${server}`);
        if (own[SWITCH]) return [];
        const text = `suppressXAnonymousTls needs ${SWITCH} on the transport service of ${server}: run Set-${service} '${server}' -${SWITCH} $true first, or leave suppressXAnonymousTls out`;
        return [{ severity: "error", text }];
    },
};
