import { expect } from "chai";
import { outcome, RegistryBench } from "./bench.js";
import type { RegistryKey } from "./dot-net.js";
import { bytes, type DotNetValue, int32, int64, text, texts, uint32 } from "./dot-net-value.js";
import type { KnownKind } from "./value.js";

describe("lab: .NET's RegistryKey", () => {
    let bench: RegistryBench;
    let key: RegistryKey;
    beforeEach(() => {
        bench = new RegistryBench();
        key = bench.hklm.createSubKey("SYSTEM\\Lab");
    });

    const refused: readonly (readonly [what: string, run: () => unknown, exception: string])[] = [
        ["a null", () => key.setValue("x", null), "ArgumentNullException"],
        ["a UInt32 above Int32", () => key.setValue("x", uint32(0xffff_ffff), "DWord"), "ArgumentException"],
        ["an Int64 above Int32", () => key.setValue("x", int64(0xffff_ffffn), "DWord"), "ArgumentException"],
        ["text that is no number", () => key.setValue("x", text("0xffffffff"), "DWord"), "ArgumentException"],
        ["no text at all", () => key.setValue("x", text(""), "DWord"), "ArgumentException"],
        ["a list as a number", () => key.setValue("x", texts(["1"]), "DWord"), "ArgumentException"],
        ["text as bytes", () => key.setValue("x", text("1"), "Binary"), "ArgumentException"],
        ["text as a list", () => key.setValue("x", text("a"), "MultiString"), "ArgumentException"],
        ["a name too long", () => key.setValue("n".repeat(16_384), int32(1)), "ArgumentException"],
        ["the longest name", () => key.setValue("n".repeat(16_383), int32(1)), "ok"],
        ["a key's name too long", () => key.createSubKey(`a\\${"k".repeat(256)}`), "ArgumentException"],
        ["the longest key's name", () => key.createSubKey(`a\\${"k".repeat(255)}`), "ok"],
        ["the kind of what is not there", () => key.getValueKind("x"), "IOException"],
        ["deleting a value that is not there", () => key.deleteValue("x"), "ArgumentException"],
        ["the same, forgiven", () => key.deleteValue("x", false), "ok"],
        ["deleting a key that is not there", () => key.deleteSubKey("x"), "ArgumentException"],
        ["the same, forgiven", () => key.deleteSubKey("x", false), "ok"],
        ["deleting a key with children", () => bench.hklm.deleteSubKey("SYSTEM"), "InvalidOperationException"],
        ["deleting a tree", () => bench.hklm.deleteSubKeyTree("SYSTEM"), "ok"],
        [
            "writing by a key opened for reading",
            () => bench.hklm.openSubKey("SYSTEM\\Lab")?.setValue("x", int32(1)),
            "UnauthorizedAccessException",
        ],
        [
            "making a key below one opened for reading",
            () => bench.hklm.openSubKey("SYSTEM\\Lab")?.createSubKey("x"),
            "UnauthorizedAccessException",
        ],
    ];
    for (const [what, run, exception] of refused) {
        it(`${what}: ${exception}`, () => expect(outcome(run)).to.equal(exception));
    }

    const kept: readonly (readonly [value: DotNetValue, kind: KnownKind | undefined, read: DotNetValue, as: string])[] =
        [
            [int32(-1), "DWord", int32(-1), "DWord 0xffffffff"],
            [text(" 7 "), "DWord", int32(7), "DWord 0x00000007"],
            [int32(-1), "QWord", int64(-1n), "QWord -1"],
            [int32(5), "String", text("5"), 'String "5"'],
            [uint32(0xffff_ffff), undefined, text("4294967295"), 'String "4294967295"'],
            [int64(1n), undefined, text("1"), 'String "1"'],
            [int32(1), undefined, int32(1), "DWord 0x00000001"],
            [bytes(Buffer.from([0])), undefined, bytes(Buffer.from([0])), "Binary hex:00"],
            [bytes(Buffer.from([0])), "None", bytes(Buffer.from([0])), "None hex:00"],
            [texts(["a", "", "b"]), undefined, texts(["a", "", "b"]), 'MultiString ["a","","b"]'],
            [
                text("%windir%\\x %none%"),
                "ExpandString",
                text("C:\\Windows\\x %none%"),
                'ExpandString "%windir%\\\\x %none%"',
            ],
        ];
    for (const [value, kind, read, as] of kept) {
        it(`${value.type} as ${kind ?? "whatever it is"} is stored as ${as}`, () => {
            key.setValue("x", value, kind);
            expect(key.getValue("X")).to.deep.equal(read);
            expect(bench.hand.dump("SYSTEM\\Lab")).to.equal(`[HKLM\\SYSTEM\\Lab]\n"x" ${as}\n`);
        });
    }

    const odd: readonly (readonly [type: number, data: string, as: string, readable: boolean])[] = [
        [4, "01", "DWord hex:01", true],
        [4, "0100000000", "DWord hex:0100000000", true],
        [11, "01000000", "QWord hex:01000000", true],
        [1, "6100", "String hex:6100", true],
        [7, "61000000", "MultiString hex:61000000", true],
        [7, "", "MultiString hex:", true],
        [5, "00000001", "type 5 hex:00000001", true],
        [6, "00", "type 6 hex:00", false],
        [4_000_000, "", "type 4000000 hex:", false],
    ];
    for (const [type, data, as, readable] of odd) {
        it(`odd bytes are shown as they are: ${as}`, () => {
            bench.hand.setRaw("SYSTEM\\Lab", "x", type, Buffer.from(data, "hex"));
            expect(bench.hand.dump("SYSTEM\\Lab")).to.equal(`[HKLM\\SYSTEM\\Lab]\n"x" ${as}\n`);
            expect(key.getValue("x") !== null).to.equal(readable);
        });
    }

    it("keeps the case of the first writing, of keys and values, and finds them in any", () => {
        bench.hklm.createSubKey("system\\LAB\\Straße").setValue("Name", int32(1));
        bench.hklm.createSubKey("SYSTEM\\lab\\STRAßE").setValue("NAME", int32(2));
        expect(bench.hand.dump("SYSTEM")).to.equal(
            '[HKLM\\SYSTEM]\n[HKLM\\SYSTEM\\Lab]\n[HKLM\\SYSTEM\\Lab\\Straße]\n"Name" DWord 0x00000002\n',
        );
        expect(bench.hklm.openSubKey("SYSTEM\\Lab\\STRASSE")).to.equal(null);
    });

    it("runs of backslashes and one at the end are nothing", () => {
        bench.hklm.createSubKey("SYSTEM\\\\Lab\\\\\\x\\");
        expect(key.getSubKeyNames()).to.deep.equal(["x"]);
    });

    it("writes tell the time: of the key itself, of its parent where keys come and go", () => {
        const at = (path: string) => bench.hand.lastWrite(path)?.toISOString().slice(11, 19);
        bench.clock.advance(1000);
        key.createSubKey("a\\b");
        bench.clock.advance(1000);
        key.setValue("x", int32(1));
        bench.clock.advance(1000);
        key.createSubKey("a\\b");
        key.deleteValue("y", false);
        expect(["SYSTEM", "SYSTEM\\Lab", "SYSTEM\\Lab\\a"].map(at)).to.deep.equal(["08:00:00", "08:00:02", "08:00:01"]);
        key.deleteSubKey("a\\b");
        expect(at("SYSTEM\\Lab\\a")).to.equal("08:00:03");
    });
});
