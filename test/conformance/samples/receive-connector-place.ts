import { form, plain, toggle } from "../forms";
import type { Samples } from "../sample";

/** A port of its own, on which a connector of either service may listen. */
export const elsewhere = { program: { bindings: ["0.0.0.0:2526"] }, sent: { Bindings: ["0.0.0.0:2526"] } };
/** On a port that no front end uses. */
export const hub = {
    program: { ...elsewhere.program, transportRole: "HubTransport" },
    sent: { ...elsewhere.sent, TransportRole: "HubTransport" },
};

export const receivePlace: Samples = {
    name: { from: plain("K From Fabrikam"), to: plain("K From [Fabrikam] – $x'"), special: "identity" },
    server: {
        place: "two servers",
        from: { ...plain("EX01"), spelled: ["ex01", "EX01.contoso.com"] },
        to: plain("EX02"),
        special: "replace",
    },
    usage: { from: plain("Partner", ["PARTNER"]), to: plain("Internet"), special: "forgotten" },
    bindings: {
        from: form(["0.0.0.0:25"], ["0.0.0.0:25"], ["0.0.0.0:25"], []),
        to: form(
            ["[::]:2526", "0.0.0.0:2526"],
            ["0.0.0.0:2526", "[::]:2526"],
            ["0.0.0.0:2526", "[::]:2526"],
            [
                ["0.0.0.0:2526", "[0:0:0:0:0:0:0:0]:2526"],
                ["[0000::0000]:2526", "0.0.0.0:2526"],
            ],
        ),
    },
    remoteIpRanges: {
        from: form(
            ["203.0.113.0/26"],
            ["203.0.113.0-203.0.113.63"],
            ["203.0.113.0-203.0.113.63"],
            [["203.0.113.0(255.255.255.192)"], ["203.0.113.0-203.0.113.63"]],
        ),
        to: form(
            ["198.51.100.7", "2001:db8::/32", "203.0.113.0-203.0.113.63"],
            ["198.51.100.7", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "203.0.113.0-203.0.113.63"],
            ["198.51.100.7", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "203.0.113.0-203.0.113.63"],
            [
                ["2001:DB8:0::/32", "198.51.100.7-198.51.100.7", "203.0.113.0/26"],
                [
                    "203.0.113.0(255.255.255.192)",
                    "198.51.100.7/32",
                    "2001:db8::-2001:db8:FFFF:ffff:ffff:ffff:ffff:ffff",
                ],
            ],
        ),
    },
    transportRole: {
        beside: elsewhere,
        from: plain("FrontendTransport", ["frontendtransport"]),
        to: plain("HubTransport", ["HUBTRANSPORT"]),
    },
    enabled: toggle(true),
    comment: [
        { from: { program: null, sent: "", shown: "", spelled: [""] }, to: plain("zwei; 'zwei' – \"2\"") },
        { title: "taken away", from: plain("one"), to: { program: "", sent: "", shown: "", spelled: [null] } },
    ],
};
