import type { AgentFrame } from "../../../provider/session/frames.js";
import type { LabParts } from "../parts.js";
import type { AgentPort } from "./agent-port.js";

/** Writes the agent's frames, and spoils answers where a fault is due. */
export class Answers {
    constructor(
        private readonly parts: LabParts,
        private readonly port: AgentPort,
        private readonly nonce: string,
    ) {}

    frame(frame: AgentFrame): void {
        this.parts.meter.count("framesOut");
        this.raw(this.lineOf(frame));
    }

    /** The answer to an open or a batch. */
    answer(frame: AgentFrame, cmds: readonly string[]): void {
        const { faults, transcript } = this.parts;
        transcript.note(`< ${frame.op} ${"id" in frame ? frame.id : ""}`);
        if (faults.due("cut-before-answer", cmds) !== undefined) this.port.cut(false);
        else if (faults.due("cut-in-answer", cmds) !== undefined) {
            const line = this.lineOf(frame);
            this.raw(line.slice(0, Math.floor(line.length / 2)));
            this.port.cut(true);
        } else if (faults.due("garbage-answer", cmds) !== undefined) {
            this.raw(`@@${this.nonce} {"id":\u0007]]\n`);
        } else {
            this.frame(frame);
            if (faults.due("duplicate-answer", cmds) !== undefined) this.frame(frame);
        }
    }

    /** 7-bit: everything else as \uXXXX. */
    private lineOf(frame: AgentFrame): string {
        const escaped = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;
        return `@@${this.nonce} ${JSON.stringify(frame).replace(/[\x7f-\uffff]/g, escaped)}\n`;
    }

    private raw(text: string): void {
        this.parts.meter.count("bytesOut", text.length);
        this.port.write(text);
    }
}
