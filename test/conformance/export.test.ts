import { expect } from "chai";
import { objectionsTo } from "../../provider/cli/export/objections";
import type { Wire } from "../../provider/pulumi/engine/wire";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { type Lab, type LabOptions, NET_2, SCHANNEL } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { kept, sent } from "./driver/crossing";
import { differences, directoryOf } from "./driver/directory";
import { type Export, exported } from "./driver/exported";
import { Place, type Provider, type Subject, schannelSettings } from "./driver/place";
import { runIn, Stack, type Told, urnOf } from "./driver/stack";

const KINDS: readonly Subject[] = [sendConnector, receiveConnector, transportConfig, schannelSettings];

/** The stacks after an import of the file, each with the arguments that the program gives its resource. */
function stacksOf(place: Place, { imported, declared }: Export) {
    return imported.map(({ type, name, id, inputs, outputs }) => {
        const kind = KINDS.find((one) => type === `pulumi-nodejs:dynamic/exchange:${one.type}`);
        const resource = declared.find((one) => one.name === name && one.kind === kind?.type);
        if (kind === undefined || resource === undefined) throw new Error(`${type} ${name} is not in the program`);
        const { connection, ...args } = resource.args;
        expect(connection).to.deep.equal(place.connection);
        const stack = new Stack(place, kind, urnOf(kind, name));
        stack.state = { id, inputs: kept(inputs), outputs: kept(outputs) };
        return { name, stack, args };
    });
}

type Stacks = ReturnType<typeof stacksOf>;

/** The preview of all of them in one run. Their states are as the refresh leaves them. */
async function previews(place: Place, stacks: Stacks) {
    const told: (Told & { readonly name: string })[] = [];
    const { errors } = await runIn(place, async (process) => {
        const providers = new Map<Subject, Provider>();
        for (const { name, stack, args } of stacks) {
            const provider = providers.get(stack.kind) ?? (await process(stack.kind));
            providers.set(stack.kind, provider);
            const one = { name, operation: "none" as const, drift: undefined, errors: [] };
            told.push(one);
            await stack.plan(provider, one, args);
        }
    });
    expect(errors).to.deep.equal([]);
    return told;
}

function emptyFor(stacks: Stacks) {
    return stacks.map(({ name }) => ({ name, operation: "same", drift: [], errors: [] }));
}

function destroy(place: Place, stacks: Stacks) {
    return runIn(place, async (process) => {
        for (const { stack } of stacks) {
            const { id = "", outputs = {} } = stack.state ?? {};
            await (await process(stack.kind)).delete(id, sent(outputs));
        }
    });
}

/** A send connector that nobody could make any more, because Exchange refuses it by now or the lab does. */
function putSend(lab: Lab, Name: string, odd: object): void {
    lab.console.run("New-SendConnector", { Name, AddressSpaces: [`${Name.toLowerCase().replaceAll(/\W/g, "")}.com`] });
    const made = lab.organisation.sendConnectors.find(({ settings }) => settings.Name === Name);
    if (made === undefined) throw new Error(`no ${Name}`);
    lab.organisation.putSendConnector({ ...made, settings: { ...made.settings, ...odd } });
}

function relay(lab: Lab, Server: string, more: object = {}): void {
    lab.console.run("New-ReceiveConnector", {
        ...{ Name: "Relay", Server, Bindings: ["0.0.0.0:25"], RemoteIPRanges: ["10.0.0.5", "10.1.0.0/24"] },
        ...{ PermissionGroups: "AnonymousUsers", AuthMechanism: "Tls" },
        ...more,
    });
}

const USUAL = ["--built-in", "--schannel"];
const EVERYTHING = [...USUAL, "--all-properties"];

const places: readonly [what: string, flags: readonly string[][], options: LabOptions, prepare: (lab: Lab) => void][] =
    [
        [
            "a single server",
            [USUAL, EVERYTHING],
            { preset: "single", foreignDomains: 9 },
            (lab) => relay(lab, "EX01", FRONT),
        ],
        ["SE", [EVERYTHING], { preset: "se" }, () => undefined],
        [
            "a DAG with the same connector everywhere",
            [USUAL],
            { preset: "dag", foreignDomains: 1 },
            (lab) => {
                for (const { name } of lab.organisation.servers) relay(lab, name, FRONT);
            },
        ],
        ["hybrid", [EVERYTHING], { preset: "hybrid", withEdge: true }, () => undefined],
        ["an Edge server", [EVERYTHING], { preset: "edge" }, () => undefined],
        [
            "a subscribed Edge server",
            [USUAL],
            { preset: "edge", edgeSubscribed: true, foreignDomains: 2 },
            () => undefined,
        ],
        ["Exchange 2010", [EVERYTHING], { preset: "legacy", foreignDomains: 2 }, (lab) => relay(lab, "EX10")],
        [
            "Exchange 2016 beside 2013",
            [EVERYTHING],
            { preset: "hybrid", releases: ["2016 CU23", "2013 CU23"] },
            () => undefined,
        ],
    ];
const SPACES = ["SMTP:torn.com;10", "SMTP:*.torn.com;1", "X400:c=US;p=X;1"];
const FRONT = { TransportRole: "FrontendTransport" };

describe("exchange-tls export and pulumi import", () => {
    for (const [what, flags, options, prepare] of places) {
        it(`${what}: every object, and the preview after the import is empty`, async () => {
            const place = await Place.open(options, prepare);
            try {
                const { lab } = place;
                const before = directoryOf(lab);
                const machine = lab.organisation.servers[0]?.name ?? "";
                const registry = lab.registry(machine).dump("");
                const there = ["Get-SendConnector", "Get-ReceiveConnector"].flatMap((get) =>
                    lab.console.run(get).map(({ Guid }) => Guid),
                );
                for (const choice of flags) {
                    const mark = lab.meter.mark();
                    const found = await exported(place, ...choice);
                    expect(writes(lab.meter.since(mark))).to.deep.equal([]);
                    expect(found.code, found.told).to.equal(0);
                    expect(idsOf(found, "Connector")).to.have.members(there);
                    const stacks = stacksOf(place, found);
                    const imported = stacks.map(({ stack }) => stack.state?.outputs);
                    expect(await previews(place, stacks)).to.deep.equal(emptyFor(stacks));
                    // Other outputs would show as a refresh in the first preview after the import.
                    expect(stacks.map(({ stack }) => stack.state?.outputs)).to.deep.equal(imported);
                    const end = await destroy(place, stacks);
                    expect(end.errors).to.deep.equal([]);
                    expect(writes(end.reading)).to.deep.equal([]);
                }
                expect(differences(before, directoryOf(lab))).to.deep.equal([]);
                expect(lab.registry(machine).dump("")).to.equal(registry);
            } finally {
                await place.close();
            }
        });
    }
});

describe("exchange-tls export: what is odd on the server", () => {
    let place: Place;

    before(async () => {
        place = await Place.open({ preset: "single" }, (lab) => {
            putSend(lab, "Strict", { AddressSpaces: ["SMTP:*;1"], RequireTLS: true });
            putSend(lab, "Torn", {
                AddressSpaces: SPACES,
                DNSRoutingEnabled: false,
                SmartHosts: ["relay.example"],
                RequireTLS: false,
                TlsAuthLevel: "DomainValidation",
                TlsDomain: "x.example",
            });
            putSend(lab, "New", { TlsAuthLevel: "PostQuantum" });
            putSend(lab, "Lost", { AddressSpaces: ["SMTP:no such domain;1"] });
            putSend(lab, "Theirs", { Comment: "by stack b [pulumi 0123456789ab]" });
            putSend(lab, 'To "Ö\'Brien" \u2028 // x', { Comment: "line 1\r\nline 2" });
            putSend(lab, "Login", {
                ...{ DNSRoutingEnabled: false, SmartHosts: ["relay.example"], SmartHostAuthMechanism: "BasicAuth" },
                RequireTLS: true,
            });
            relay(lab, "EX01", FRONT);
            const hand = lab.registry("EX01");
            // A program says both values of a protocol, and both nodes of .NET.
            hand.setDword(`${SCHANNEL}\\Protocols\\SSL 3.0\\Server`, "Enabled", 0);
            hand.setDword(NET_2[0], "SchUseStrongCrypto", 1);
            hand.setText(SCHANNEL, "EventLogging", "1");
        });
    });
    after(() => place.close());

    it("SCHANNEL settings that no word stands for are named, and not declared", async () => {
        const { declared, told, code } = await exported(place, "--schannel");
        expect(code).to.equal(1);
        const { protocols, dotNet, ...rest } = declared.find(({ kind }) => kind === "SchannelSettings")?.args ?? {};
        expect(protocols).to.have.any.keys("TLS 1.2").and.not.have.any.keys("SSL 3.0");
        expect(dotNet).not.to.have.any.keys("v2");
        expect(rest).not.to.have.any.keys("eventLogging", "cipherSuites", "curves");
        expect(told)
            .to.match(/protocols\.SSL 3\.0\.server is not declared, .*: Enabled DWord 0.*, DisabledByDefault absent$/m)
            .and.match(/dotNet\.v2\.strongCrypto is not declared, .*64-bit.* is true, .*32-bit.* is default$/m)
            .and.match(/eventLogging is not declared, .*: EventLogging String .*1.*$/m);
    });

    it("what the rules refuse is lifted or left out, what cannot be at all is named, and the rest previews empty", async () => {
        const found = await exported(place);
        expect(found.code, found.told).to.equal(1);
        const argsOf = (name: string) => found.declared.find((one) => one.args.name === name)?.args ?? {};
        expect(argsOf("Strict")).to.deep.include({ requireTls: true, acceptPlainTextLoss: true });
        expect(argsOf("Torn")).to.deep.include({
            addressSpaces: ["SMTP:torn.com;10", "*.torn.com", "X400:c=US;p=X;1"],
            requireTls: false,
        });
        expect(argsOf("Torn")).not.to.have.any.keys("tlsAuthLevel");
        expect(argsOf("New")).not.to.have.any.keys("tlsAuthLevel");
        expect(argsOf("Theirs")).to.have.property("comment", "by stack b");
        expect(argsOf("Login")).to.include({ smartHostAuthMechanism: "BasicAuth", requireTls: true });
        expect(argsOf("Relay")).to.deep.include({ remoteIpRanges: ["10.0.0.5", "10.1.0.0/24"] });
        expect(found.declared.map(({ args }) => args.name)).not.to.include.members(["Lost"]);
        expect(found.told)
            .to.match(/^left out: send connector 'Lost': addressSpaces/m)
            .and.match(/^send connector 'Torn': tlsAuthLevel is not declared: .*\(S4\)$/m)
            .and.match(/^send connector 'New': tlsAuthLevel is not declared: the server shows "PostQuantum"/m)
            .and.match(/^send connector 'Theirs': Another Pulumi resource made it \(\[pulumi 0123456789ab\]\)/m)
            .and.match(/^5 connectors that Exchange made are not in it/m);
        expect(found.program).to.match(/^\/\/ The smart hosts' user name and password cannot be read/m);
        const stacks = stacksOf(place, found);
        expect(await previews(place, stacks)).to.deep.equal(emptyFor(stacks));
    });

    it("what the stack changes after the import, destroy puts back; entries that were found stay", async () => {
        const before = directoryOf(place.lab);
        const [connector] = stacksOf(place, await exported(place, "--connector", "theirs"));
        if (connector === undefined) throw new Error("not exported");
        const { stack, args } = connector;
        const by = { Identity: "Theirs", Port: 2525 };
        place.lab.console.run("Set-SendConnector", by);
        const run = await stack.up({ ...args, requireTls: true, fqdn: "mail.contoso.com" });
        expect(run.errors).to.deep.equal([]);
        const { errors } = await stack.destroy();
        expect(errors).to.deep.equal([]);
        expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
    });

    it("what would not preview empty is no program", async () => {
        const provider = await place.process([])(sendConnector);
        const [id = ""] = idsOf(await exported(place, "--connector", "torn"), "SendConnector");
        const inputs = { connection: place.connection, name: "Torn", addressSpaces: SPACES, port: 2525 };
        const codes = async (outputs: Wire) =>
            (await objectionsTo(provider, { id, inputs, outputs })).map(({ code }) => code);
        expect(await codes({ ...inputs, __declared: inputs })).to.deep.equal(["Differs"]);
    });

    const choices: [args: readonly string[], names: readonly string[]][] = [
        [["--connector", "torn"], ["torn"]],
        [
            ["--connector", "EX01\\relay", "--connector", "default ex01"],
            ["relay-ex01", "default-ex01"],
        ],
        [["--kind", "receive"], ["relay-ex01"]],
        [["--kind", "receive", "--server", "ex01.contoso.com"], ["relay-ex01"]],
    ];
    for (const [args, names] of choices) {
        it(`exports ${names.join(", ")} for '${args.join(" ")}'`, async () => {
            const { imported, code, told } = await exported(place, ...args);
            expect(code, told).to.equal(0);
            expect(imported.map(({ name }) => name)).to.have.members(names);
            expect(told.includes("that Exchange made are not in it")).to.equal(!args.includes("--connector"));
        });
    }

    const refused: [args: readonly string[], words: string][] = [
        [["--connector", "Nobody"], "no connector is called 'Nobody'; there are send connector 'Strict'"],
        [["--server", "EX09"], "no receive connector stands on EX09; there are some on EX01"],
        [["--kind", "lists"], "nothing that can be declared"],
    ];
    for (const [args, words] of refused) {
        it(`writes nothing for '${args.join(" ")}'`, async () => {
            const { code, told, program } = await exported(place, ...args);
            expect([code, program]).to.deep.equal([3, ""]);
            expect(told).to.contain(words);
        });
    }
});

function idsOf({ imported }: Export, kind: string): readonly string[] {
    return imported.filter(({ type }) => type.endsWith(kind)).map(({ id }) => id);
}
