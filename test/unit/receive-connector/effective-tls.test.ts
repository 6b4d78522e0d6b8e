import { expect } from "chai";
import { effectiveTls } from "../../../provider/resources/receive-connector/effective-tls";
import { canonical } from "./canonical";

const state = (authMechanism: readonly string[], requireTls: boolean, domainSecureEnabled: boolean, more = {}) => ({
    authMechanism,
    requireTls,
    domainSecureEnabled,
    ...more,
});
const NO_CERTIFICATE = "no client certificate is asked for";
const CERTIFICATE =
    "client certificate asked for: mail from the domains in tlsReceiveDomainSecureList must come with a valid one";

/** The table at the end of section 6, row by row, and what is not in it. */
const rows: readonly (readonly [what: string, values: Readonly<Record<string, unknown>>, words: string])[] = [
    ["no Tls", state([], false, false), `STARTTLS not offered: mail arrives in plain text; ${NO_CERTIFICATE}`],
    [
        "no Tls, ExchangeServer",
        state(["ExchangeServer"], false, false, { suppressXAnonymousTls: false }),
        `STARTTLS not offered: mail arrives in plain text, Exchange servers still use X-ANONYMOUSTLS; ${NO_CERTIFICATE}`,
    ],
    [
        "no Tls, ExchangeServer, suppressed",
        state(["ExchangeServer"], false, false, { suppressXAnonymousTls: true }),
        `STARTTLS not offered: mail arrives in plain text, between Exchange servers as well; ${NO_CERTIFICATE}`,
    ],
    [
        "no Tls, ExchangeServer, suppression not known",
        state(["ExchangeServer"], false, false),
        `STARTTLS not offered: mail arrives in plain text; ${NO_CERTIFICATE}`,
    ],
    ["Tls", state(["Tls"], false, false), `STARTTLS offered: senders may also use plain text; ${NO_CERTIFICATE}`],
    [
        "Tls, required",
        state(["Tls", "BasicAuth"], true, false),
        `STARTTLS required: no mail is taken in plain text; ${NO_CERTIFICATE}`,
    ],
    ["Tls, mutual", state(["Tls"], false, true), `STARTTLS offered: senders may also use plain text; ${CERTIFICATE}`],
    ["Tls, both", state(["Tls"], true, true), `STARTTLS required: no mail is taken in plain text; ${CERTIFICATE}`],
    ["required without Tls", state([], true, false), "invalid: TLS is required, and authMechanism has no Tls (R4)"],
    ["both without Tls", state([], true, true), "invalid: TLS is required, and authMechanism has no Tls (R4)"],
    ["mutual without Tls", state([], false, true), "invalid: mutual TLS, and authMechanism has no Tls (R6)"],
    ["nothing", {}, "not known: the server does not show authMechanism"],
    ["only mechanisms", { authMechanism: ["Tls"] }, "not known: the server does not show requireTls"],
    [
        "no domainSecureEnabled",
        { authMechanism: ["Tls"], requireTls: true },
        "not known: the server does not show domainSecureEnabled",
    ],
];

describe("effective TLS of a receive connector", () => {
    for (const [what, values, words] of rows) {
        it(what, () => expect(effectiveTls(canonical(values))).to.equal(words));
    }
});
