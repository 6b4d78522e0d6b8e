import { expect } from "chai";
import { unwatched, type Watch } from "../../../provider/lifecycle/apply/watch";
import { VanishedError } from "../../../provider/lifecycle/errors";
import { reconcileSettings } from "../../../provider/lifecycle/settings";
import {
    decodeSettings,
    desiredOf,
    exchangeOf,
    type Kept,
    type Live,
    planChange,
} from "../../../provider/resources/schannel-settings";
import { AnswerLostError, ConnectionLostError } from "../../../provider/session/errors";
import type { AgentCall } from "../../../provider/session/frames";
import type { AgentSession } from "../../../provider/session/pool/pool";
import { EXCHANGE } from "./resource";
import { SCH, TestServer } from "./server";

const facts = { step: "reading", answer: "the cable was cut", hint: "Run again" };
const cut = new ConnectionLostError(facts);
const lost = new AnswerLostError(facts);
const logFull = new VanishedError("audit log");
const unlogged: Watch = { begin: async () => ({ permit: () => undefined, end: () => Promise.reject(logFull) }) };

interface Row {
    readonly what: string;
    readonly watch?: Watch;
    /** Instead of an answer to the write, which may have been made. */
    readonly write?: Error;
    readonly made?: boolean;
    /** Instead of what is read after it. */
    readonly read?: Error;
    /** The server refuses the value. */
    readonly denied?: boolean;
    readonly error: string | Error | undefined;
    readonly wrote: boolean;
    readonly notes?: readonly string[];
    /** Whether the value counts as ours. */
    readonly ours: boolean;
}

const ROWS: readonly Row[] = [
    { what: "as planned", error: undefined, wrote: true, ours: true },
    { what: "a defect of ours while sending", write: new TypeError("oh"), error: "Defect", wrote: false, ours: false },
    { what: "nothing was sent", write: cut, error: cut, wrote: false, ours: false },
    {
        what: "a lost answer to a write that was made",
        write: lost,
        made: true,
        error: undefined,
        wrote: true,
        ours: true,
    },
    { what: "a lost answer, and the line stays cut", write: lost, read: cut, error: cut, wrote: true, ours: true },
    { what: "the line breaks before it is read", read: cut, error: cut, wrote: true, ours: true },
    { what: "we stumble over what is read", read: new TypeError("oh"), error: "Defect", wrote: true, ours: true },
    { what: "not on record", watch: unlogged, error: logFull, wrote: true, ours: true },
    {
        ...{ what: "neither on record nor read", watch: unlogged, read: cut },
        ...{ error: cut, wrote: true, ours: true, notes: [logFull.message] },
    },
    {
        ...{ what: "refused, and not on record", watch: unlogged, denied: true },
        ...{ error: "SettingsRefused", wrote: true, ours: false, notes: [logFull.message] },
    },
];

describe("schannel/a write that does not end well", () => {
    for (const row of ROWS) {
        it(row.what, async () => {
            const server = new TestServer(17763);
            const run = async (calls: readonly AgentCall[]) => server.run(calls);
            let sent = false;
            const session: AgentSession = {
                server: "ex01:22",
                info: () => Promise.reject(new Error("not asked for")),
                read: (calls) => (sent && row.read ? Promise.reject(row.read) : run(calls)),
                async write(calls, readBack) {
                    const first = !sent;
                    sent = true;
                    if (row.denied) server.denied.add(SCH.toLowerCase());
                    const results = first && row.write && !row.made ? [] : await run(calls);
                    if (first && row.write) throw row.write;
                    server.denied.clear();
                    return { results, readBack: (await run([readBack]))[0] ?? { skipped: true } };
                },
            };
            const decoded = decodeSettings({ eventLogging: 7 });
            if (!decoded.ok) throw new Error("odd inputs");
            const exchange = exchangeOf(EXCHANGE.SE);
            const decide = (live: Live, kept: Kept, only: ReadonlySet<string> | undefined) =>
                planChange({ desired: desiredOf(decoded.args, live.windows, exchange), live, exchange, kept, only });
            const { error, wrote, kept, notes } = await reconcileSettings(session, "x", row.watch ?? unwatched, decide);
            expect(row.error instanceof Error ? error : error?.code).to.equal(row.error);
            expect(wrote).to.equal(row.wrote);
            expect(kept.values.map(({ name }) => name)).to.deep.equal(row.ours ? ["EventLogging"] : []);
            expect(notes.filter((note) => note.includes("audit log"))).to.deep.equal(row.notes ?? []);
        });
    }
});
