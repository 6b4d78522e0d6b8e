import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { ROWS } from "../../../provider/resources/schannel-settings/program/baseline";
import type { SchannelBaselineArgs, SchannelSettingsArgs } from "../../../sdk";
import { BASELINE_WORDS, refuseDifferences } from "../../../sdk/extended-protection";
import { differencesBetween, type SeenSettings } from "../../../sdk/schannel-differences";
import { settingsPerServer } from "../../../sdk/schannel-per-server";

const to = (server: string) => ({ host: `${server}.contoso.com`, username: "CONTOSO\\svc-tls", hostKey: "SHA256:x" });
const servers = { EX01: to("ex01"), "ex02.contoso.com": to("ex02") };

type Args = Partial<SchannelBaselineArgs>;
const built = (args: Args) => settingsPerServer({ servers, ...args });
const of = (args: Args, server = "EX02") => {
    const { connection: _, ...settings } = built(args).get(server) as SchannelSettingsArgs;
    return settings;
};

describe("the settings of several servers", () => {
    it("each has its own connection, and the baseline where nothing else is said", () => {
        expect([...built({})]).to.deep.equal([
            ["EX01", { baseline: "exchange", connection: to("ex01") }],
            ["EX02", { baseline: "exchange", connection: to("ex02") }],
        ]);
    });

    const exchange = { baseline: "exchange" };
    const cases: readonly [what: string, args: Args, ex02: object][] = [
        ["common settings stand beside the baseline", { eventLogging: 7 }, { ...exchange, eventLogging: 7 }],
        ["without the baseline", { baseline: "none", eventLogging: 7 }, { eventLogging: 7 }],
        ["without the baseline on one server", { perServer: { EX02: { baseline: "none" } } }, {}],
        [
            "with the baseline on one server only",
            { baseline: "none", perServer: { ex02: { baseline: "exchange" } } },
            exchange,
        ],
        [
            "one server's setting wins and leaves its neighbours alone",
            {
                protocols: { "TLS 1.0": "disabled", "TLS 1.1": "disabled" },
                perServer: { "EX02.contoso.com": { protocols: { "TLS 1.1": "default" } } },
            },
            {
                ...exchange,
                protocols: {
                    "TLS 1.0": { client: "disabled", server: "disabled" },
                    "TLS 1.1": { client: "default", server: "default" },
                },
            },
        ],
        [
            "one role of one server",
            {
                protocols: { "TLS 1.0": "disabled" },
                perServer: { EX02: { protocols: { "TLS 1.0": { client: "enabled" } } } },
            },
            { ...exchange, protocols: { "TLS 1.0": { client: "enabled", server: "disabled" } } },
        ],
        [
            "one server's .NET switch wins over the common one of a version",
            { dotNet: { v4: { strongCrypto: true } }, perServer: { EX02: { dotNet: { strongCrypto: false } } } },
            { ...exchange, dotNet: { v4: { strongCrypto: false }, v2: { strongCrypto: false } } },
        ],
        [
            "an order counts as a whole",
            {
                curves: { order: ["NistP384", "NistP256"], scope: "policy" },
                perServer: { EX02: { curves: { order: ["NistP256"] } } },
            },
            { ...exchange, curves: { order: ["NistP256"] } },
        ],
        [
            "undefined says nothing",
            { eventLogging: 7, ...{ perServer: { EX02: { eventLogging: undefined } } } } as object,
            { ...exchange, eventLogging: 7 },
        ],
    ];
    for (const [what, args, ex02] of cases) {
        it(`${what}; the other server is not concerned`, () => {
            expect(of(args)).to.deep.equal(ex02);
            const { perServer: _, ...common } = args;
            expect(of(args, "EX01")).to.deep.equal(of(common, "EX01"));
        });
    }

    it("a value that is known later is combined then", async () => {
        const protocols = pulumi.output({ "TLS 1.0": "disabled" as const });
        const { protocols: combined } = of({ protocols, perServer: { EX02: { protocols: { "TLS 1.1": "default" } } } });
        const known = await new Promise((done) => pulumi.output(combined).apply(done));
        expect(known).to.deep.equal({
            "TLS 1.0": { client: "disabled", server: "disabled" },
            "TLS 1.1": { client: "default", server: "default" },
        });
    });

    const refused: readonly [what: string, args: Args, message: RegExp][] = [
        [
            "a list of servers",
            { servers: ["EX01"] } as unknown as Args,
            /^servers must be an object with each server's/,
        ],
        ["no server", { servers: {} }, /servers is empty/],
        ["a server twice", { servers: { EX01: to("a"), "ex01.contoso.com": to("b") } }, /names the server EX01 twice/],
        ["a server without connection", { servers: { EX01: undefined } } as unknown as Args, /EX01 has no connection/],
        ["a stranger in perServer", { perServer: { EX09: {} } }, /perServer names EX09.*EX01, EX02/],
    ];
    for (const [what, args, message] of refused) {
        it(`refused: ${what}`, () => {
            expect(() => built(args)).to.throw(pulumi.RunError, message);
        });
    }
});

describe("with Extended Protection on, servers that would differ are refused", () => {
    const check = (args: Args) => refuseDifferences(built(args));

    it("knows what the baseline declares", () => {
        const declared = ROWS.filter(({ exchange, windows }) => exchange === undefined && windows === undefined);
        const protocols = Object.assign({}, ...declared.map(({ settings }) => settings.protocols));
        const dotNet = Object.assign({}, ...declared.map(({ settings }) => settings.dotNet?.v4));
        expect(protocols).to.include(BASELINE_WORDS.protocols);
        expect(dotNet).to.deep.equal(BASELINE_WORDS.dotNet);
    });

    const taken: readonly [what: string, args: Args][] = [
        ["the baseline on all", {}],
        ["the same override on all", { protocols: { "TLS 1.1": "default" } }],
        [
            "what the baseline says anyway, written out",
            { perServer: { EX02: { protocols: { "TLS 1.0": "disabled" } } } },
        ],
        ["a difference that does not count", { perServer: { EX02: { protocols: { "TLS 1.3": "disabled" } } } }],
        ["a difference in .NET v2", { perServer: { EX02: { dotNet: { v2: { strongCrypto: false } } } } }],
        ["nothing managed on any", { baseline: "none" }],
        ["an output elsewhere", { eventLogging: pulumi.output(1) }],
    ];
    for (const [what, args] of taken) {
        it(`taken: ${what}`, () => {
            expect(() => check(args)).not.to.throw();
        });
    }

    const own = (settings: object): Args => ({ perServer: { EX02: settings } });
    const refused: readonly [what: string, args: Args, message: RegExp][] = [
        [
            "a role",
            own({ protocols: { "TLS 1.0": { server: "enabled" } } }),
            /protocols\.TLS 1\.0\.server: disabled on EX01; enabled on EX02\n/,
        ],
        [
            "a server that is left out",
            own({ protocols: { "TLS 1.2": "unmanaged" } }),
            /protocols\.TLS 1\.2\.client: enabled on EX01; not managed on EX02\n/,
        ],
        [
            "a server without the baseline",
            own({ baseline: "none" }),
            /dotNet\.v4\.strongCrypto: true on EX01; not managed on EX02/,
        ],
        [
            ".NET of one server",
            own({ dotNet: { systemDefaultTlsVersions: "default" } }),
            /dotNet\.v4\.systemDefaultTlsVersions: true on EX01; default on EX02/,
        ],
        [
            "the same wrong .NET value on all",
            { dotNet: { v4: { strongCrypto: false } } },
            /strongCrypto: false on EX01, EX02; .*needs true/,
        ],
        [
            "what is known only later",
            own({ protocols: pulumi.output({ "TLS 1.0": "disabled" }) }),
            /protocols of EX02 is the output of another resource/,
        ],
    ];
    for (const [what, args, message] of refused) {
        it(`refused: ${what}`, () => {
            expect(() => check(args)).to.throw(pulumi.RunError, message);
        });
    }
});

describe("differences between servers, as found", () => {
    const role = (configured = "off", active = configured) => ({
        configured,
        active,
        by: "",
        enabled: "",
        disabledByDefault: "",
    });
    const seen = (computer: string, server = role(), strongCrypto = "DWord 1"): SeenSettings => ({
        computer,
        effective: {
            "TLS 1.0": { client: role(), server },
            "TLS 1.3": { client: role(computer), server: role(computer) },
        },
        dotNetValues: { "v4.64-bit.strongCrypto": strongCrypto, "v2.64-bit.strongCrypto": computer },
    });

    const cases: readonly [what: string, ex02: SeenSettings, found: readonly string[]][] = [
        ["none; TLS 1.3 and .NET v2 do not count", seen("EX02"), []],
        ["a protocol in a role", seen("EX02", role("offered")), ["TLS 1.0 inbound: off on EX01; offered on EX02"]],
        [
            "a server that was not restarted yet",
            seen("EX02", role("off", "offered")),
            ["TLS 1.0 inbound, configured alike but not yet active everywhere: off on EX01; offered on EX02"],
        ],
        [".NET", seen("EX02", role(), "absent"), [".NET v4.64-bit.strongCrypto: DWord 1 on EX01; absent on EX02"]],
        [
            "Windows that is not known",
            { ...seen("EX02"), effective: {} },
            ["EX02: protocols not compared, because its version of Windows is not known"],
        ],
        ["the wrong machine", seen("EX01"), ["EX02: its connection leads to EX01"]],
    ];
    for (const [what, ex02, found] of cases) {
        it(what, () => {
            expect(differencesBetween({ EX01: seen("EX01"), EX02: ex02 })).to.deep.equal(found);
        });
    }
});

describe("the component of SCHANNEL settings on several servers", () => {
    it("has one child for each server, tells their differences and warns of them", async () => {
        // In a process of its own: Pulumi's mocks are global.
        const script = `(async () => {
            const pulumi = require("@pulumi/pulumi");
            const made = [];
            const role = (configured) => ({ configured, active: configured });
            const newResource = ({ type, name, inputs }) => {
                made.push([type, name, inputs.connection?.host ?? null]);
                const both = role(name.endsWith("EX01") ? "off" : "offered");
                const found = { computer: name.slice(-4), effective: { "TLS 1.0": { client: both, server: both } }, dotNetValues: {} };
                return { id: name, state: { ...inputs, ...found } };
            };
            await pulumi.runtime.setMocks({ newResource, call: () => ({}) }, "project", "stack", false, "organization");
            const warned = [];
            pulumi.log.warn = async (text) => { warned.push(text); };
            const { SchannelBaseline } = require(process.argv[1]);
            const { settings, differences } = new SchannelBaseline("tls", JSON.parse(process.argv[2]));
            const told = await new Promise((done) => differences.apply(done));
            console.log(JSON.stringify({ made, keys: Object.keys(settings), told, warned }));
        })()`;
        const module = join(__dirname, "../../../sdk/schannel-baseline");
        const run = promisify(execFile)(process.execPath, ["-e", script, module, JSON.stringify({ servers })]);
        const { made, keys, told, warned } = JSON.parse((await run).stdout);
        expect(keys).to.deep.equal(["EX01", "EX02"]);
        const child = "pulumi-nodejs:dynamic/exchange:SchannelSettings";
        expect(made).to.deep.equal([
            ["exchange-tls:index:SchannelBaseline", "tls", null],
            [child, "tls-EX01", "ex01.contoso.com"],
            [child, "tls-EX02", "ex02.contoso.com"],
        ]);
        expect(told).to.deep.equal([
            "TLS 1.0 outbound: off on EX01; offered on EX02",
            "TLS 1.0 inbound: off on EX01; offered on EX02",
        ]);
        expect(warned).to.have.length(1);
        expect(warned[0]).to.contain(told.join("\n    "));
    });
});
