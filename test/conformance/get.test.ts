import { expect } from "chai";
import type { Wire } from "../../provider/pulumi/engine/wire";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { writes } from "../lab/meter.js";
import { sent } from "./driver/crossing";
import { Place, type Subject, schannelSettings } from "./driver/place";
import { runIn } from "./driver/stack";

const NOBODY = "11111111-2222-3333-4444-555555555555";

describe("get(): what somebody else manages", () => {
    let place: Place;
    let guid: string;

    before(async () => {
        place = await Place.open({ preset: "single", foreignDomains: 2 }, (lab) => {
            lab.console.run("New-SendConnector", {
                ...{ Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], RequireTLS: true, Fqdn: "ex01.contoso.com" },
                Comment: "by hand",
            });
        });
        guid = String(place.lab.console.run("Get-SendConnector")[0]?.Guid);
    });
    after(() => place.close());

    /** What the engine does for `get`, and for a refresh of it when `props` are its outputs. */
    const read = async (kind: Subject, id: string, props: Wire = {}) => {
        let answer: { id?: string; props?: Wire; inputs?: Wire } = {};
        const run = await runIn(place, async (process) => {
            const hidden = { __get: true, __urn: "urn:x", __organization: "o", __secrets: [], __provider: "p" };
            answer = await (await process(kind)).read(id, sent({ connection: place.connection, ...hidden, ...props }));
        });
        expect(writes(run.reading)).to.deep.equal([]);
        return { ...answer, errors: run.errors };
    };

    it("a connector tells all that it shows, and nothing of it is owned", async () => {
        const { id, props, inputs, errors } = await read(sendConnector, guid.toUpperCase());
        expect(errors).to.deep.equal([]);
        expect(id).to.equal(guid);
        expect(props).to.deep.include({
            ...{ name: "To Fabrikam", addressSpaces: ["SMTP:fabrikam.com;1"], requireTls: true, port: 25, guid },
            ...{ comment: "by hand", tlsAuthLevel: null, maxMessageSize: "35MB" },
            ...{ effectiveTls: "TLS mandatory, no certificate check", onDestroy: "leaves the send connector as it is" },
            ...{ __owned: false, __previous: {}, __added: {}, __get: true },
        });
        expect(props?.certificates).to.have.keys("EX01");
        expect(Object.keys(inputs ?? {}).filter((name) => !name.startsWith("__"))).to.deep.equal(["connection"]);
    });

    it("the lists tell everybody's entries, by the fixed id as by the Guid", async () => {
        const fixed = await read(transportConfig, "transport-config");
        expect(fixed.props).to.deep.include({ tlsSendDomainSecureList: ["partner-01.example", "partner-02.example"] });
        const { props } = await read(transportConfig, String(fixed.id));
        expect(props).to.deep.equal(fixed.props);
    });

    it("a server's settings", async () => {
        const { props, errors } = await read(schannelSettings, "ex01");
        expect(errors).to.deep.equal([]);
        expect(props).to.deep.include({ computer: "EX01", rebootRequired: false, onDestroy: [] });
    });

    const wrong: [kind: Subject, id: string, words: string][] = [
        [sendConnector, NOBODY, "no send connector has this Guid; 'To Fabrikam' has "],
        [sendConnector, "To Fabrikam", "looking up 'To Fabrikam' failed: no send connector has this Guid"],
        [receiveConnector, NOBODY, "'EX01\\Default EX01' has "],
        [transportConfig, NOBODY, "Say 'transport-config' to get()"],
        [
            schannelSettings,
            "EX02",
            "the connection reaches EX01. Correct the id that get() is given, or its connection",
        ],
    ];
    for (const [kind, id, words] of wrong) {
        it(`refuses ${kind.type} '${id}', in one line`, async () => {
            const { errors } = await read(kind, id);
            expect(errors).to.have.length(1);
            expect(errors[0]).to.contain(words).and.not.contain("\n");
        });

        it(`lets ${kind.type} '${id}' leave the state in a refresh, so that a destroy is not stuck`, async () => {
            const { errors, ...answer } = await read(kind, id, { onDestroy: "x" });
            expect(errors).to.deep.equal([]);
            expect(answer).to.deep.equal({});
        });
    }

    it("refuses a connection that is none", async () => {
        const { errors } = await read(sendConnector, guid, { connection: { host: "a b" } });
        expect(errors[0]).to.contain("connection.host").and.contain("connection.hostKey");
    });
});
