import { hostname } from "node:os";
import { expect } from "chai";
import { READ_KEYS } from "../../provider/resources/schannel-settings/reading/keys";
import type { KeyPlace } from "../../provider/resources/schannel-settings/registry/place";
import type {
    AgentCall,
    AgentError,
    CallResult,
    RegistryCall,
    RegistryKind,
    WireObject,
} from "../../provider/session/frames";
import { registryNotAllowed } from "../lab/front/registry-allow-list";
import type { AgentProcess } from "./agent-process";
import { agentText } from "./agent-script";
import { batch, describeOnPowerShell, errorOf, open, outOf, ownAgents } from "./conversation";
import { mistakesIn, parsePowerShell } from "./grammar";
import { BOOT, NO_BOOT, REGISTRY, SCHANNEL } from "./registry-stub";
import { type StubbedAgent, stubbedAgent, withStubs } from "./stubbed-agent";

const NET = "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";
const WINHTTP = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp";
const POLICY = "SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002";
const WINDOWS = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

/** The registry lists as they stand in the script; fails when anything but names stands there. */
const lists = /^\$RegistryLists = @\{\n([\s\S]*?)^\}\n/m.exec(agentText)?.[1] ?? "";
const listNamed = (name: string): readonly string[] => {
    const block = new RegExp(`^ {4}${name} = @[({]\\n([\\s\\S]*?)^ {4}[)}]\\n`, "m").exec(lists)?.[1] ?? "";
    const entries = [...block.matchAll(/^ {8}'([^']+)'( = @\('\w+'(, '\w+')*\))?\n/gm)];
    expect(entries.map(([line]) => line).join("")).to.equal(block);
    return entries.map(([line]) => line.trim().replaceAll("'", ""));
};

describe("agent.ps1: what the registry lists say", () => {
    it("they are literal, set once, and asked in one function", () => {
        const names = lists.replaceAll(/^ {4}#.*\n/gm, "").replaceAll(/'[^'\n]*'/g, "");
        expect(names).to.match(/^[A-Za-z=@(){},\s]+$/);
        expect(agentText.match(/\bRegistryLists\b/g)).to.have.length(4);
        expect(agentText).to.include("Test-RegistryAccess -Lists $State.RegistryLists -Verb");
        expect(agentText.match(/\$Lists\b.*/g)?.filter((use) => /^\$Lists(\.\w+)*(\[\$?\w+\])? *[-+*]?=/.test(use))).to
            .be.empty;
    });

    it("writes in the tree of SCHANNEL, and eleven values beside it", () => {
        expect(lists).to.include(`\n    Tree = '${SCHANNEL}'\n`);
        const NET_VALUES = "@(SchUseStrongCrypto, SystemDefaultTlsVersions)";
        expect(listNamed("Write")).to.deep.equal([
            `SOFTWARE\\Microsoft\\.NETFramework\\v2.0.50727 = ${NET_VALUES}`,
            `SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 = ${NET_VALUES}`,
            `SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v2.0.50727 = ${NET_VALUES}`,
            `SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319 = ${NET_VALUES}`,
            `${WINHTTP} = @(DefaultSecureProtocols)`,
            `${WINHTTP.replace("SOFTWARE", "SOFTWARE\\Wow6432Node")} = @(DefaultSecureProtocols)`,
            `${POLICY} = @(EccCurves, Functions)`,
        ]);
    });

    it("lets every key be read that the settings are read from, as the lab does", () => {
        const written = listNamed("Write").map((line) => line.replace(/ = .*/, ""));
        const single = [...written, ...listNamed("Read")];
        const trees = [SCHANNEL, ...listNamed("ReadTrees")];
        const isListed = ({ key }: KeyPlace) =>
            single.includes(key) || trees.some((tree) => `${key}\\`.startsWith(`${tree}\\`));
        expect(READ_KEYS.filter((place) => !isListed(place))).to.deep.equal([]);
        const get = (place: KeyPlace): RegistryCall => ({ reg: "get", hive: "HKLM", ...place });
        expect(READ_KEYS.filter((place) => registryNotAllowed(get(place)) !== undefined)).to.deep.equal([]);
    });

    it("deletes keys that a write may have made, and none of .NET", () => {
        const policies = [0, -1, -2, -3].map((up) =>
            POLICY.split("\\")
                .slice(0, up || undefined)
                .join("\\"),
        );
        const both = [WINHTTP, WINHTTP.replace("SOFTWARE", "SOFTWARE\\Wow6432Node")];
        expect(listNamed("Delete")).to.deep.equal([...both, ...policies]);
    });

    it("reads nothing that keeps secrets", () => {
        // Below it lies Winlogon, with the password of an automatic logon.
        expect(listNamed("Read")).to.include(WINDOWS);
        const trees = listNamed("ReadTrees");
        expect(trees).to.have.length(4);
        expect(trees.filter((path) => !/\\(00010002|FIPS\w+|RebootPending|RebootRequired)$/.test(path))).to.be.empty;
    });
});

describe("agent.ps1: stubs for the registry and the boot time", () => {
    it("parse like the agent itself", async () => {
        for (const text of [withStubs(REGISTRY, BOOT), withStubs(NO_BOOT)]) {
            expect(mistakesIn(await parsePowerShell(text))).to.deep.equal([]);
        }
    });
});

describeOnPowerShell("agent.ps1: registry", () => {
    const start = ownAgents();
    let stubbed: StubbedAgent;
    let agent: AgentProcess;

    beforeEach(async () => {
        stubbed = await stubbedAgent(REGISTRY, BOOT);
        agent = start(stubbed.environment, ["-File", stubbed.path]);
        await agent.hello();
        await open(agent, null);
    });

    /** Whatever was opened is closed again, also where something went wrong. */
    afterEach(async function () {
        const told = await stubbed.told();
        await stubbed.remove();
        if (this.currentTest?.state !== "passed") return;
        const keys = (verb: string) => told.filter((line) => line.startsWith(`${verb} `)).map((line) => line.slice(5));
        const [opened, closed] = [keys("open"), told.filter((l) => l.startsWith("close ")).map((l) => l.slice(6))];
        expect(closed.sort()).to.deep.equal(opened.sort());
    });

    const all = async (calls: readonly object[]): Promise<readonly CallResult[]> => {
        const place = { hive: "HKLM", view: 64 };
        return await batch(
            agent,
            calls.map((call) => ({ ...place, ...call }) as AgentCall),
        );
    };
    const ask = async (call: object): Promise<readonly WireObject[]> => {
        const [result] = await all([call]);
        return outOf(result ?? { skipped: true });
    };
    const failed = async (call: object): Promise<AgentError> => errorOf((await all([call]))[0]);
    const changes = async () => (await stubbed.told()).filter((line) => /^(make|set|unset|drop) /.test(line));

    const refused: [what: string, call: object, code: string][] = [
        ["another verb", { reg: "create", key: SCHANNEL }, "NotAllowed"],
        ["a verb in capitals", { reg: "GET", key: SCHANNEL }, "NotAllowed"],
        ["a verb that is a list", { reg: ["get"], key: SCHANNEL }, "NotAllowed"],
        ["another hive", { reg: "get", hive: "HKCU", key: SCHANNEL }, "NotAllowed"],
        ["a hive that is a list", { reg: "get", hive: ["HKLM"], key: SCHANNEL }, "NotAllowed"],
        ["another view", { reg: "get", view: 16, key: SCHANNEL }, "BadRequest"],
        ["a view that is a text", { reg: "get", view: "64", key: SCHANNEL }, "BadRequest"],
        ["no view", { reg: "get", view: null, key: SCHANNEL }, "BadRequest"],
        ["no key", { reg: "get" }, "BadRequest"],
        ["an empty key", { reg: "get", key: "" }, "BadRequest"],
        ["a list of keys", { reg: "get", key: [SCHANNEL] }, "BadRequest"],
        ["a leading backslash", { reg: "get", key: `\\${SCHANNEL}` }, "BadRequest"],
        ["a trailing backslash", { reg: "get", key: `${SCHANNEL}\\` }, "BadRequest"],
        ["a doubled backslash", { reg: "get", key: `${SCHANNEL}\\\\Ciphers` }, "BadRequest"],
        ["a NUL", { reg: "get", key: `${SCHANNEL}\\a\u0000b` }, "BadRequest"],
        ["a line break", { reg: "get", key: `${SCHANNEL}\n` }, "BadRequest"],
        ["a name that is too long", { reg: "get", key: `${SCHANNEL}\\${"x".repeat(256)}` }, "BadRequest"],
        ["a name that is a number", { reg: "get", key: SCHANNEL, name: 1 }, "BadRequest"],
        ["a name that is null", { reg: "delete", key: SCHANNEL, name: null }, "BadRequest"],
        ["a name in two lines", { reg: "get", key: SCHANNEL, name: "a\nb" }, "BadRequest"],
        ["a write without a name", { reg: "set", key: SCHANNEL, kind: "DWord", data: 1 }, "BadRequest"],
        ["a key above", { reg: "get", key: SCHANNEL.slice(0, -"\\SCHANNEL".length) }, "NotAllowed"],
        ["a longer name beside", { reg: "get", key: `${SCHANNEL}2` }, "NotAllowed"],
        ["steps upwards", { reg: "get", key: `SOFTWARE\\..\\${SCHANNEL}` }, "NotAllowed"],
        ["slashes", { reg: "get", key: SCHANNEL.replaceAll("\\", "/") }, "NotAllowed"],
        ["a name with the hive", { reg: "get", key: `HKLM\\${SCHANNEL}` }, "NotAllowed"],
        ["an invisible letter", { reg: "get", key: SCHANNEL.replace("SCHANNEL", "SCHAN\u00adNEL") }, "NotAllowed"],
        [
            "another control set",
            { reg: "get", key: SCHANNEL.replace("CurrentControlSet", "ControlSet001") },
            "NotAllowed",
        ],
        ["passwords", { reg: "get", key: `${WINDOWS}\\Winlogon` }, "NotAllowed"],
        ["accounts", { reg: "get", key: "SAM\\SAM" }, "NotAllowed"],
        ["what is read only", { reg: "set", key: WINDOWS, name: "x", kind: "DWord", data: 1 }, "NotAllowed"],
        ["to delete what is read only", { reg: "delete", key: WINDOWS, name: "x" }, "NotAllowed"],
        ["a key below .NET's", { reg: "set", key: `${NET}\\x`, name: "x", kind: "DWord", data: 1 }, "NotAllowed"],
        ["to delete .NET's key", { reg: "delete", key: NET }, "NotAllowed"],
        [
            "another value of .NET's",
            { reg: "set", key: NET, name: "InstallRoot", kind: "DWord", data: 1 },
            "NotAllowed",
        ],
        ["to delete another value of .NET's", { reg: "delete", key: NET, name: "InstallRoot" }, "NotAllowed"],
        ["to read below .NET's key", { reg: "get", key: `${NET}\\SKUs` }, "NotAllowed"],
        ["to delete a key of Windows", { reg: "delete", key: "SOFTWARE\\Policies\\Microsoft" }, "NotAllowed"],
        [
            "a key below the policy",
            { reg: "set", key: `${POLICY}\\x`, name: "x", kind: "DWord", data: 1 },
            "NotAllowed",
        ],
    ];
    it("refuses all but three verbs and the keys of its lists, touches nothing, and lives on", async () => {
        for (const [what, call, code] of refused) expect((await failed(call)).code, what).to.equal(code);
        expect(await stubbed.told()).to.deep.equal([]);
        expect(await ask({ reg: "get", key: SCHANNEL })).to.have.length(1);
    });

    const unfit: [what: string, kind: unknown, data: unknown][] = [
        ["a negative DWord", "DWord", -1],
        ["a DWord too large", "DWord", 4294967296],
        ["a broken DWord", "DWord", 1.5],
        ["a DWord that is a text", "DWord", "1"],
        ["a DWord that is true", "DWord", true],
        ["no data", "DWord", undefined],
        ["a QWord that is a number", "QWord", 1],
        ["a QWord too large", "QWord", "18446744073709551616"],
        ["a QWord with a sign", "QWord", "-1"],
        ["a QWord with zeros before it", "QWord", "01"],
        ["a QWord in hex", "QWord", "0x1"],
        ["an empty QWord", "QWord", ""],
        ["a text that is a number", "String", 1],
        ["a text that is null", "String", null],
        ["texts that are one", "MultiString", "a"],
        ["texts with a hole", "MultiString", ["a", null]],
        ["texts with a list", "MultiString", [["a"]]],
        ["bytes that are not base64", "Binary", "?"],
        ["bytes that are a list", "Binary", ["AQ=="]],
        ["an unknown kind", "Unknown", "AQ=="],
        ["a kind in capitals", "DWORD", 1],
        ["a kind that is true", true, ["a"]],
        ["a kind that is a number", 4, 1],
        ["a list of kinds", ["DWord"], 1],
        ["no kind", undefined, 1],
    ];
    it("refuses data that do not fit their kind before it touches anything", async () => {
        const calls = unfit.map(([, kind, data]) => ({ reg: "set", key: `${SCHANNEL}\\New`, name: "x", kind, data }));
        const results = await all(calls);
        unfit.forEach(([what], at) => {
            expect(errorOf(results[at]).code, what).to.equal("BadRequest");
        });
        expect(await stubbed.told()).to.deep.equal([]);
    });

    const values: [kind: RegistryKind, data: number | string | readonly string[]][] = [
        ["DWord", 0],
        ["DWord", 1],
        ["DWord", 2147483647],
        ["DWord", 2147483648],
        ["DWord", 4294967295],
        ["QWord", "0"],
        ["QWord", "9223372036854775807"],
        ["QWord", "9223372036854775808"],
        ["QWord", "18446744073709551615"],
        ["String", ""],
        ["String", "2026-01-02"],
        ["String", 'it\'s "quoted" $(Get-Date) %PATH% gr\u00f6\u00dfe'],
        ["ExpandString", "%SystemRoot%\\x"],
        ["MultiString", []],
        ["MultiString", ["one"]],
        ["MultiString", ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"]],
        ["Binary", ""],
        ["Binary", "AQL/"],
        ["None", "AA=="],
    ];
    it("writes every kind of value, reads it back, and reads the same later", async () => {
        const key = `${SCHANNEL}\\Kinds`;
        const calls = values.map(([kind, data], at) => ({ reg: "set", key, name: `v${at}`, kind, data }));
        const results = await all(calls);
        const later = await all(calls.map(({ name }) => ({ reg: "get", key, name })));
        values.forEach(([Kind, Data], at) => {
            const CreatedKeys = at === 0 ? [key] : [];
            const result = results[at] ?? { skipped: true };
            expect(outOf(result), `${at}`).to.deep.equal([{ Name: `v${at}`, Kind, Data, CreatedKeys }]);
            expect(outOf(later[at] ?? { skipped: true }), `${at}`).to.deep.equal([{ Exists: true, Kind, Data }]);
        });
    });

    it("reads a key: what is below it, sorted, then its values, sorted, whatever they hold", async () => {
        expect(await ask({ reg: "get", key: `${SCHANNEL}\\Odd` })).to.deep.equal([
            { Exists: true, SubKeys: [] },
            { Name: "alpha", Kind: "String", Data: "" },
            { Name: "Big", Kind: "QWord", Data: "18446744073709551615" },
            { Name: "Bytes", Kind: "Binary", Data: "AQL/" },
            { Name: "High", Kind: "DWord", Data: 2147483648 },
            { Name: "List", Kind: "MultiString", Data: ["b", "a"] },
            { Name: "Nobody", Kind: "MultiString", Data: [] },
            { Name: "Nothing", Kind: "None", Data: "" },
            { Name: "Path", Kind: "ExpandString", Data: "%PATH%\\x" },
            { Name: "Short", Kind: "DWord", Data: "AQI=" },
            { Name: "Strange", Kind: "Unknown", Data: null },
            { Name: "Text", Kind: "String", Data: "1" },
            { Name: "Zero", Kind: "DWord", Data: 0 },
        ]);
        expect(await ask({ reg: "get", key: SCHANNEL })).to.deep.equal([
            { Exists: true, SubKeys: ["Ciphers", "Denied", "Odd", "ReadOnly"] },
        ]);
        expect(await changes()).to.deep.equal([]);
    });

    it("tells of a key and a value that are not there", async () => {
        const key = `${SCHANNEL}\\Absent`;
        expect(await ask({ reg: "get", key })).to.deep.equal([{ Exists: false, SubKeys: [] }]);
        expect(await ask({ reg: "get", key, name: "x" })).to.deep.equal([{ Exists: false }]);
        expect(await ask({ reg: "get", key: SCHANNEL, name: "x" })).to.deep.equal([{ Exists: false }]);
        expect(await changes()).to.deep.equal([]);
    });

    it("takes a slash for a letter, and names in any case", async () => {
        const key = `${SCHANNEL.toLowerCase()}\\CIPHERS\\rc4 40/128`;
        const live = [{ Exists: true, Kind: "DWord", Data: 4294967295 }];
        expect(await ask({ reg: "get", key, name: "ENABLED" })).to.deep.equal(live);
        expect(await ask({ reg: "get", key: `${SCHANNEL}\\Ciphers` })).to.deep.equal([
            { Exists: true, SubKeys: ["RC4 40", "RC4 40/128"] },
        ]);
        const made = `${SCHANNEL}\\Ciphers\\AES 128/128`;
        const [written] = await ask({ reg: "set", key: made, name: "Enabled", kind: "DWord", data: 0 });
        expect(written).to.deep.include({ CreatedKeys: [made] });
        expect(await changes()).to.deep.equal([`make ${made}`, `set ${made} Enabled`]);
    });

    it("tells which keys it made, outermost first, and touches nothing else", async () => {
        const key = `${SCHANNEL}\\Protocols\\TLS 1.2\\Server`;
        const made = [`${SCHANNEL}\\Protocols`, `${SCHANNEL}\\Protocols\\TLS 1.2`, key];
        const set = { reg: "set", key, kind: "DWord", data: 1 };
        const one = await ask({ ...set, name: "Enabled" });
        expect(one).to.deep.equal([{ Name: "Enabled", Kind: "DWord", Data: 1, CreatedKeys: made }]);
        expect(await ask({ ...set, name: "DisabledByDefault" })).to.have.deep.nested.property("[0].CreatedKeys", []);
        expect(await ask({ ...set, name: "ENABLED" })).to.have.nested.property("[0].Name", "Enabled");
        expect(await changes()).to.deep.equal([
            ...made.map((path) => `make ${path}`),
            `set ${key} Enabled`,
            `set ${key} DisabledByDefault`,
            `set ${key} ENABLED`,
        ]);
    });

    it("keeps the two views apart", async () => {
        const place = { key: WINHTTP, name: "DefaultSecureProtocols" };
        await ask({ reg: "set", view: 32, ...place, kind: "DWord", data: 0x800 });
        expect(await ask({ reg: "get", view: 64, ...place })).to.deep.equal([{ Exists: false }]);
        expect(await ask({ reg: "get", view: 32, ...place })).to.have.nested.property("[0].Data", 0x800);
    });

    it("deletes a value, also one that is gone", async () => {
        const call = { reg: "delete", key: `${SCHANNEL}\\Odd`, name: "zero" };
        expect(await ask(call)).to.deep.equal([{ Exists: false }]);
        expect(await ask(call)).to.deep.equal([{ Exists: false }]);
        expect(await ask({ ...call, key: `${SCHANNEL}\\Absent` })).to.deep.equal([{ Exists: false }]);
        expect(await changes()).to.deep.equal([`unset ${SCHANNEL}\\Odd zero`]);
    });

    it("deletes a key only if nothing is in it, also one that is gone", async () => {
        const remove = (name: string) => ask({ reg: "delete", key: `${SCHANNEL}\\${name}` });
        expect(await remove("Odd"), "values").to.deep.equal([{ Deleted: false }]);
        expect(await remove("Ciphers"), "keys").to.deep.equal([{ Deleted: false }]);
        expect(await remove("Ciphers\\RC4 40")).to.deep.equal([{ Deleted: true }]);
        expect(await remove("Ciphers\\RC4 40")).to.deep.equal([{ Deleted: true }]);
        expect(await changes()).to.deep.equal([`drop ${SCHANNEL}\\Ciphers\\RC4 40`]);
    });

    it("gives back what the policy's list took: value, key and the keys above that were made for it", async () => {
        const place = { key: POLICY, name: "Functions" };
        const [written] = await ask({ reg: "set", ...place, kind: "String", data: "TLS_AES_256_GCM_SHA384" });
        const made = written?.CreatedKeys as readonly string[];
        expect(made).to.have.length(7);
        await ask({ reg: "delete", ...place });
        for (const key of made.slice(3).reverse()) {
            expect(await ask({ reg: "delete", key })).to.deep.equal([{ Deleted: true }]);
            expect(await ask({ reg: "get", key })).to.deep.equal([{ Exists: false, SubKeys: [] }]);
        }
    });

    it("reads what stands on the list for reading, and writes the values of .NET's keys", async () => {
        expect(await ask({ reg: "get", key: WINDOWS, name: "UBR" })).to.deep.equal([{ Exists: false }]);
        const place = { key: NET, name: "SchUseStrongCrypto" };
        expect(await ask({ reg: "set", ...place, kind: "DWord", data: 1 })).to.have.nested.property("[0].Data", 1);
        expect(await ask({ reg: "delete", ...place })).to.deep.equal([{ Exists: false }]);
    });

    it("tells what the registry refused, and goes on", async () => {
        const denied = { key: `${SCHANNEL}\\Denied`, name: "x" };
        const locked = { key: `${SCHANNEL}\\ReadOnly`, name: "x" };
        const troubles: [call: object, reason: string][] = [
            [{ reg: "get", ...denied }, "SecurityException"],
            [{ reg: "set", ...locked, kind: "DWord", data: 1 }, "UnauthorizedAccessException"],
            [{ reg: "delete", ...locked }, "SecurityException"],
            [{ reg: "delete", key: denied.key }, "SecurityException"],
        ];
        for (const [call, reason] of troubles) {
            expect(await failed(call)).to.include({ code: "Registry", reason, transient: false });
        }
        expect(await changes()).to.deep.equal([]);
        const after = { reg: "get", key: `${SCHANNEL}\\Odd`, name: "Text" };
        expect(await ask(after)).to.deep.equal([{ Exists: true, Kind: "String", Data: "1" }]);
    });

    it("goes through a batch in order, and stops after an error when told so", async () => {
        const place = { hive: "HKLM", view: 64, key: SCHANNEL, name: "EventLogging" } as const;
        const calls: AgentCall[] = [
            { reg: "set", ...place, kind: "DWord", data: 7 },
            { reg: "get", ...place },
            { reg: "get", ...place, key: "SAM" },
            { reg: "delete", ...place },
        ];
        const results = await batch(agent, calls, { stopOnError: true });
        expect(results.slice(0, 2).map((result) => outOf(result)[0]?.Data)).to.deep.equal([7, 7]);
        expect(errorOf(results[2]).code).to.equal("NotAllowed");
        expect(results[3]).to.deep.equal({ skipped: true });
    });

    it("tells when the computer was started", async () => {
        const [facts] = await ask({ machine: "boot" });
        expect(String(facts?.Computer).toLowerCase()).to.equal(hostname().split(".")[0]?.toLowerCase());
        expect(facts?.LastBootUpTime).to.equal("2026-01-02T03:04:05.678Z");
        expect(Math.abs(Date.parse(String(facts?.Now)) - Date.now())).to.be.lessThan(60_000);
        for (const machine of ["reboot", "BOOT", ["boot"], null]) {
            expect((await failed({ machine })).code).to.equal("NotAllowed");
        }
    });
});

describeOnPowerShell("agent.ps1: a computer that does not tell when it was started", () => {
    const start = ownAgents();

    it("is a failed cmdlet", async () => {
        const stubbed = await stubbedAgent(NO_BOOT);
        const agent = start(stubbed.environment, ["-File", stubbed.path]);
        await agent.hello();
        const [result] = await batch(agent, [{ machine: "boot" }]);
        await stubbed.remove();
        expect(errorOf(result)).to.include({ code: "Cmdlet", reason: "TimeoutException", transient: true });
    });
});

describeOnPowerShell("agent.ps1: registry and boot time elsewhere than on Windows", () => {
    const start = ownAgents();

    it("says that there are none", async function () {
        if (process.platform === "win32") this.skip();
        const agent = start();
        await agent.hello();
        const calls: AgentCall[] = [{ reg: "get", hive: "HKLM", view: 64, key: SCHANNEL }, { machine: "boot" }];
        const codes = (await batch(agent, calls)).map((result) => errorOf(result).code);
        expect(codes).to.deep.equal(["Registry", "Cmdlet"]);
    });
});
