import { expect } from "chai";
import { LineSplitter, LineTooLong } from "../../provider/session/agent/line-splitter";

const TEXT = 'größe\r\n@@n {"a":"€𝄞"}\n\n\r\nx\rü\nrest';
const LINES = ["größe", '@@n {"a":"€𝄞"}', "", "", "x\rü"];

describe("session: line splitter", () => {
    it("finds the same lines at every byte boundary, inside a character too", () => {
        const bytes = Buffer.from(TEXT);
        for (let first = 0; first <= bytes.length; first++) {
            for (let second = first; second <= bytes.length; second++) {
                const splitter = new LineSplitter(1000);
                const parts = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
                expect(parts.flatMap((part) => splitter.push(part))).to.deep.equal(LINES);
            }
        }
    });

    it("joins single bytes", () => {
        const splitter = new LineSplitter(1000);
        expect([...Buffer.from(TEXT)].flatMap((byte) => splitter.push(Buffer.from([byte])))).to.deep.equal(LINES);
    });

    it("keeps its own copy order when a chunk is empty", () => {
        const splitter = new LineSplitter(10);
        expect(splitter.push(Buffer.from("a"))).to.deep.equal([]);
        expect(splitter.push(Buffer.alloc(0))).to.deep.equal([]);
        expect(splitter.push(Buffer.from("b\n"))).to.deep.equal(["ab"]);
    });

    it("takes a line of the limit and refuses a longer one, ended or not", () => {
        expect(new LineSplitter(3).push(Buffer.from("abc\nabc\n"))).to.deep.equal(["abc", "abc"]);
        expect(() => new LineSplitter(3).push(Buffer.from("abcd"))).to.throw(LineTooLong);
        expect(() => new LineSplitter(3).push(Buffer.from("abcd\n"))).to.throw(LineTooLong);
    });

    it("takes half a megabyte in network-sized pieces", () => {
        const line = "x".repeat(517_000);
        const bytes = Buffer.from(`${line}\n`);
        const splitter = new LineSplitter(1_000_000);
        const lines: string[] = [];
        for (let at = 0; at < bytes.length; at += 1448) lines.push(...splitter.push(bytes.subarray(at, at + 1448)));
        expect(lines).to.deep.equal([line]);
    });
});
