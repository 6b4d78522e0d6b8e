import type { CrossRule } from "../../rule";
import { coversAll, spansOf } from "../coverage";
import { besides, bindingsOf, called } from "../surroundings";

export const ipv6Gap: CrossRule = {
    code: "R28",
    text: "TLS that is demanded of IPv4 clients is demanded of IPv6 clients, too.",
    find(subject) {
        const { values, action } = subject;
        // Told when it is decided, not at every run.
        if (action === "none") return [];
        const spans = spansOf(values);
        const strict =
            values.requireTls === true
                ? "requireTls"
                : values.domainSecureEnabled === true
                  ? "domainSecureEnabled"
                  : "";
        if (strict === "" || spans.length === 0 || spans.some(({ family }) => family === 6)) return [];
        const ports = bindingsOf(values).map(({ port }) => port);
        const other = besides(subject).find(
            (one) =>
                one.values[strict] === false &&
                bindingsOf(one.values).some(({ family, port }) => family === 6 && ports.includes(port)) &&
                coversAll(6, spansOf(one.values)),
        );
        if (other === undefined) return [];
        const listens = bindingsOf(values).some(({ family }) => family === 6);
        const what = listens ? "their IPv6 addresses" : "their IPv6 addresses and a binding to [::]";
        const text = `remoteIpRanges are IPv4 only, so clients that come by IPv6 reach ${called(other)}, which has no ${strict}: declare ${what} as well, if they have any`;
        return [{ severity: "warning", text }];
    },
};
