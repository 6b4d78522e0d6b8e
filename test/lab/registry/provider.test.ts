import { expect } from "chai";
import { outcome, RegistryBench } from "./bench.js";
import { bytes, type DotNetValue, int32, int64, text, texts, uint32 } from "./dot-net-value.js";
import type { KnownKind } from "./value.js";

const CIPHERS = "SYSTEM\\Ciphers";
const SLASH = "HKLM:\\SYSTEM\\Ciphers\\RC4 40/128";

describe("lab: PowerShell's registry drive", () => {
    let bench: RegistryBench;
    beforeEach(() => {
        bench = new RegistryBench();
        bench.hand.createKey(CIPHERS);
    });
    const made = () => bench.hand.createKey(`${CIPHERS}\\RC4 40/128`);
    const keys = () => bench.hand.dump(CIPHERS).match(/(?<=\\Ciphers\\)[^\]]*/g) ?? [];

    const slash: readonly (readonly [
        what: string,
        before: readonly string[],
        () => unknown,
        string,
        readonly string[],
    ])[] = [
        ["New-Item", [], () => bench.drive.newItem(SLASH), "IOException", []],
        [
            "New-Item -Name",
            [],
            () => bench.drive.newItem("HKLM:\\SYSTEM\\Ciphers", { name: "RC4 40/128" }),
            "IOException",
            [],
        ],
        ["New-Item -Force", [], () => bench.drive.newItem(SLASH, { force: true }), "ok", ["RC4 40", "RC4 40\\128"]],
        ["New-Item", ["RC4 40/128"], () => bench.drive.newItem(SLASH), "IOException", ["RC4 40/128"]],
        [
            "New-Item -Force",
            ["RC4 40/128"],
            () => bench.drive.newItem(SLASH, { force: true }),
            "ok",
            ["RC4 40", "RC4 40\\128"],
        ],
        ["Remove-Item", ["RC4 40/128"], () => bench.drive.removeItem(SLASH), "ok", []],
        [
            "Remove-Item",
            ["RC4 40/128", "RC4 40"],
            () => bench.drive.removeItem(SLASH),
            "ItemNotFoundException",
            ["RC4 40", "RC4 40/128"],
        ],
        [
            "Remove-Item",
            ["RC4 40/128", "RC4 40\\128"],
            () => bench.drive.removeItem(SLASH),
            "ok",
            ["RC4 40", "RC4 40/128"],
        ],
        ["reg add", [], () => bench.reg.add("HKLM\\SYSTEM\\Ciphers\\RC4 40/128"), "ok", ["RC4 40/128"]],
        ["reg add", ["RC4 40/128"], () => bench.reg.add("hklm\\system\\ciphers\\rc4 40/128"), "ok", ["RC4 40/128"]],
        ["CreateSubKey", [], () => bench.hklm.createSubKey("SYSTEM\\Ciphers\\RC4 40/128"), "ok", ["RC4 40/128"]],
        [
            "Test-Path of the look-alike",
            ["RC4 40\u2215128"],
            () => expect(bench.drive.testPath(SLASH)).to.equal(false),
            "ok",
            ["RC4 40\u2215128"],
        ],
    ];
    for (const [what, before, run, error, after] of slash) {
        it(`${what} on [${before}]: ${error}, leaves [${after}]`, () => {
            for (const name of before) bench.hand.createKey(`${CIPHERS}\\${name}`);
            expect(outcome(run)).to.equal(error);
            expect(keys()).to.deep.equal(after);
        });
    }

    const errors: readonly (readonly [what: string, run: () => unknown, error: string])[] = [
        ["a missing key", () => bench.drive.getItemProperty("HKLM:\\SYSTEM\\No"), "ItemNotFoundException"],
        ["a missing value", () => bench.drive.getItemProperty(SLASH, "No"), "PSArgumentException"],
        ["a wildcard without a match", () => bench.drive.getItemProperty(SLASH, "No*"), "ok"],
        [
            "setting below a missing key",
            () => bench.drive.setItemProperty(`${SLASH}\\x`, "a", int32(1)),
            "ItemNotFoundException",
        ],
        ["removing a missing value", () => bench.drive.removeItemProperty(SLASH, "No"), "PSArgumentException"],
        ["a new value that is there", () => bench.drive.newItemProperty(SLASH, "Enabled", int32(1)), "IOException"],
        ["the same with -Force", () => bench.drive.newItemProperty(SLASH, "ENABLED", int32(1), "DWord", true), "ok"],
        [
            "removing a key with children",
            () => bench.drive.removeItem("HKLM:\\SYSTEM\\Ciphers"),
            "PSInvalidOperationException",
        ],
        ["the same with -Recurse", () => bench.drive.removeItem("HKLM:\\SYSTEM\\Ciphers", true), "ok"],
        ["a DWord of two bytes", () => bench.drive.getItemProperty("HKLM:\\SYSTEM\\Odd", "x"), "InvalidCastException"],
        [
            "a number too large",
            () => bench.drive.setItemProperty(SLASH, "a", int64(2n ** 32n), "DWord"),
            "PSInvalidCastException",
        ],
    ];
    for (const [what, run, error] of errors) {
        it(`${what}: ${error}`, () => {
            made();
            bench.hand.setDword(`${CIPHERS}\\RC4 40/128`, "Enabled", 0);
            bench.hand.setRaw("SYSTEM\\Odd", "x", 4, Buffer.from([1, 2]));
            expect(outcome(run)).to.equal(error);
        });
    }

    const kinds: readonly (readonly [
        value: DotNetValue,
        type: KnownKind | undefined,
        there: string | undefined,
        as: string,
    ])[] = [
        [int32(-1), "DWord", undefined, "DWord 0xffffffff"],
        [int64(4_294_967_295n), "DWord", undefined, "DWord 0xffffffff"],
        [text("0xffffffff"), "DWord", undefined, "DWord 0xffffffff"],
        [uint32(4_294_967_295), "DWord", undefined, "DWord 0xffffffff"],
        [uint32(4_294_967_295), undefined, undefined, 'String "4294967295"'],
        [int32(1), undefined, undefined, "DWord 0x00000001"],
        [int64(1n), undefined, undefined, "QWord 1"],
        [text("1"), undefined, undefined, 'String "1"'],
        [texts(["1"]), undefined, undefined, 'MultiString ["1"]'],
        [bytes(Buffer.from([1])), undefined, undefined, "Binary hex:01"],
        [int32(1), undefined, "old", 'String "1"'],
        [int32(1), "DWord", "old", "DWord 0x00000001"],
        [texts(["1"]), undefined, "old", 'MultiString ["1"]'],
    ];
    for (const [value, type, there, as] of kinds) {
        it(`Set-ItemProperty ${value.type} -Type ${type} over ${there}: ${as}`, () => {
            made();
            if (there !== undefined) bench.hand.setText(`${CIPHERS}\\RC4 40/128`, "x", there);
            bench.drive.setItemProperty(SLASH, "x", value, type);
            expect(bench.hand.dump(`${CIPHERS}\\RC4 40/128`))
                .to.match(/"x" .*\n$/)
                .and.to.include(as);
        });
    }

    it("a key that may not be read is there all the same", () => {
        made();
        bench.hand.deny(CIPHERS, "read", "write");
        expect(bench.drive.testPath(SLASH)).to.equal(true);
        expect(outcome(() => bench.drive.getItemProperty(SLASH))).to.equal("SecurityException");
        expect(outcome(() => bench.drive.newItem(SLASH, { force: true }))).to.equal("SecurityException");
        expect(keys()).to.deep.equal(["RC4 40/128"]);
    });

    it("reg.exe writes kinds as told, and shows numbers in hexadecimal digits", () => {
        bench.reg.add("HKLM\\SYSTEM\\x", "a", "REG_DWORD", "0xffffffff");
        bench.reg.add("HKLM\\SYSTEM\\x", "b", "REG_MULTI_SZ", "one\\0two");
        expect(bench.reg.query("HKLM\\SYSTEM\\x", "A")).to.include("REG_DWORD").and.to.include("0xffffffff");
        expect(bench.hand.texts("SYSTEM\\x", "b")).to.deep.equal(["one", "two"]);
        expect(bench.reg.add("HKLM\\SYSTEM\\x", "a", "REG_DWORD", "-1")).to.equal(1);
        expect(bench.reg.delete("HKLM\\SYSTEM\\x", "c")).to.equal(1);
        expect(bench.reg.delete("HKLM\\SYSTEM\\x")).to.equal(0);
        expect(bench.reg.query("HKLM\\SYSTEM\\x", "a")).to.equal(undefined);
    });
});
