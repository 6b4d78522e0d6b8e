import { expect } from "chai";
import { passedOver, selected } from "../../../provider/cli/export/select";
import { liveOf } from "../../../provider/lifecycle/observe/live";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { sendConnector } from "../../../provider/resources/send-connector";
import { transportConfig } from "../../../provider/resources/transport-config";
import { wireConnector } from "../../unit/fixtures";

const receive = (Server: string, Name: string) => ({
    kind: receiveConnector,
    live: liveOf(receiveConnector, { ...wireConnector, Server, Name }),
});
const found = [
    { kind: sendConnector, live: liveOf(sendConnector, wireConnector) },
    receive("EX01", "Default Frontend EX01"),
    receive("EX01", "Relay"),
    receive("EX02", "Relay"),
    {
        kind: transportConfig,
        live: liveOf(transportConfig, { TLSSendDomainSecureList: [], TLSReceiveDomainSecureList: [] }),
    },
];
const LISTS = "transport config";
const SEND = "To Fabrikam";
const all = { kinds: [], connectors: [], servers: [], builtIn: false, schannel: false };

describe("exchange-tls export: what is chosen", () => {
    const rows: readonly [string, Partial<Parameters<typeof selected>[1]>, readonly string[]][] = [
        ["nothing said", {}, [SEND, "EX01\\Relay", "EX02\\Relay", LISTS]],
        [
            "with Exchange's own",
            { builtIn: true },
            [SEND, "EX01\\Default Frontend EX01", "EX01\\Relay", "EX02\\Relay", LISTS],
        ],
        ["a server", { servers: ["ex02"] }, [SEND, "EX02\\Relay", LISTS]],
        ["a server by its FQDN", { servers: ["ex02.contoso.com"] }, [SEND, "EX02\\Relay", LISTS]],
        ["a name on all servers", { connectors: ["RELAY"] }, ["EX01\\Relay", "EX02\\Relay", LISTS]],
        ["a name on one server", { connectors: ["ex01\\relay"] }, ["EX01\\Relay", LISTS]],
        [
            "one of Exchange's own by its name",
            { connectors: ["default frontend ex01"] },
            ["EX01\\Default Frontend EX01", LISTS],
        ],
        ["a name, and a server", { connectors: ["Relay"], servers: ["EX02"] }, ["EX02\\Relay", LISTS]],
    ];
    for (const [what, selection, chosen] of rows) {
        it(what, () => {
            const taken = selected(found, { ...all, ...selection });
            const titles = taken.map(({ kind, live: { name, server } }) =>
                kind === transportConfig ? LISTS : server === undefined ? name : `${server}\\${name}`,
            );
            expect(titles).to.deep.equal(chosen);
            const own = chosen.includes("EX01\\Default Frontend EX01");
            expect(passedOver(found, taken)).to.equal(own ? 0 : 1);
        });
    }

    const wrong: readonly [Partial<Parameters<typeof selected>[1]>, RegExp][] = [
        [
            { connectors: ["Relay", "Rely"] },
            /no connector is called 'Rely'; there are send connector 'To Fabrikam', .*'EX02\\Relay'\. /,
        ],
        [{ servers: ["EX01", "EX09"] }, /no receive connector stands on EX09; there are some on EX01, EX02\. /],
    ];
    for (const [selection, said] of wrong) {
        it(`refuses ${JSON.stringify(selection)}`, () => {
            expect(() => selected(found, { ...all, ...selection })).to.throw(said);
        });
    }
});
