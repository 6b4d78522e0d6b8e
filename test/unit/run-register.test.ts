import { expect } from "chai";
import { othersThan, register } from "../../provider/pulumi/run/run-register";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { AgentSession } from "../../provider/session/pool/pool";
import { connection, declared } from "./fixtures";

const ENTRY = "contoso.com:AcceptCloudServicesMail";
const base = { connection, name: "Relay", server: "EX01", bindings: ["0.0.0.0:25"] };
const urn = (name: string) => `urn:pulumi:s::p::t::${name}`;

const rows: readonly [what: string, other: object, live: { name: string; server: string }, who: string | undefined][] =
    [
        ["the same connector", {}, { name: "RELAY", server: "EX01" }, "resource 'other'"],
        ["one of another name", { name: "Hub" }, { name: "Relay", server: "EX01" }, undefined],
        ["one of another server", { server: "EX02" }, { name: "Relay", server: "EX01" }, undefined],
    ];

describe("who else of the run declares an entry of a list", () => {
    for (const [what, more, live, who] of rows) {
        it(`a connector's list: ${what}`, () => {
            const session = {} as AgentSession;
            const other = declared(receiveConnector, { ...base, tlsDomainCapabilities: [ENTRY], ...more });
            register(session, receiveConnector, urn("other"), { declared: other, id: undefined });
            const [entry] = other.values.tlsDomainCapabilities as readonly string[];
            const object = { id: "1", values: {}, ...live } as never;
            const others = othersThan(session, receiveConnector, urn("own"));
            expect(others.entry(object, "tlsDomainCapabilities", entry ?? "")).to.equal(who);
        });
    }

    it("the organisation's list is everybody's", () => {
        const session = {} as AgentSession;
        const other = declared(transportConfig, { connection, tlsSendDomainSecureList: ["a.com"] });
        register(session, transportConfig, urn("other"), { declared: other, id: undefined });
        const others = othersThan(session, transportConfig, urn("own"));
        expect(others.entry({} as never, "tlsSendDomainSecureList", "a.com")).to.equal("resource 'other'");
    });
});
