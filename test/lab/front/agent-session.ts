import type { AgentFrame, HelloFrame, RequestFrame } from "../../../provider/session/frames.js";
import type { CmdletContext } from "../cmdlets/context.js";
import type { LabParts } from "../parts.js";
import { agentError } from "./agent-error.js";
import { type AgentPort, CRASH_CODE, type Logon } from "./agent-port.js";
import { Answers } from "./answers.js";
import { Batch } from "./batch.js";
import { labelOf } from "./calls.js";
import { Chunks } from "./chunks.js";
import { helloOf } from "./hello.js";
import { Life } from "./life.js";
import { LineReader } from "./line-reader.js";
import { describeSession, openExchange } from "./open.js";
import { BadLine, readRequest } from "./request.js";
import { secretsOf } from "./wire-argument.js";

type Answer = Exclude<AgentFrame, HelloFrame>;
type Request<Op extends RequestFrame["op"]> = Extract<RequestFrame, { op: Op }>;

/** One agent: reads lines at once, carries requests out one after another, ends when the client goes away. */
export class AgentSession {
    private readonly reader = new LineReader((line) => this.line(line));
    private readonly chunks = new Chunks();
    private readonly life: Life;
    private readonly answers: Answers;
    private readonly batches = new Map<number, Batch>();
    private context: CmdletContext | null = null;
    private opened = false;
    private ended = false;
    private work: Promise<void> = Promise.resolve();

    constructor(
        private readonly parts: LabParts,
        private readonly port: AgentPort,
        agentHash: string,
        private readonly logon: Logon,
    ) {
        this.life = new Life(parts.clock, (why) => this.exit(0, why));
        const hello = helloOf(parts, agentHash, logon);
        this.answers = new Answers(parts, port, hello.nonce);
        if (parts.faults.due("hello-missing") !== undefined) return;
        if (parts.faults.due("hello-garbage") !== undefined) port.write("@@ {]hello\n");
        else this.answers.frame(hello);
    }

    push(bytes: Buffer): void {
        this.parts.meter.count("bytesIn", bytes.length);
        if (!this.ended) this.reader.push(bytes);
    }

    /** The client closed its end, or the process was killed. */
    gone(why: string): void {
        this.exit(0, why);
    }

    private line(line: Buffer | null): void {
        if (this.ended) return;
        this.parts.meter.count("framesIn");
        this.life.line();
        try {
            if (line === null) throw new BadLine("TooLong", null, "the line is too long");
            this.take(readRequest(line.toString("latin1")));
        } catch (error) {
            if (!(error instanceof BadLine)) throw error;
            this.answers.frame({ id: error.id, op: "error", error: agentError(error.code, error.message) });
        }
    }

    private take(request: RequestFrame): void {
        for (const secret of secretsOf(request)) this.parts.transcript.hide(secret);
        if (request.op !== "ping" && request.op !== "chunk")
            this.parts.transcript.note(`> ${request.op} ${request.id}`);
        if (request.op !== "ping") this.life.request();
        if (request.op === "ping") this.answers.frame({ id: request.id, op: "pong" });
        else if (request.op === "cancel") this.batches.get(request.id)?.stop();
        else if (request.op === "bye") this.exit(0, "bye");
        else if (request.op === "chunk") this.joined(this.chunks.add(request));
        else this.accept(request);
    }

    private joined(whole: RequestFrame | undefined): void {
        if (whole?.op === "chunk") throw new BadLine("BadRequest", whole.id, "a chunk within chunks");
        if (whole !== undefined) this.take(whole);
    }

    private accept(request: Request<"open" | "batch">): void {
        const { faults, meter } = this.parts;
        meter.exchange(request.op);
        const cmds = request.op === "batch" ? request.calls.map(labelOf) : [];
        if (faults.due("cut-before-execution", cmds) !== undefined) {
            this.port.cut(false);
            return;
        }
        const job = request.op === "open" ? this.beginOpen(request) : this.beginBatch(request);
        if (faults.due("agent-crash", cmds) !== undefined) {
            this.exit(CRASH_CODE, "crash");
            return;
        }
        const stalls = faults.due("stall", cmds) !== undefined;
        this.work = this.work.then(() => (stalls ? new Promise(() => {}) : this.carryOut(request.id, job, cmds)));
    }

    private async carryOut(id: number, job: () => Answer | Promise<Answer>, cmds: readonly string[]): Promise<void> {
        if (this.ended) return;
        const answer = await Promise.resolve()
            .then(job)
            .catch((error) => ({ id, op: "error", error: agentError("Internal", String(error)) }) as const);
        if (this.ended) return;
        this.life.request();
        this.answers.answer(answer, cmds);
    }

    private beginOpen(request: Request<"open">): () => Answer {
        this.opened = true;
        return () => this.open(request);
    }

    private beginBatch({ id, calls, stopOnError }: Request<"batch">): () => Promise<Answer> {
        if (!this.opened) throw new BadLine("BadRequest", id, "open comes first");
        this.answers.frame({ id, op: "accepted" });
        const batch = new Batch(calls, stopOnError, () => this.context, this.parts, this.logon);
        this.batches.set(id, batch);
        return async () => {
            const results = await batch.run();
            this.batches.delete(id);
            return { id, op: "result", results };
        };
    }

    private open({ id, exchange, heartbeatS, idleS }: Request<"open">): Answer {
        this.life.limits(heartbeatS, idleS);
        this.context = null;
        const nothing = {
            version: null,
            server: null,
            domainController: null,
            cmdlets: null,
            adReachable: false,
            adError: null,
        };
        if (exchange === null) return { id, op: "opened", ...nothing, ms: 0 };
        const session = openExchange(exchange, this.parts, this.logon);
        if ("code" in session) return { id, op: "error", error: session };
        this.context = session;
        return { id, op: "opened", ...describeSession(session), ms: 0 };
    }

    private exit(code: number, why: string): void {
        if (this.ended) return;
        this.ended = true;
        this.life.over();
        for (const batch of this.batches.values()) batch.stop();
        this.parts.transcript.note(`agent ends: ${why}`);
        this.port.exit(code);
    }
}
