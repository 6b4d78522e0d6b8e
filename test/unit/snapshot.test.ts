import { expect } from "chai";
import { sectionOf } from "../../provider/lifecycle/observe/snapshot";
import { kinds } from "../../provider/resources";
import type { Kind } from "../../provider/resources/kind";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { CallResult, WireObject } from "../../provider/session/frames";
import type { AgentSession } from "../../provider/session/pool/pool";
import { wireConnector } from "./fixtures";

const ok = (...out: WireObject[]): CallResult => ({ ok: true, out, warnings: [], ms: 1 });
const denied: CallResult = {
    ok: false,
    error: { code: "Cmdlet", message: "nicht erkannt", reason: "CommandNotFoundException", transient: false },
};
const lists: WireObject = { TLSSendDomainSecureList: [], TLSReceiveDomainSecureList: [] };

/** A session whose every read answers the same. */
function answering(kind: Kind, result: CallResult): AgentSession {
    const results = kinds.map((one) => (one === kind ? result : ok()));
    const never = () => Promise.reject(new Error("not asked for"));
    return { server: "ex01:22", read: async () => results, write: never, info: never };
}

describe("an answer that cannot be right is never absence", () => {
    const rows: readonly [string, Kind, CallResult, RegExp][] = [
        ["no transport config", transportConfig, ok(), /cannot be right/],
        ["two transport configs", transportConfig, ok(lists, lists), /cannot be right/],
        ["a connector without a Guid", sendConnector, ok({ ...wireConnector, Guid: null }), /cannot be right/],
        ["a call that was skipped", sendConnector, { skipped: true }, /no answer/],
        ["a cmdlet that the roles hide", sendConnector, denied, /role/],
    ];
    for (const [what, kind, result, message] of rows) {
        it(what, async () => {
            const failure = await sectionOf(answering(kind, result), kind).then(
                () => undefined,
                (error: Error) => error.message,
            );
            expect(failure).to.match(message);
        });
    }

    it("but no connector at all is", async () => {
        expect(await sectionOf(answering(sendConnector, ok()), sendConnector)).to.deep.equal([]);
    });

    it("and one kind's refusal does not hide the other", async () => {
        const session = answering(sendConnector, denied);
        const [first] = await sectionOf({ ...session, read: async () => [denied, denied, ok(lists)] }, transportConfig);
        expect(first?.id).to.equal("transport-config");
    });
});
