import type { CrossRule, Finding } from "../../rule";
import { sameValue } from "../../values";
import { spacesOf } from "../address-spaces";

export const edgeServer: CrossRule = {
    code: "S14",
    text: "sourceTransportServers cannot be set on an Edge server, which has SMTP address spaces only; sourceIpAddress works only there.",
    find({ values, live, declared, around: { session } }) {
        const error = (text: string, leaveOut?: string): Finding[] => [
            { severity: "error", text, ...(leaveOut && { leaveOut }) },
        ];
        if (!session.isEdge) {
            const { sourceIpAddress: address } = values;
            // Any address is refused that would be sent, the one that means any of them too.
            const isSent = declared.sourceIpAddress !== undefined && !sameValue(address, live?.sourceIpAddress);
            if (!isSent && (address === undefined || address === "0.0.0.0")) return [];
            const text = `sourceIpAddress works only on an Edge server, and ${session.name} is none: leave it out`;
            return error(text, "sourceIpAddress");
        }
        // An Edge server shows itself as the source: only a change would be refused.
        const { sourceTransportServers: sources } = values;
        const other = spacesOf(values).filter(({ type }) => type !== "SMTP");
        return [
            ...(sources === undefined || sameValue(sources, live?.sourceTransportServers)
                ? []
                : error(
                      `sourceTransportServers cannot be set on the Edge server ${session.name}: leave it out`,
                      "sourceTransportServers",
                  )),
            ...(other.length === 0
                ? []
                : error(
                      `the Edge server ${session.name} routes SMTP only: take ${other.map(({ type, pattern }) => `${type}:${pattern}`).join(", ")} out of addressSpaces`,
                  )),
        ];
    },
};
