import { listThatCounts } from "../reading/picture";
import { sameData } from "../registry/raw";
import { OLD_PROTOCOLS, ROLES, WIN_HTTP_BITS } from "../settings/names";
import { POLICY_LIMIT, policyPlace } from "../settings/policy-lists";
import { protocolPlaces } from "../settings/protocols";
import { WIN_HTTP_PLACES } from "../settings/win-http";
import { isOn } from "../tell/effective";
import { osDefault } from "../versions/windows";
import type { GuardCode } from "./codes";
import { algorithmsOff, changeAt, effectIn, type Situation, shutOut, unknownSuites, usable } from "./situation";

/** A guard that looks at a whole plan: texts of what is wrong and what to do, none where nothing is. */
interface Guard {
    readonly code: GuardCode;
    find(situation: Situation): readonly string[];
}

const gate13: Guard = {
    code: "G2",
    find(situation) {
        const { windows, exchange, after, before } = situation;
        const known = osDefault(windows, "TLS 1.3") === "on";
        const need = `TLS 1.3 needs Windows Server 2022 or later and Exchange 2019 CU15 or SE; this is Exchange ${exchange.generation} (${exchange.text}) on ${windows.name}`;
        const turnedOn = ROLES.filter((role) => {
            const change = changeAt(situation, protocolPlaces("TLS 1.3", role).enabled);
            const written = change?.to?.data !== undefined && change.to.data !== 0;
            const returns =
                !isOn(effectIn(situation, before, "TLS 1.3", role)) &&
                isOn(effectIn(situation, after, "TLS 1.3", role));
            return written || returns;
        });
        const protocol = !(known && exchange.tls13) && turnedOn.length > 0 ? [`${need}: do not enable it`] : [];
        const masks = WIN_HTTP_PLACES.filter((place) =>
            has(changeAt(situation, place)?.to?.data, WIN_HTTP_BITS["TLS 1.3"]),
        );
        const winHttp = !known && masks.length > 0 ? [`${need}: leave it out of winHttp.protocols`] : [];
        return [...protocol, ...winHttp];
    },
};

const keep12: Guard = {
    code: "G3",
    find(situation) {
        const roles = shutOut(situation, "TLS 1.2");
        const protocol =
            roles.length === 0
                ? []
                : [
                      `TLS 1.2 would no longer be offered (${roles.join(" and ")}): Exchange needs it for SMTP, with TLS 1.3 as well: leave it enabled`,
                  ];
        const alone = ROLES.filter(
            (role) =>
                !roles.includes(role) &&
                !isOn(effectIn(situation, situation.after, "TLS 1.2", role)) &&
                OLD_PROTOCOLS.some((one) => shutOut(situation, one).includes(role)),
        );
        const old =
            alone.length === 0
                ? []
                : [
                      `TLS 1.2 is ${effectIn(situation, situation.after, "TLS 1.2", alone[0] ?? "client")} (${alone.join(" and ")}), and the versions that stand in for it go: enable it`,
                  ];
        const without = WIN_HTTP_PLACES.filter((place) => {
            const to = changeAt(situation, place)?.to;
            return typeof to?.data === "number" && !has(to.data, WIN_HTTP_BITS["TLS 1.2"]);
        });
        return [...protocol, ...old, ...(without.length > 0 ? ["winHttp.protocols lacks TLS 1.2: add it"] : [])];
    },
};

const updateFirst: Guard = {
    code: "G4",
    find(situation) {
        const { exchange } = situation;
        const leaving = OLD_PROTOCOLS.filter((protocol) => shutOut(situation, protocol).length > 0);
        if (exchange.mayDropOld || leaving.length === 0) return [];
        return [
            `${leaving.join(" and ")} may be switched off only from ${exchange.dropsOldFrom} on; this is ${exchange.text}: update Exchange first, or leave them`,
        ];
    },
};

const suitesLeft: Guard = {
    code: "G5",
    find(situation) {
        const { windows, before, after } = situation;
        const list = listThatCounts(after, "cipherSuites");
        if (list === undefined || usable(situation, after, list).length > 0) return [];
        // What is broken already is no matter of a plan that touches neither the list nor what its suites need.
        const isTouched = !sameData(listThatCounts(before, "cipherSuites") ?? [], list);
        if (!isTouched && algorithmsOff(situation).length === 0) return [];
        const unknown = unknownSuites(situation, list);
        const aside = unknown.length > 0 ? `; ${unknown.join(", ")}: not known to ${windows.name}` : "";
        return [
            `no cipher suite would be left that TLS 1.2 can use, with these ciphers, hashes and key exchanges${aside}: leave one of them enabled, or add suites to cipherSuites.order`,
        ];
    },
};

const curvesLeft: Guard = {
    code: "G6",
    find({ before, after }) {
        const [was, now] = [before, after].map((picture) => listThatCounts(picture, "curves"));
        if (was === undefined || now === undefined || !was.includes("curve25519") || now.includes("curve25519"))
            return [];
        const missing = ["NistP384", "NistP256"].filter((name) => !now.includes(name));
        return missing.length === 0
            ? []
            : [
                  `curve25519 may go only where NistP384 and NistP256 take its place: add ${missing.join(" and ")} to curves.order`,
              ];
    },
};

const policyFits: Guard = {
    code: "G8",
    find(situation) {
        const to = changeAt(situation, policyPlace("cipherSuites"))?.to;
        const length = typeof to?.data === "string" ? to.data.length : 0;
        if (length <= POLICY_LIMIT) return [];
        return [
            `the policy's suite list has ${length} characters, and Windows reads ${POLICY_LIMIT}: name fewer suites`,
        ];
    },
};

/** Guards other than the ordering one (G1) and policy over local lists (G7, see plan). */
export const GUARDS: readonly Guard[] = [gate13, keep12, updateFirst, suitesLeft, curvesLeft, policyFits];

function has(data: unknown, bit: number): boolean {
    return typeof data === "number" && (data & bit) !== 0;
}

/** Whether the plan touches what an unknown suite list would have to be checked for. */
export function notChecked(situation: Situation): boolean {
    return algorithmsOff(situation).length > 0 && listThatCounts(situation.after, "cipherSuites") === undefined;
}
