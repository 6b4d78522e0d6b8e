import { expect } from "chai";
import { sendConnector } from "../../../provider/resources/send-connector";
import { canonical } from "./canonical";

type Values = Record<string, unknown>;

const credential = { username: "relay", password: "secret" };
const basic = { dnsRoutingEnabled: false, smartHosts: ["relay.contoso.com"], smartHostAuthMechanism: "BasicAuth" };

/** What is live, what the program declares, and what goes along. */
const rows: readonly [what: string, live: Values, declared: Values, along: Values][] = [
    ["nothing wanted", basic, {}, {}],
    ["leaving BasicAuth clears nothing", basic, { smartHostAuthMechanism: "ExchangeServer" }, {}],
    [
        "S11: the credential goes with the mechanism",
        { ...basic, smartHostAuthMechanism: "None" },
        { smartHostAuthMechanism: "BasicAuthRequireTLS", authenticationCredential: credential },
        { authenticationCredential: credential },
    ],
    ["S11: none declared, none invented", basic, { smartHostAuthMechanism: "BasicAuthRequireTLS" }, {}],
    [
        "S10: no smart hosts, no authentication",
        basic,
        { smartHosts: [] },
        { dnsRoutingEnabled: true, smartHostAuthMechanism: "None" },
    ],
    [
        "S13: a linked connector has no size limit",
        { maxMessageSize: "10MB", linkedReceiveConnector: null },
        { linkedReceiveConnector: "EX01\\From Scanner" },
        { maxMessageSize: "unlimited" },
    ],
    [
        "S13: a declared size is not overruled",
        { maxMessageSize: "10MB" },
        { linkedReceiveConnector: "EX01\\From Scanner", maxMessageSize: "1MB" },
        {},
    ],
    ["S17: forceHelo is not cleared, the rule speaks", { forceHelo: true }, { requireTls: true }, {}],
    ["S3: neither is ignoreStartTls", { ignoreStartTls: true }, { requireTls: true }, {}],
];

describe("what a change of a send connector brings along", () => {
    for (const [what, live, declares, along] of rows) {
        it(what, () => {
            const [there, declared] = [canonical(sendConnector, live), canonical(sendConnector, declares)];
            const found = sendConnector.companions({ wanted: declared, declared, merged: { ...there, ...declared } });
            expect(found).to.deep.equal(canonical(sendConnector, along));
        });
    }
});
