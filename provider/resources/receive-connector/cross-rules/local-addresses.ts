import type { Binding } from "../../../values/ip-binding";
import { ipSpan } from "../../../values/ip-range";
import { sameSpan } from "../../../values/ip-span";
import type { Case } from "../../case";
import type { CrossRule } from "../../rule";
import { some } from "../in-words";
import { besides, bindingsOf, isAny, isLoopback } from "../surroundings";

export const localAddresses: CrossRule = {
    code: "R15",
    text: "bindings must name addresses of the server itself.",
    find(subject) {
        const before = bindingsOf(subject.live ?? {});
        const fresh = bindingsOf(subject.values).filter(
            (one) => !isAny(one) && !isLoopback(one) && !before.some(({ address }) => address === one.address),
        );
        const doubtful = fresh.filter((one) => !isProven(one, subject)).map(({ address }) => address);
        if (doubtful.length === 0) return [];
        const text = `make sure that ${subject.server} has the address ${some([...new Set(doubtful)])}: with a binding to any other the transport service may not start the next time`;
        return [{ severity: "warning", text }];
    },
};

/** A live connector listens there, or the connection names the address as a server's. */
function isProven({ address }: Binding, subject: Case): boolean {
    const span = ipSpan(address);
    const named = subject.around.addresses.servers.some((server) => {
        const other = ipSpan(server);
        return span !== undefined && other !== undefined && sameSpan(span, other);
    });
    const neighbours = besides(subject).filter(({ declared }) => !declared);
    return named || neighbours.some(({ values }) => bindingsOf(values).some((one) => one.address === address));
}
