import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { AuditRecord } from "../../provider/audit/record";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { directoryOf, putBack } from "../conformance/driver/directory";
import { Place, schannelSettings } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import { succeed, written } from "../conformance/suite/bench";

const NOW = "2026-11-28T21:30:00.000Z";
const FABRIKAM = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };

describe("audit log", () => {
    let place: Place;
    let folder: string;
    let file: string;
    before(async () => {
        place = await Place.open({ preset: "single", foreignDomains: 3 });
    });
    after(() => place.close());
    let untouched: ReturnType<typeof directoryOf>;
    beforeEach(() => {
        untouched = directoryOf(place.lab);
        folder = mkdtempSync(join(tmpdir(), "exchange-tls-audit-"));
        file = join(folder, "audit.jsonl");
        place.config["exchange-tls:auditLog"] = file;
        place.today = () => Date.parse(NOW);
    });
    afterEach(() => {
        place.lab.faults.clear();
        delete place.config["exchange-tls:changeWindow"];
        rmSync(folder, { recursive: true, force: true });
        putBack(place.lab, untouched);
    });

    const lines = (): readonly AuditRecord[] =>
        existsSync(file)
            ? readFileSync(file, "utf8")
                  .trimEnd()
                  .split("\n")
                  .map((line) => JSON.parse(line))
            : [];
    const facts = () => lines().map(({ cmdlet, outcome, before, after }) => ({ cmdlet, outcome, before, after }));

    it("says of a command who sent it, when, from where, to where and for whom", async () => {
        place.config["exchange-tls:changeWindow"] = "Sat 22:00-02:00 Europe/Berlin";
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(FABRIKAM));
        const [line] = lines();
        const { port } = place.lab.connection;
        expect(lines()).to.have.length(1);
        expect({ ...line, parameters: undefined, before: undefined, after: undefined }).to.deep.equal({
            ...{ time: NOW, user: "anna", client: "ws12", computer: "EX01" },
            account: line?.account,
            host: `127.0.0.1:${port}`,
            ...{ stack: "organization/conformance/test", urn: stack.urn },
            ...{ window: "Sat 2026-11-28 22:00-02:00 Europe/Berlin", outsideWindow: null },
            ...{ cmdlet: "New-SendConnector", outcome: "accepted", reason: null },
            ...{ parameters: undefined, before: undefined, after: undefined },
        });
        expect(line?.account).to.be.a("string").and.not.equal("unknown");
        expect(line?.parameters).to.include({ Name: "To Fabrikam" });
        if (process.platform !== "win32") expect(statSync(file).mode & 0o777).to.equal(0o600);
    });

    it("a log that could not be opened is foretold by a preview, once, which makes neither it nor a folder", async () => {
        const rows: [what: string, file: string, words: RegExp][] = [
            ["no folder", join(folder, "none", "a.jsonl"), /cannot be opened: ENOENT: .*\. Make its folder$/],
            ["nothing wrong", file, /^$/],
        ];
        for (const [what, named, words] of rows) {
            place.config["exchange-tls:auditLog"] = named;
            const { log } = await succeed(new Stack(place, sendConnector).preview(FABRIKAM));
            const told = log.filter((line) => line.includes("audit log"));
            expect(told.join("\n"), what).to.match(words);
            expect(told.join("").includes(named), what).to.equal(told.length > 0);
        }
        expect([existsSync(join(folder, "none")), existsSync(file)]).to.deep.equal([false, false]);
    });

    it("a connector made, changed and removed: what it was, and what it was read as afterwards", async () => {
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(FABRIKAM));
        await succeed(stack.up({ ...FABRIKAM, requireTls: true }));
        await succeed(stack.up({ ...FABRIKAM, requireTls: true }));
        await succeed(stack.destroy());
        const [made, changed, removed, ...more] = facts();
        expect(more).to.deep.equal([]);
        expect(made).to.deep.include({ cmdlet: "New-SendConnector", before: null });
        expect(made?.after).to.deep.include({ name: "To Fabrikam" });
        expect(changed).to.deep.equal({
            ...{ cmdlet: "Set-SendConnector", outcome: "accepted" },
            before: { requireTls: false },
            after: { requireTls: true },
        });
        expect(removed).to.deep.include({ cmdlet: "Remove-SendConnector", outcome: "accepted", after: null });
        expect(removed?.before).to.deep.include({ requireTls: true, fqdn: null });
    });

    it("entries of a shared list: added and removed in the parameters, the whole list before and after", async () => {
        const stack = new Stack(place, transportConfig);
        await succeed(stack.up({ tlsSendDomainSecureList: ["fabrikam.com"], standalone: true }));
        await succeed(stack.destroy());
        const [added, removed] = lines();
        expect(added?.parameters).to.deep.equal({ TLSSendDomainSecureList: { Add: ["fabrikam.com"], Remove: [] } });
        const list = (properties: AuditRecord["before"] | undefined) => properties?.tlsSendDomainSecureList as string[];
        expect(list(added?.after)).to.have.members([...list(added?.before), "fabrikam.com"]);
        expect(list(removed?.after)).to.have.members(list(added?.before));
    });

    it("registry values: one line each, with what stood there", async () => {
        const stack = new Stack(place, schannelSettings);
        await succeed(stack.up({ eventLogging: 5, keyExchange: { "Diffie-Hellman": "disabled" } }));
        const [first, second, ...more] = lines();
        expect(more).to.deep.equal([]);
        const schannel = "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL";
        const key = `${schannel}\\KeyExchangeAlgorithms\\Diffie-Hellman`;
        expect(first).to.deep.include({
            ...{ cmdlet: "registry set", outcome: "accepted", reason: null },
            parameters: { hive: "HKLM", view: 64, key: schannel, name: "EventLogging", kind: "DWord", data: 5 },
            before: { [`HKLM\\${schannel}  EventLogging`]: "DWord 1" },
            after: { [`HKLM\\${schannel}  EventLogging`]: "DWord 5" },
        });
        expect(second).to.deep.include({
            before: { [`HKLM\\${key}  Enabled`]: "absent" },
            after: { [`HKLM\\${key}  Enabled`]: "DWord 0" },
        });
        await succeed(stack.destroy());
        const gone = lines().find(({ before }) => before?.[`HKLM\\${key}`] === "present");
        expect(gone).to.deep.include({ cmdlet: "registry delete", after: { [`HKLM\\${key}`]: "absent" } });
    });

    it("what the server refuses, with its words", async () => {
        place.lab.faults.inject({ fault: "cmdlet-error", cmd: "New-SendConnector", times: 2 });
        const stack = new Stack(place, sendConnector);
        const { errors } = await stack.up(FABRIKAM);
        expect(errors).to.have.length(1);
        expect(lines().at(-1)).to.deep.include({
            cmdlet: "New-SendConnector",
            outcome: "refused",
            before: null,
            after: null,
        });
        expect(lines().at(-1)?.reason).to.match(/\S/);
    });

    for (const [fault, after] of [
        ["cut-before-execution", null],
        ["cut-before-answer", "To Fabrikam"],
    ] as const) {
        it(`a lost answer (${fault}): what reading showed then`, async () => {
            place.lab.faults.inject({ fault, cmd: "New-SendConnector" });
            await new Stack(place, sendConnector).up(FABRIKAM);
            const [lost, ...more] = lines();
            expect(lost).to.deep.include({ outcome: "answer lost", before: null });
            expect(lost?.after?.name ?? null).to.equal(after);
            expect(more.map(({ outcome }) => outcome).filter((outcome) => outcome !== "accepted")).to.deep.equal([]);
        });
    }

    it("a lost answer after which nothing can be read: no `after`", async () => {
        place.lab.faults.inject({ fault: "cut-before-answer", cmd: "New-SendConnector" });
        place.lab.faults.inject({ fault: "cmdlet-error", cmd: "Get-SendConnector", times: 10, nth: 2 });
        const { errors } = await new Stack(place, sendConnector).up(FABRIKAM);
        expect(errors).to.have.length(1);
        expect(lines()[0]).to.include({ outcome: "answer lost" }).and.not.have.property("after");
    });

    it("what a closed window kept back is on record as not sent", async () => {
        place.config["exchange-tls:changeWindow"] = "Sun 22:00-24:00 UTC";
        const { errors } = await new Stack(place, sendConnector).up(FABRIKAM);
        expect(errors).to.have.length(1);
        const [line, ...more] = lines();
        expect(more).to.deep.equal([]);
        expect(line).to.include({ cmdlet: "New-SendConnector", outcome: "not sent" }).and.not.have.property("after");
        expect(line?.reason).to.include("outside the change window");
    });

    it("secrets reach neither the log nor the error that tells of a log that failed", async () => {
        const SECRETS = ["Hidden-Passw0rd", "hidden-relay.fabrikam.com", "hidden comment"] as const;
        const program = {
            ...{ name: "Relay", addressSpaces: ["fabrikam.com"], dnsRoutingEnabled: false },
            ...{ smartHosts: [SECRETS[1]], comment: SECRETS[2], smartHostAuthMechanism: "BasicAuthRequireTLS" },
            authenticationCredential: { username: "svc", password: SECRETS[0] },
            requireTls: true,
        };
        const stack = new Stack(place, sendConnector);
        stack.secrets = ["authenticationCredential", "smartHosts", "comment", "requireTls"];
        await succeed(stack.up(program));
        await succeed(
            stack.up({
                ...program,
                smartHosts: ["other.fabrikam.com"],
                authenticationCredential: { username: "svc", password: "Other-Passw0rd" },
            }),
        );
        place.lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-SendConnector", times: 2 });
        await stack.up({ ...program, comment: "hidden once more" });
        place.lab.faults.clear();
        await succeed(stack.destroy());
        const text = readFileSync(file, "utf8");
        expect(lines().length).to.be.at.least(4);
        expect(lines()[0]?.parameters.RequireTLS).to.equal("********");
        expect(lines().at(-1)?.before?.requireTls).to.equal("********");
        expect(text).to.include("********");
        for (const secret of [...SECRETS, "other.fabrikam.com", "Other-Passw0rd", "hidden once more"])
            expect(text.toLowerCase()).not.to.include(secret.toLowerCase());

        if (!existsSync("/dev/full")) return;
        place.config["exchange-tls:auditLog"] = "/dev/full";
        const { errors } = await new Stack(place, sendConnector).up(program);
        expect(errors.join()).to.include("Not on record").and.not.include(SECRETS[0]);
    });

    const unwritable: [what: string, path: () => string, words: string][] = [
        ["whose folder does not exist", () => join(folder, "missing", "audit.jsonl"), "ENOENT"],
        ["that is a folder", () => folder, "EISDIR"],
    ];
    for (const [what, path, words] of unwritable) {
        it(`a file ${what}: nothing is sent, and the error says so`, async () => {
            place.config["exchange-tls:auditLog"] = path();
            for (const [kind, program] of [
                [sendConnector, FABRIKAM],
                [schannelSettings, { eventLogging: 5 }],
            ] as const) {
                const stack = new Stack(place, kind);
                expect((await stack.preview(program)).errors).to.deep.equal([]);
                const run = await stack.up(program);
                expect(run.errors).to.have.length(1);
                expect(run.errors[0]).to.include(words).and.include(path()).and.include("This was not sent");
                expect(written(run)).to.deep.equal([]);
                expect(stack.state).to.equal(undefined);
            }
        });
    }

    it("a file that fails once something was written: the state holds it, and the error says what is not on record", async function () {
        if (!existsSync("/dev/full")) this.skip();
        place.config["exchange-tls:auditLog"] = "/dev/full";
        for (const [kind, program, command] of [
            [sendConnector, FABRIKAM, "New-SendConnector"],
            [receiveConnector, relay, "New-ReceiveConnector"],
            [schannelSettings, { eventLogging: 5 }, "registry set"],
        ] as const) {
            const stack = new Stack(place, kind);
            const { errors } = await stack.up(program);
            expect(errors, errors.join("\n")).to.have.length(1);
            expect(errors[0]).to.include("/dev/full: ENOSPC").and.include(`Not on record: ${NOW} ${command} {`);
            expect(errors[0]).to.include("accepted. The state holds what was written");
            expect(stack.state).not.to.equal(undefined);
            place.config["exchange-tls:auditLog"] = file;
            const rest = await succeed(stack.up(program));
            expect(written(rest)).to.deep.equal([]);
            await succeed(stack.destroy());
            place.config["exchange-tls:auditLog"] = "/dev/full";
        }
    });

    it("a log and a server that both fail: both are told", async function () {
        if (!existsSync("/dev/full")) this.skip();
        place.config["exchange-tls:auditLog"] = "/dev/full";
        place.lab.faults.inject({ fault: "cmdlet-error", cmd: "New-SendConnector", times: 2 });
        const { errors, log } = await new Stack(place, sendConnector).up(FABRIKAM);
        const told = [...errors, ...log].join("\n");
        expect(errors).to.have.length(1);
        expect(told).to.match(/New-SendConnector .* refused/);
    });
});

const relay = {
    ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
    ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"] },
};
