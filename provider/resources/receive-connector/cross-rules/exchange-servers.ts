import { ipSpan } from "../../../values/ip-range";
import { contains, type IpSpan, sizeOf } from "../../../values/ip-span";
import type { Case } from "../../case";
import type { CrossRule, Finding } from "../../rule";
import { coversAll, spansOf } from "../coverage";
import { some } from "../in-words";
import { has, lacks } from "../known";
import { besides, bindingsOf, called, isAny, isLoopback, listenTogether } from "../surroundings";

const CURE =
    "take these addresses out of remoteIpRanges, or declare allowExchangeServers: true where no server sends through it";

export const exchangeServers: CrossRule = {
    code: "R28",
    text: "remoteIpRanges of a connector without ExchangeServer must not draw the mail of Exchange servers away from the connector that trusts them.",
    exception: "allowExchangeServers",
    find(subject) {
        const { values, around } = subject;
        if (!lacks(values, "authMechanism", "ExchangeServer")) return [];
        const rivals = besides(subject).filter(
            (one) => has(one.values, "authMechanism", "ExchangeServer") && listenTogether(values, one.values),
        );
        const [rival] = rivals;
        if (rival === undefined) return [];
        const own = spansOf(values);
        const theirs = rivals.flatMap((one) => spansOf(one.values));
        const drawn = (addresses: readonly string[]) => addresses.filter((one) => isDrawn(ipSpan(one), own, theirs));
        const said = (who: string) =>
            `remoteIpRanges contain ${who}: their mail lands here instead of on ${called(rival)}, and this connector does not trust Exchange servers; ${CURE}`;

        const findings: Finding[] = [];
        const servers = drawn([...new Set([...around.addresses.servers, ...boundAddresses(subject)])]);
        if (servers.length > 0) {
            findings.push({ severity: "error", text: said(`Exchange servers (${some(servers)})`) });
        } else if (coversAll(4, own)) {
            findings.push({ severity: "error", text: said("all IPv4 addresses, so every Exchange server's") });
        }
        const balancers = drawn(around.addresses.loadBalancers);
        if (balancers.length > 0) {
            findings.push({ severity: "warning", text: said(`load balancers (${some(balancers)})`) });
        }
        return findings;
    },
};

/** Of several connectors the one with the narrowest range serves a client (R11). */
function isDrawn(client: IpSpan | undefined, own: readonly IpSpan[], theirs: readonly IpSpan[]): boolean {
    if (client === undefined) return false;
    const narrowest = (spans: readonly IpSpan[]) =>
        spans
            .filter((span) => contains(span, client))
            .map(sizeOf)
            .reduce<bigint | undefined>(
                (least, size) => (least === undefined || size < least ? size : least),
                undefined,
            );
    const [mine, other] = [narrowest(own), narrowest(theirs)];
    return mine !== undefined && (other === undefined || mine <= other);
}

/** Addresses that connectors of the organisation are bound to: they are servers'. */
function boundAddresses({ values, around }: Case): readonly string[] {
    const all = [values, ...around.neighbours("ReceiveConnector").map((one) => one.values)];
    const bindings = all.flatMap(bindingsOf).filter((one) => !isAny(one) && !isLoopback(one));
    return bindings.map(({ address }) => address);
}
