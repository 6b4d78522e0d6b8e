import { expect } from "chai";
import { readResults } from "../../provider/session/agent/results";
import { readLine, toLines } from "../../provider/session/agent/wire";
import { MAX_LINE_BYTES, type RequestFrame } from "../../provider/session/frames";

/** A batch whose line is exactly `length` bytes long. */
function batchOf(length: number, filler = "x"): RequestFrame {
    const frame = (text: string): RequestFrame => ({
        id: 7,
        op: "batch",
        stopOnError: false,
        calls: [{ cmd: "Set-SendConnector", par: { Comment: text }, sel: [] }],
    });
    const empty = JSON.stringify(frame("")).length;
    return frame(filler.repeat(length - empty));
}

function joined(lines: readonly string[]): unknown {
    const chunks = lines.map(
        (line) => JSON.parse(line) as { id: number; op: string; part: number; parts: number; text: string },
    );
    expect(chunks.map(({ part }) => part)).to.deep.equal(chunks.map((_, index) => index + 1));
    expect(new Set(chunks.map(({ parts }) => parts))).to.deep.equal(new Set([lines.length]));
    expect(new Set(chunks.map(({ op, id }) => `${op} ${id}`))).to.deep.equal(new Set(["chunk 7"]));
    return JSON.parse(chunks.map(({ text }) => text).join(""));
}

describe("session: frames on the wire", () => {
    for (const [length, lines] of [
        [MAX_LINE_BYTES - 1, 1],
        [MAX_LINE_BYTES, 1],
        [MAX_LINE_BYTES + 1, 3],
        [200_000, 7],
    ] as const) {
        it(`sends a request of ${length} bytes as ${lines} line(s)`, () => {
            const frame = batchOf(length);
            const sent = toLines(frame);
            expect(sent).to.have.length(lines);
            expect(Math.max(...sent.map((line) => line.length))).to.be.at.most(MAX_LINE_BYTES);
            expect(lines === 1 ? JSON.parse(sent[0] ?? "") : joined(sent)).to.deep.equal(frame);
        });
    }

    for (const filler of ['"', "\\", "\n", "ü", "𝄞", "\u2028", "\ud800"]) {
        it(`keeps ${JSON.stringify(filler)} through escaping and chunking, in 7 bits`, () => {
            const frame = batchOf(90_000, filler);
            const sent = toLines(frame);
            for (const line of sent) {
                expect(line).to.match(/^[\x20-\x7e]+$/);
                expect(line.length).to.be.at.most(MAX_LINE_BYTES);
            }
            expect(joined(sent)).to.deep.equal(frame);
        });
    }

    const nonce = "aB3-_";
    for (const [name, line, known, kind] of [
        ["a frame", `@@${nonce} {"op":"pong","id":1}`, nonce, "frame"],
        ["a hello", `@@${nonce} {"op":"hello","nonce":"${nonce}"}`, undefined, "frame"],
        ["a hello with a foreign nonce", `@@${nonce} {"op":"hello","nonce":"other"}`, undefined, "garbled"],
        ["a damaged hello", "@@ {]hello", undefined, "garbled"],
        ["another nonce", '@@x {"op":"pong","id":1}', nonce, "noise"],
        ["output of a cmdlet", "WARNING: größe", nonce, "noise"],
        ["an empty line", "", nonce, "noise"],
        ["a frame within a line", ` @@${nonce} {"op":"pong","id":1}`, nonce, "noise"],
        ["a truncated frame", `@@${nonce} {"op":"result","id":1,"results":[`, nonce, "garbled"],
        ["no object", `@@${nonce} 42`, nonce, "garbled"],
        ["null", `@@${nonce} null`, nonce, "garbled"],
        ["no op", `@@${nonce} {"id":1}`, nonce, "garbled"],
        ["nothing after the prefix", `@@${nonce} `, nonce, "garbled"],
    ] as const) {
        it(`reads ${name} as ${kind}`, () => {
            expect(readLine(line, known).kind).to.equal(kind);
        });
    }

    const good = { ok: true, out: [{ Name: "a" }], warnings: [], ms: 1 };
    const bad = { ok: false, error: { code: "Cmdlet", message: "no", transient: false } };
    for (const [name, value, count, right] of [
        ["one for each call", [good, bad, { skipped: true }], 3, true],
        ["none for none", [], 0, true],
        ["one too few", [good], 2, false],
        ["one too many", [good, good], 1, false],
        ["no list", { 0: good }, 1, false],
        ["nothing", undefined, 1, false],
        ["a null", [null], 1, false],
        ["ok without output", [{ ok: true, warnings: [] }], 1, false],
        ["output that is no object", [{ ok: true, out: ["x"], warnings: [] }], 1, false],
        ["an error without code", [{ ok: false, error: { message: "x" } }], 1, false],
        ["a truthy ok", [{ ok: "true", out: [], warnings: [] }], 1, false],
    ] as const) {
        it(`${right ? "takes" : "refuses"} results: ${name}`, () => {
            expect(readResults(value, count)).to.equal(right ? value : undefined);
        });
    }
});
