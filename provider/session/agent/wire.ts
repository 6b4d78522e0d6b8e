import { type AgentFrame, MAX_LINE_BYTES, type RequestFrame } from "../frames";

/** Escaping at most doubles ASCII JSON text, so a chunk of this many characters fits a line with room for its frame. */
const CHUNK_CHARACTERS = 32_000;

/** The lines, without LF, that carry `frame`: one, or as many chunks as it takes. */
export function toLines(frame: RequestFrame): string[] {
    const line = toAscii(frame);
    if (line.length <= MAX_LINE_BYTES) {
        return [line];
    }
    const parts = Math.ceil(line.length / CHUNK_CHARACTERS);
    return Array.from({ length: parts }, (_, index) =>
        toAscii({
            id: frame.id,
            op: "chunk",
            part: index + 1,
            parts,
            text: line.slice(index * CHUNK_CHARACTERS, (index + 1) * CHUNK_CHARACTERS),
        }),
    );
}

/** 7-bit JSON: no code page between here and PowerShell can change it. */
function toAscii(frame: RequestFrame): string {
    return JSON.stringify(frame).replaceAll(
        /[\u007f-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

const FRAME_LINE = /^@@([A-Za-z0-9_-]{1,128}) (.*)$/s;

/** What a line of the agent is. `nonce` is undefined until the hello told it. */
export type AgentLine =
    | { readonly kind: "frame"; readonly frame: AgentFrame }
    | { readonly kind: "noise" }
    | { readonly kind: "garbled"; readonly reason: string };

export function readLine(line: string, nonce: string | undefined): AgentLine {
    const [, mark, text] = FRAME_LINE.exec(line) ?? [];
    if (mark === undefined || text === undefined || (nonce !== undefined && mark !== nonce)) {
        // Before the hello nothing else can be told apart from noise; a damaged hello need not wait for its deadline.
        return nonce === undefined && line.startsWith("@@")
            ? { kind: "garbled", reason: `a damaged hello: ${line.slice(0, 120)}` }
            : { kind: "noise" };
    }
    const frame = parse(text);
    if (!isFrame(frame)) {
        return { kind: "garbled", reason: `a frame that is no JSON object with an op: ${line.slice(0, 120)}` };
    }
    if (frame.op === "hello" && nonce === undefined && frame.nonce !== mark) {
        return { kind: "garbled", reason: "a hello whose nonce is not the one of its line" };
    }
    return { kind: "frame", frame };
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

function isFrame(value: unknown): value is AgentFrame {
    return typeof value === "object" && value !== null && "op" in value && typeof value.op === "string";
}
