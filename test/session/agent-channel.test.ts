import { expect } from "chai";
import { AgentChannel } from "../../provider/session/agent/agent-channel";
import type { AgentPipe, PipeEnd } from "../../provider/session/agent-pipe";
import { TIMEOUTS } from "../../provider/session/clock";
import { ProtocolError } from "../../provider/session/errors";
import { HandClock, settle } from "./hand-clock";
import { rejection } from "./rejection";

const HELLO = { op: "hello", v: 1, nonce: "n1", agent: "x", languageMode: "FullLanguage" };

/** A pipe without an agent: the test says what comes out of it. */
class Pipe implements AgentPipe {
    readonly sent: string[] = [];
    killed = 0;
    #ears: Parameters<AgentPipe["listen"]>[0] | undefined;

    listen(ears: Parameters<AgentPipe["listen"]>[0]) {
        this.#ears = ears;
    }

    send(line: string) {
        this.sent.push(line);
    }

    kill() {
        this.killed += 1;
    }

    line(text: string) {
        this.#ears?.output(Buffer.from(`${text}\n`));
    }

    frame(frame: object) {
        this.line(`@@n1 ${JSON.stringify(frame)}`);
    }

    stderr(text: string) {
        this.#ears?.diagnostics(Buffer.from(text));
    }

    end(end: PipeEnd) {
        this.#ears?.ended(end);
    }
}

function channelOf(greeted = true) {
    const pipe = new Pipe();
    const clock = new HandClock();
    const channel = new AgentChannel(pipe, "ex01:22", clock, TIMEOUTS);
    if (greeted) pipe.frame(HELLO);
    return { pipe, clock, channel };
}

const batch = (id: number) => ({ id, op: "batch", stopOnError: false, calls: [] }) as const;
const result = (id: number, results: unknown[] = []) => ({ id, op: "result", results });

describe("session: channel", () => {
    it("finds answers by id, in whatever order they come", async () => {
        const { pipe, channel } = channelOf();
        const asked = [channel.request(batch(1)), channel.request(batch(2)), channel.request(batch(3))];
        for (const id of [3, 1, 2]) pipe.frame({ id, op: "accepted" });
        for (const id of [2, 3, 1]) pipe.frame(result(id));
        expect((await Promise.all(asked)).map((answer) => answer.id)).to.deep.equal([1, 2, 3]);
        expect(pipe.sent.map((line) => JSON.parse(line).id)).to.deep.equal([1, 2, 3]);
    });

    it("puts second answers, late answers, a second hello and noise aside", async () => {
        const { pipe, channel } = channelOf();
        const first = channel.request(batch(1));
        pipe.frame(result(1, ["right"]));
        pipe.frame(result(1, ["wrong"]));
        pipe.frame(result(99));
        pipe.frame({ ...HELLO, nonce: "n2" });
        pipe.line("WARNING: größe\r");
        pipe.line("@@n2 {]");
        const second = channel.request(batch(2));
        pipe.frame(result(2, ["also right"]));
        expect(await first).to.deep.equal(result(1, ["right"]));
        expect(await second).to.deep.equal(result(2, ["also right"]));
        expect(channel.noise).to.contain("WARNING: größe").and.to.contain('"id":99');
        expect(channel.failure).to.equal(undefined);
    });

    it("reads a hello after noise, and in pieces", async () => {
        const { pipe, channel } = channelOf(false);
        pipe.line("Windows PowerShell");
        pipe.line("");
        pipe.frame(HELLO);
        expect((await channel.hello).nonce).to.equal("n1");
    });

    for (const [name, line] of [
        ["half a frame", '@@n1 {"id":1,"op":"result","results":[{"ok":tr'],
        ["no object", "@@n1 17"],
        [
            "an error that belongs to no request",
            '@@n1 {"id":null,"op":"error","error":{"code":"BadRequest","message":"?"}}',
        ],
    ] as const) {
        it(`gives up, once and for all, on ${name}`, async () => {
            const { pipe, channel } = channelOf();
            const asked = rejection(channel.request(batch(1)));
            pipe.line(line);
            pipe.frame(result(1));
            const error = await asked;
            expect(error).to.be.instanceOf(ProtocolError);
            expect(pipe.killed).to.equal(1);
            expect(await rejection(channel.request(batch(2)))).to.equal(error);
            expect(pipe.sent).to.have.length(1);
        });
    }

    it("hands an error frame to its request", async () => {
        const { pipe, channel } = channelOf();
        const asked = channel.request(batch(1));
        pipe.frame({ id: 1, op: "error", error: { code: "TooLong", message: "x", transient: false } });
        expect((await asked).op).to.equal("error");
        expect(channel.failure).to.equal(undefined);
    });

    it("calls a process that ends before its hello a failed start, with what it wrote", async () => {
        const { pipe, channel } = channelOf(false);
        pipe.stderr(`${"x".repeat(3000)} File C:\\a.ps1 cannot be loaded because running scripts is disabled`);
        pipe.end({ kind: "exited", how: "exit code 1" });
        const error = await rejection(channel.hello);
        expect(error.code).to.equal("AgentStart");
        expect(error.message)
            .to.contain("exit code 1")
            .and.to.contain("running scripts is disabled")
            .and.to.contain("ExecutionPolicy");
        expect(error.facts.answer.length).to.be.below(2200);
        await channel.ended;
    });

    for (const end of [
        { kind: "exited", how: "exit code -532462766" },
        { kind: "lost", how: "ECONNRESET" },
    ] as const) {
        it(`calls it a lost connection when it is ${end.kind} later`, async () => {
            const { pipe, channel } = channelOf();
            const asked = rejection(channel.request(batch(1)));
            pipe.stderr("OutOfMemoryException");
            pipe.end(end);
            const error = await asked;
            expect(error.code).to.equal("ConnectionLost");
            expect(error.message).to.contain(end.how).and.to.contain("OutOfMemoryException");
            await channel.ended;
        });
    }

    it("pings every 15 s, and takes 45 s of silence for the end", async () => {
        const { pipe, clock, channel } = channelOf();
        channel.startPings();
        const asked = rejection(channel.request(batch(channel.nextId())));
        for (let count = 1; count <= 10; count++) {
            await clock.advance(15_000);
            const { id, op } = JSON.parse(pipe.sent.at(-1) ?? "{}");
            expect(op).to.equal("ping");
            pipe.frame({ id, op: "pong" });
        }
        expect(pipe.sent).to.have.length(11);
        await clock.advance(44_000);
        expect(pipe.killed).to.equal(0);
        await clock.advance(1_000);
        expect(pipe.killed).to.equal(1);
        expect((await asked).message).to.contain("nothing was heard for 45 s");
        await settle();
        expect(clock.pending).to.equal(0);
    });

    it("keeps the first failure and leaves no rejection unheard", async () => {
        const { pipe, channel } = channelOf(false);
        pipe.end({ kind: "lost", how: "first" });
        pipe.end({ kind: "exited", how: "second" });
        pipe.line("@@ garbage");
        await settle();
        expect(channel.failure?.message).to.contain("first");
    });
});
