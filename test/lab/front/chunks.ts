import type { RequestFrame } from "../../../provider/session/frames.js";
import { BadLine, readRequest } from "./request.js";

type Chunk = Extract<RequestFrame, { op: "chunk" }>;

/** Requests that come in parts. */
export class Chunks {
    private readonly begun = new Map<number, string[]>();

    /** The whole request with its last part, undefined before. */
    add({ id, part, parts, text }: Chunk): RequestFrame | undefined {
        const texts = this.begun.get(id) ?? [];
        if (part !== texts.length + 1) {
            this.begun.delete(id);
            throw new BadLine("BadRequest", id, `part ${part} came where ${texts.length + 1} was due`);
        }
        this.begun.set(id, [...texts, text]);
        if (part < parts) return undefined;
        this.begun.delete(id);
        const whole = readRequest([...texts, text].join(""));
        if (whole.id !== id) throw new BadLine("BadRequest", id, "the parts hold a request with another id");
        return whole;
    }
}
