import { expect } from "chai";
import { UnreadableError } from "../../provider/lifecycle/errors";
import { aroundOf, type Declaration } from "../../provider/lifecycle/observe/around";
import { Facts } from "../../provider/lifecycle/observe/facts";
import { type Live, liveOf } from "../../provider/lifecycle/observe/live";
import { NotFoundError } from "../../provider/lifecycle/observe/look-up";
import type { Kind } from "../../provider/resources/kind";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { NotChecked } from "../../provider/resources/rule";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { ConnectionLostError } from "../../provider/session/errors";
import type { CallResult, CmdletCall } from "../../provider/session/frames";
import type { AgentInfo, AgentSession } from "../../provider/session/pool/pool";
import { declared, wireConnector } from "./fixtures";

const certificates: CmdletCall = { cmd: "Get-ExchangeCertificate", par: {}, sel: [] };
const domains: CmdletCall = { cmd: "Get-AcceptedDomain", par: {}, sel: [] };
const cut = new ConnectionLostError({ step: "reading", answer: "the cable was cut", hint: "Run again" });

/** A session that counts its exchanges. */
function sessionThat(read: (calls: readonly unknown[]) => Promise<readonly CallResult[]>) {
    const exchanges: number[] = [];
    const session = {
        read: (calls: readonly unknown[]) => {
            exchanges.push(calls.length);
            return read(calls);
        },
    } as unknown as AgentSession;
    return { session, exchanges };
}

function asked(facts: Facts, call: CmdletCall): string {
    try {
        return `${facts.ask(call).length} found`;
    } catch (error) {
        if (error instanceof NotChecked) return error.message;
        throw error;
    }
}

describe("facts that only a rule needs", () => {
    const rows: readonly [string, (calls: readonly unknown[]) => Promise<readonly CallResult[]>, string][] = [
        ["are there", async (calls) => calls.map(() => ({ ok: true, out: [{}], warnings: [], ms: 1 })), "1 found"],
        ["are lost with the line", () => Promise.reject(cut), `Get-ExchangeCertificate: ${cut.message}`],
        [
            "are skipped",
            async (calls) => calls.map(() => ({ skipped: true })),
            "Get-ExchangeCertificate was not answered",
        ],
        ["are not answered", async () => [], "Get-ExchangeCertificate was not answered"],
    ];
    for (const [what, read, said] of rows) {
        it(`${what}: both in one exchange, and never asked for again`, async () => {
            const { session, exchanges } = sessionThat(read);
            for (const _resource of ["a", "b"]) {
                const facts = new Facts(session);
                const told = await facts.decide(() => [asked(facts, certificates), asked(facts, domains)]);
                expect(told).to.deep.equal([said, said.replace("ExchangeCertificate", "AcceptedDomain")]);
            }
            expect(exchanges).to.deep.equal([2]);
        });
    }
});

describe("what is around an object", () => {
    const info = { server: "ex09.contoso.com", version: "Version 15.2 (Build 1118.7)" } as AgentInfo;
    const around = (
        snapshot: Partial<Parameters<typeof aroundOf>[0]["snapshot"]>,
        declarations: readonly Declaration[] = [],
    ) =>
        aroundOf(
            {
                snapshot: { servers: [], section: () => [], ...snapshot },
                ...{ info, facts: new Facts(sessionThat(async () => []).session), declarations: () => declarations },
                addresses: { servers: [], loadBalancers: [] },
            },
            undefined,
        );

    it("is not known where the neighbours cannot be read", () => {
        const unread = UnreadableError.noAnswer(sendConnector);
        const section = () => {
            throw unread;
        };
        expect(() => around({ section }).neighbours("SendConnector")).to.throw(NotChecked, unread.message);
    });

    const guid = (n: number) => `6f2a1c9e-0d1b-4c3e-8a55-00000000000${n}`;
    const on = (Server: string) => ({ ...wireConnector, Server, Name: "Relay" });
    const send = [0, 1].map((n) => liveOf(sendConnector, { ...wireConnector, Name: `C${n}`, Guid: guid(n) }));
    const receive = ["EX01", "EX02"].map((server, n) => liveOf(receiveConnector, { ...on(server), Guid: guid(n) }));
    const relay = { name: "RELAY", server: "EX02" };
    const rows: readonly [string, Kind, readonly Live[], Record<string, unknown>, string | undefined, string[]][] = [
        ["by what is known of it, under its new name", sendConnector, send, { name: "New" }, guid(1), ["C0", "New +"]],
        ["by its name, in any case", sendConnector, send, { name: "c1" }, undefined, ["C0", "c1 +"]],
        ["a new one beside them", sendConnector, send, { name: "C2" }, undefined, ["C0", "C1", "C2 +"]],
        ["of its own server", receiveConnector, receive, relay, undefined, ["Relay", "RELAY +"]],
    ];
    for (const [what, kind, section, inputs, id, seen] of rows) {
        it(`knows what another resource declares: ${what}`, () => {
            const program = declared(kind, { adopt: true, ...inputs });
            const given = around({ section: () => section }, [{ declared: program, id }]);
            const names = given.neighbours(kind.type).map((one) => `${one.name}${one.declared ? " +" : ""}`);
            expect(names).to.deep.equal(seen);
        });
    }

    it("has the server that answers, also where the organisation does not list it", () => {
        expect(around({}).session).to.include({ name: "EX09", release: "2019", isEdge: false, isHub: false });
    });
});

describe("an id that get() does not find", () => {
    const many = (count: number) =>
        Array.from({ length: count }, (_, n) =>
            liveOf(sendConnector, { ...wireConnector, Name: `C${n}`, Guid: `g${n}` }),
        );

    const rows: readonly [number, string][] = [
        [0, "no send connector has this Guid; there is none at all."],
        [1, "no send connector has this Guid; 'C0' has g0."],
        [10, "'C9' has g9. Correct"],
        [12, "'C9' has g9 and 2 more. Correct"],
    ];
    for (const [count, said] of rows) {
        it(`among ${count}`, () => {
            const { message } = NotFoundError.among(sendConnector, "x", many(count));
            expect(message).to.contain(said).and.not.contain("C10");
        });
    }

    it("of what exists once is named", () => {
        expect(NotFoundError.among(transportConfig, "x", []).message).to.contain("Say 'transport-config' to get()");
    });
});
