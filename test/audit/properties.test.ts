import { expect } from "chai";
import { commandsOf, touchedBy } from "../../provider/lifecycle/apply/commands";
import { planUpdate } from "../../provider/lifecycle/plan/adoption";
import { planRemoval } from "../../provider/lifecycle/plan/removal";
import { nothingKept } from "../../provider/lifecycle/remember/bookkeeping";
import { receiveConnector } from "../../provider/resources/receive-connector";
import {
    commandsOf as commandsOfSettings,
    readCalls,
    liveOf as settingsOf,
} from "../../provider/resources/schannel-settings";
import type { Change } from "../../provider/resources/schannel-settings/plan/changes";
import { sendConnector } from "../../provider/resources/send-connector";
import type { WireObject } from "../../provider/session/frames";
import { declared, live, wireConnector } from "../unit/fixtures";
import { SCH, TestServer } from "../unit/schannel/server";

const kept = { ...nothingKept, owned: true };
const program = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };

describe("audit log: what a command touches, as people write it", () => {
    const rows: readonly [string, Record<string, unknown>, Partial<WireObject>, Record<string, unknown>][] = [
        ["a size", { maxMessageSize: "10 MB" }, {}, { maxMessageSize: "35MB" }],
        [
            "a span",
            { connectionInactivityTimeOut: "00:01:00" },
            { ConnectionInactivityTimeOut: "00:10:00" },
            { connectionInactivityTimeOut: "00:10:00" },
        ],
        ["a list", { addressSpaces: ["a.com"] }, {}, { addressSpaces: ["SMTP:fabrikam.com;1"] }],
        ["nothing", { fqdn: "a.com" }, {}, { fqdn: null }],
        ["a number", { port: 26 }, {}, { port: 25 }],
        [
            "what goes along",
            { requireTls: false },
            { RequireTLS: true, TlsAuthLevel: "EncryptionOnly" },
            { requireTls: true, tlsAuthLevel: "EncryptionOnly" },
        ],
    ];
    for (const [what, inputs, object, before] of rows) {
        it(what, () => {
            const there = live(sendConnector, { ...wireConnector, ...object } as WireObject);
            const plan = planUpdate(sendConnector, declared(sendConnector, { ...program, ...inputs }), kept, there);
            expect(touchedBy(sendConnector, plan, there)).to.deep.equal(before);
        });
    }

    it("flags", () => {
        const there = live(receiveConnector, { ...wireConnector, Server: "EX01", AuthMechanism: "Tls, Integrated" });
        const change = { field: "authMechanism", how: "set", from: [], to: [] } as const;
        const plan = { action: "change", changes: [change], calls: [], refusals: [], notes: [], after: kept } as const;
        expect(touchedBy(receiveConnector, plan, there)).to.deep.equal({ authMechanism: "Tls, Integrated" });
    });

    it("all of an object that goes, and nothing of one that is not there", () => {
        const there = live(sendConnector, wireConnector);
        const plan = planRemoval(sendConnector, kept, there);
        expect(touchedBy(sendConnector, plan, there)).to.include({ name: "To Fabrikam", maxMessageSize: "35MB" });
        expect(touchedBy(sendConnector, plan, undefined)).to.equal(null);
    });

    it("secrets by the names of the property and of its parameter", () => {
        const there = live(sendConnector, wireConnector);
        const plan = planUpdate(sendConnector, declared(sendConnector, { ...program, fqdn: "a.com" }), kept, there);
        const [command] = commandsOf(sendConnector, plan, there, new Set(["fqdn"]));
        expect([...(command?.secret ?? [])]).to.have.members(["fqdn", "Fqdn"]);
    });
});

describe("audit log: what a change of settings touches", () => {
    const SUITE = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
    const server = new TestServer(17763, [SUITE]);
    const place = { view: 64, key: SCH } as const;
    const value = (name: string): Change => ({
        ...{ what: "value", place: { ...place, name }, from: null, to: null, why: "declared" },
    });
    const list = { what: "list", list: "cipherSuites", from: [SUITE], to: [SUITE, "NEW"], why: "declared" } as const;
    const key = (leaf: string): Change => ({
        ...{ what: "key", place: { view: 64, key: `${SCH}\\${leaf}` }, why: "repair" },
    });
    const path = `HKLM\\${SCH}`;
    const rows: readonly [string, Change, Record<string, unknown>][] = [
        ["a value", value("EventLogging"), { [`${path}  EventLogging`]: "DWord 1" }],
        ["a value that is not there", value("None"), { [`${path}  None`]: "absent" }],
        ["a key", key("Ciphers"), { [`${path}\\Ciphers`]: "present" }],
        ["a key that is not there", key("Hashes"), { [`${path}\\Hashes`]: "absent" }],
        ["a list", list, { cipherSuites: [SUITE] }],
    ];
    for (const [what, change, before] of rows) {
        it(what, () => {
            const commands = commandsOfSettings([change], settingsOf(server.run(readCalls())));
            expect(commands.map((command) => command.before)).to.deep.equal([before]);
        });
    }
});
