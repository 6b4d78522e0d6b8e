import { expect } from "chai";
import type { Case } from "../../../provider/resources/case";
import { NotChecked } from "../../../provider/resources/rule";
import { transportConfig } from "../../../provider/resources/transport-config";
import { canonical } from "../send-connector/canonical";
import { around, edge, type Surroundings, server } from "../send-connector/organisation";

function lists(declares: Record<string, unknown>, given: Surroundings): Case {
    const declared = canonical(transportConfig, declares);
    const live = canonical(transportConfig, {
        tlsSendDomainSecureList: ["foreign.com"],
        tlsReceiveDomainSecureList: ["foreign.com"],
    });
    return {
        name: "transport config",
        server: undefined,
        action: "change",
        values: { ...live, ...declared },
        live,
        wire: undefined,
        declared,
        builtIn: false,
        around: around(given),
    };
}

const send = (...domains: string[]) => ({ tlsSendDomainSecureList: domains });
const receive = (...domains: string[]) => ({ tlsReceiveDomainSecureList: domains });
const secure = { domainSecureEnabled: true };

type Row = readonly [what: string, declares: Record<string, unknown>, given: Surroundings, found: readonly RegExp[]];

const rows: readonly Row[] = [
    ["nothing declared, whatever is live", {}, {}, []],
    ["empty lists", { ...send(), ...receive() }, {}, []],
    [
        "send: nothing routes it",
        send("a.com"),
        { send: {} },
        [/^a\.com in tlsSend.*no enabled send connector routes it/],
    ],
    [
        "send: routed without mutual TLS",
        send("a.com", "b.com"),
        { send: { Internet: { addressSpaces: ["*"], domainSecureEnabled: false } } },
        [/^a\.com, b\.com in .*'Internet' routes it without domainSecureEnabled/],
    ],
    ["send: routed with mutual TLS", send("a.com"), { send: { Internet: { addressSpaces: ["*"], ...secure } } }, []],
    [
        "send: a closer connector without it",
        send("a.com"),
        { send: { Internet: { addressSpaces: ["*"], ...secure }, Partner: { addressSpaces: ["a.com"] } } },
        [/'Partner'/],
    ],
    [
        "send: disabled",
        send("a.com"),
        { send: { Off: { addressSpaces: ["a.com"], enabled: false, ...secure } } },
        [/no enabled/],
    ],
    [
        "send: a sub-domain is not routed by the domain",
        send("eu.a.com"),
        { send: { Partner: { addressSpaces: ["a.com"], ...secure } } },
        [/^eu\.a\.com/],
    ],
    [
        "receive: no connector",
        receive("a.com"),
        { receive: {} },
        [/^a\.com in tlsReceive.*no enabled receive connector has/],
    ],
    [
        "receive: one without",
        receive("a.com"),
        { receive: { "EX01\\Default": { domainSecureEnabled: false } } },
        [/a\.com/],
    ],
    ["receive: disabled", receive("a.com"), { receive: { "EX01\\P": { ...secure, enabled: false } } }, [/a\.com/]],
    ["receive: one with", receive("a.com"), { receive: { "EX01\\Partner": secure } }, []],
    [
        "receive: an Edge server may have one",
        receive("a.com"),
        { receive: {}, servers: [server("EX01"), edge] },
        [/those of EDGE01 are not seen from here/],
    ],
    [
        "receive: the Edge server itself",
        receive("a.com"),
        { receive: {}, session: edge, servers: [edge] },
        [/no enabled receive connector has domainSecureEnabled, so/],
    ],
    ["receive only: the send side is not asked for", receive("a.com"), { receive: { "EX01\\Partner": secure } }, []],
    [
        "both directions, each by itself",
        { ...send("a.com"), ...receive("b.com") },
        { send: {}, receive: {} },
        [/^a\.com/, /^b\.com/],
    ],
];

describe("D2: entries of the secure-domain lists and their connectors", () => {
    const rules = transportConfig.crossRules.filter(({ code }) => code === "D2");
    const findings = (subject: Case) => rules.flatMap((rule) => rule.find(subject));

    for (const [what, declares, given, found] of rows) {
        it(what, () => {
            const made = findings(lists(declares, given));
            expect(made.map(({ severity }) => severity)).to.deep.equal(found.map(() => "warning"));
            found.forEach((text, index) => {
                expect(made[index]?.text).to.match(text).and.to.contain("standalone: true");
            });
        });
    }

    it("is lifted by standalone", () => {
        expect(rules.map(({ exception }) => exception)).to.deep.equal(["standalone", "standalone"]);
        expect(transportConfig.exceptions).to.have.property("standalone");
    });

    it("is not checked where connectors cannot be read", () => {
        expect(() => findings(lists(receive("a.com"), {}))).to.throw(NotChecked);
    });
});

describe("the lists of a subscribed Edge server (sheet, 7 and 9)", () => {
    const synced = { "EdgeSync - Inbound to Berlin": {}, "EdgeSync - Berlin to Internet": {} };
    const cases: readonly (readonly [what: string, given: Surroundings, told: boolean])[] = [
        ["EdgeSync's connectors are there", { session: edge, send: synced }, true],
        ["an Edge server of its own", { session: edge, send: { Internet: {} } }, false],
        ["the organisation that they come from", { send: synced }, false],
    ];
    for (const [what, given, told] of cases) {
        it(`${what}: ${told ? "a warning" : "nothing"}`, () => {
            const own = transportConfig.crossRules.filter(({ code }) => code === "9");
            const find = (subject: Case) => own.flatMap((rule) => rule.find(subject));
            const subject = lists(send("a.com"), given);
            expect(
                find(subject)
                    .map(({ severity, text }) => `${severity}: ${text}`)
                    .join(),
            ).to.match(told ? /^warning: EDGE01 has .* overwritten by its organisation's .* Mailbox server$/ : /^$/);
            expect(find({ ...subject, action: "none" })).to.deep.equal([]);
        });
    }
});
