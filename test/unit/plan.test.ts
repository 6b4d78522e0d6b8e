import { expect } from "chai";
import { nobody, type Others } from "../../provider/lifecycle/observe/others";
import { planArrival, planUpdate } from "../../provider/lifecycle/plan/adoption";
import { changeCall } from "../../provider/lifecycle/plan/change-call";
import type { Plan } from "../../provider/lifecycle/plan/plan";
import { onDestroy, planRemoval } from "../../provider/lifecycle/plan/removal";
import { alone, type Scene } from "../../provider/lifecycle/plan/scene";
import { type Bookkeeping, nothingKept } from "../../provider/lifecycle/remember/bookkeeping";
import type { Around } from "../../provider/resources/case";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { NotChecked } from "../../provider/resources/rule";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { WireObject } from "../../provider/session/frames";
import { connection, declared, live, wireConnector } from "./fixtures";

const owned: Bookkeeping = { ...nothingKept, owned: true };
const base = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };

function changed(inputs: Record<string, unknown>, object: Partial<WireObject> = {}): Plan {
    const there = { ...wireConnector, ...object } as WireObject;
    return planUpdate(
        sendConnector,
        declared(sendConnector, { ...base, ...inputs }),
        owned,
        live(sendConnector, there),
    );
}

const NULL = { $: "null" };
const tls = { RequireTLS: true, TlsAuthLevel: "DomainValidation", TlsDomain: "fabrikam.com" };
const routed = { DNSRoutingEnabled: false, SmartHosts: ["relay.contoso.com"] };

interface Row {
    readonly what: string;
    readonly declared: Record<string, unknown>;
    readonly live?: Partial<WireObject>;
    /** Parameters beside Identity; undefined: no call. */
    readonly sent?: Record<string, unknown>;
    readonly refused?: readonly string[];
}

const rows: readonly Row[] = [
    { what: "nothing declared but the identity", declared: {} },
    {
        what: "other spelling, order and case",
        declared: { addressSpaces: ["SMTP:FABRIKAM.com;1"], maxMessageSize: 36_700_160 },
    },
    { what: "a source server by FQDN", declared: { sourceTransportServers: ["ex01.contoso.com"] } },
    { what: "no value against null", declared: { fqdn: "", tlsDomain: null } },
    { what: "a mark in the comment", declared: { comment: "x" }, live: { Comment: "x [pulumi 0123456789ab]" } },
    {
        what: "a comment keeps its mark",
        declared: { comment: "y" },
        live: { Comment: "x [pulumi 0123456789ab]" },
        sent: { Comment: "y [pulumi 0123456789ab]" },
    },
    {
        what: "a comment of another's object gets no mark",
        declared: { comment: "y" },
        live: { Comment: "x" },
        sent: { Comment: "y" },
    },
    { what: "a cleared comment", declared: { comment: "" }, live: { Comment: "x" }, sent: { Comment: null } },
    { what: "one flag", declared: { requireTls: true }, sent: { RequireTLS: true } },
    {
        what: "a list as a whole",
        declared: { addressSpaces: ["a.com", "fabrikam.com"] },
        sent: { AddressSpaces: ["SMTP:a.com;1", "smtp:Fabrikam.com;1"] },
    },
    { what: "rename in place", declared: { name: "New name" }, sent: { Name: "New name" } },
    { what: "a size with its unit", declared: { maxMessageSize: "10 MB" }, sent: { MaxMessageSize: "10MB" } },
    {
        what: "S4, S5: TLS off clears level and domain along",
        declared: { requireTls: false },
        live: tls,
        sent: { RequireTLS: false, TlsAuthLevel: NULL, TlsDomain: NULL },
    },
    {
        what: "S5: leaving DomainValidation clears the domain along",
        declared: { tlsAuthLevel: "EncryptionOnly" },
        live: tls,
        sent: { TlsAuthLevel: "EncryptionOnly", TlsDomain: NULL },
    },
    {
        what: "S4: what the program itself declares is not overruled",
        declared: { requireTls: false, tlsAuthLevel: "EncryptionOnly" },
        live: { RequireTLS: true },
        refused: ["S4"],
        sent: { RequireTLS: false, TlsAuthLevel: "EncryptionOnly" },
    },
    {
        what: "S4 on the merged state",
        declared: { tlsAuthLevel: "EncryptionOnly" },
        refused: ["S4"],
        sent: { TlsAuthLevel: "EncryptionOnly" },
    },
    {
        what: "S9: smart hosts turn DNS routing off",
        declared: { smartHosts: ["relay.contoso.com"] },
        sent: { SmartHosts: ["relay.contoso.com"], DNSRoutingEnabled: false },
    },
    {
        what: "S9: DNS routing clears the smart hosts and what hangs on them (S10)",
        declared: { dnsRoutingEnabled: true },
        live: { ...routed, SmartHostAuthMechanism: "ExchangeServer" },
        sent: { DNSRoutingEnabled: true, SmartHosts: NULL, SmartHostAuthMechanism: "None" },
    },
    {
        what: "S8: smart hosts go in the same command",
        declared: { dnsRoutingEnabled: false },
        live: { SmartHosts: ["relay.contoso.com"] },
        sent: { DNSRoutingEnabled: false, SmartHosts: ["relay.contoso.com"] },
    },
    {
        what: "S8: smart hosts that are declared themselves go once",
        declared: { dnsRoutingEnabled: false, smartHosts: ["relay.contoso.com"] },
        sent: { DNSRoutingEnabled: false, SmartHosts: ["relay.contoso.com"] },
    },
    {
        what: "S8: no smart host",
        declared: { dnsRoutingEnabled: false },
        refused: ["S8"],
        sent: { DNSRoutingEnabled: false },
    },
    {
        what: "S6: DomainValidation through a smart host without a name",
        declared: { requireTls: true, tlsAuthLevel: "DomainValidation" },
        live: routed,
        refused: ["S6"],
        sent: { RequireTLS: true, TlsAuthLevel: "DomainValidation" },
    },
    {
        what: "S1: mutual TLS through a smart host",
        declared: { domainSecureEnabled: true },
        live: routed,
        refused: ["S1"],
        sent: { DomainSecureEnabled: true },
    },
    { what: "a value that is not understood, not managed", declared: {}, live: { MaxMessageSize: "viel" } },
    {
        what: "a value that is not understood, managed",
        declared: { maxMessageSize: "1MB" },
        live: { MaxMessageSize: "viel" },
        refused: ["Unreadable"],
    },
];

describe("plan of a change", () => {
    for (const row of rows) {
        it(row.what, () => {
            const plan = changed(row.declared, row.live);
            const sent = plan.calls.map(({ par }) => par);
            const wanted = row.sent === undefined ? [] : [{ Identity: "To Fabrikam", ...row.sent }];
            expect(sent).to.deep.equal(wanted);
            expect(plan.refusals.map(({ code }) => code)).to.deep.equal(row.refused ?? []);
            // Each is told as a line of its own.
            const fields = plan.changes.map(({ field }) => field);
            expect(fields).to.deep.equal([...new Set(fields)]);
        });
    }

    it("names an object by its Guid where the name could match more than one", () => {
        const plan = changed({ name: "x", requireTls: true }, { Name: "a*" });
        expect(plan.calls[0]?.par.Identity).to.equal(wireConnector.Guid);
    });
});

describe("why a property cannot be managed", () => {
    const { MaxMessageSize: _, ...older } = wireConnector;
    const rows: readonly [string, WireObject, string][] = [
        ["no such property", older, "the server's object has no such property"],
        [
            "a strange value",
            { ...wireConnector, MaxMessageSize: "viel" },
            'the server\'s value "viel" is not understood',
        ],
    ];
    for (const [what, object, why] of rows) {
        it(what, () => {
            const program = declared(sendConnector, { ...base, maxMessageSize: "1MB" });
            const { refusals } = planUpdate(sendConnector, program, owned, live(sendConnector, object));
            expect(refusals.map(({ message }) => message)).to.deep.equal([
                `maxMessageSize (MaxMessageSize) cannot be managed: ${why}`,
            ]);
        });
    }
});

describe("what the engine ignores (ignoreChanges)", () => {
    const ignoring = (kept: Bookkeeping) =>
        planUpdate(
            sendConnector,
            { ...declared(sendConnector, { ...base, port: 2525, requireTls: true }), ignored: new Set(["port"]) },
            kept,
            live(sendConnector, { ...wireConnector, Port: 26 }),
        );

    it("is not written, and what is not remembered of it destroy does not put back", () => {
        const plan = ignoring(nothingKept);
        expect(plan.calls.map(({ par }) => par)).to.deep.equal([{ Identity: "To Fabrikam", RequireTLS: true }]);
        expect(plan.after.previous).to.include.keys("requireTls").and.not.include.keys("port");
    });

    it("stays remembered as it was", () => {
        const port = { was: 25, wrote: 2525 };
        expect(ignoring({ ...nothingKept, previous: { port } }).after.previous.port).to.deep.equal(port);
    });
});

describe("plan of an arrival", () => {
    const arrive = (inputs: Record<string, unknown>, object?: WireObject) =>
        planArrival(
            sendConnector,
            declared(sendConnector, { ...base, ...inputs }),
            "0123456789ab",
            object && live(sendConnector, object),
            undefined,
        );

    it("creates with what is declared, the companions and the mark", () => {
        const plan = arrive({ smartHosts: ["relay.contoso.com"], comment: "x", fqdn: null });
        expect(plan.calls.map(({ cmd, par }) => ({ cmd, par }))).to.deep.equal([
            {
                cmd: "New-SendConnector",
                par: {
                    Name: "To Fabrikam",
                    AddressSpaces: ["SMTP:fabrikam.com;1"],
                    SmartHosts: ["relay.contoso.com"],
                    DNSRoutingEnabled: false,
                    Comment: "x [pulumi 0123456789ab]",
                },
            },
        ]);
        expect(plan.after).to.deep.equal(owned);
    });

    it("refuses what a new object's initial values contradict (S4)", () => {
        expect(arrive({ tlsAuthLevel: "EncryptionOnly" }).refusals.map(({ code }) => code)).to.deep.equal(["S4"]);
    });

    it("refuses an existing object and shows it", () => {
        const [refusal] = arrive({ requireTls: true }, wireConnector).refusals;
        expect(refusal?.code).to.equal("Exists");
        expect(refusal?.message)
            .to.contain("requireTls: false")
            .and.contain("adopt: true")
            .and.contain("SMTP:fabrikam.com;1");
    });

    it("goes on with an object that carries its own mark", () => {
        const half = { ...wireConnector, Comment: "[pulumi 0123456789ab]" };
        const plan = arrive({ requireTls: true }, half);
        expect(plan.calls.map(({ cmd }) => cmd)).to.deep.equal(["Set-SendConnector"]);
        expect(plan.after.owned).to.equal(true);
        expect(plan.notes.join()).to.contain("carries this resource's own mark");
        expect(arrive({ adopt: true }, half).notes.join()).to.contain("exists already: taken over");
    });

    it("refuses a look-alike: another resource's mark", () => {
        const copy = { ...wireConnector, Comment: "[pulumi ba9876543210]" };
        expect(arrive({}, copy).refusals.map(({ code }) => code)).to.deep.equal(["Exists"]);
    });

    it("claims nothing of a stranger's object that a New- met whose answer was lost", () => {
        const met = (inputs: Record<string, unknown>) =>
            planArrival(
                sendConnector,
                declared(sendConnector, { ...base, ...inputs }),
                "0123456789ab",
                live(sendConnector, wireConnector),
                owned,
            );
        expect(met({ port: 26 }).refusals.map(({ code }) => code)).to.deep.equal(["Exists"]);
        expect(met({ port: 26, adopt: true }).after).to.deep.include({ owned: false, added: {} });
    });

    it("refuses an existing object, also where it does not show what is declared", () => {
        const [refusal] = arrive({ maxMessageSize: "1MB" }, { ...wireConnector, MaxMessageSize: "viel" }).refusals;
        expect(refusal?.message).to.contain("maxMessageSize: (not readable)");
    });

    it("tells of a new connector under the name of one of Exchange's own what that means", () => {
        const program = declared(receiveConnector, {
            ...{ server: "EX01", name: "Default Frontend EX01", transportRole: "FrontendTransport" },
            ...{ bindings: ["0.0.0.0:25"], remoteIpRanges: ["10.0.0.0/8"] },
        });
        const { notes } = planArrival(receiveConnector, program, "0123456789ab", undefined, undefined);
        expect(notes.join()).to.contain("one of Exchange's own: it keeps name and fqdn, and destroy leaves it");
    });

    it("tells the same of a connector that is renamed so", () => {
        const owned = { ...nothingKept, owned: true };
        const renamed = (name: string) =>
            planUpdate(
                sendConnector,
                declared(sendConnector, { name, addressSpaces: ["fabrikam.com"] }),
                owned,
                live(sendConnector, wireConnector),
            );
        expect(renamed("EdgeSync - Inbound to Berlin").notes.join()).to.contain("destroy leaves it");
        expect(renamed("Inbound to Berlin").notes).to.deep.equal([]);
    });

    it("adopt: true remembers the previous values of declared properties and of companions", () => {
        const plan = arrive({ adopt: true, requireTls: false, enabled: true }, { ...wireConnector, ...tls });
        expect(plan.after.owned).to.equal(false);
        expect(plan.after.previous).to.deep.include({
            requireTls: { was: true, wrote: false },
            tlsAuthLevel: { was: "DomainValidation", wrote: null },
            tlsDomain: { was: "fabrikam.com", wrote: null },
            enabled: { was: true, wrote: true },
        });
    });

    it('adopt: "own" makes it ours', () => {
        expect(arrive({ adopt: "own" }, wireConnector).after).to.deep.equal(owned);
    });
});

describe("plan of merged lists", () => {
    const lists = (send: string[], receive: string[] = []): WireObject => ({
        TLSSendDomainSecureList: send,
        TLSReceiveDomainSecureList: receive,
    });
    const plan = (inputs: Record<string, unknown>, object: WireObject, kept: Bookkeeping) =>
        planUpdate(transportConfig, declared(transportConfig, inputs), kept, live(transportConfig, object));

    const merged: readonly {
        what: string;
        inputs: Record<string, unknown>;
        live: WireObject;
        added?: Record<string, string[]>;
        sent?: Record<string, unknown>;
        after: Record<string, string[]>;
    }[] = [
        { what: "nothing declared, nothing owned", inputs: {}, live: lists(["a.com"]), after: {} },
        {
            what: "there already, in other case",
            inputs: { tlsSendDomainSecureList: ["A.com"] },
            live: lists(["a.COM"]),
            after: {},
        },
        {
            what: "missing beside foreign ones",
            inputs: { tlsSendDomainSecureList: ["b.com", "a.com"] },
            live: lists(["a.com", "z.com"]),
            sent: { TLSSendDomainSecureList: { $: "merge", add: ["b.com"], remove: [] } },
            after: { tlsSendDomainSecureList: ["b.com"] },
        },
        {
            what: "ours that is no longer declared",
            inputs: { tlsSendDomainSecureList: [] },
            live: lists(["a.com", "z.com"]),
            added: { tlsSendDomainSecureList: ["a.com"] },
            sent: { TLSSendDomainSecureList: { $: "merge", add: [], remove: ["a.com"] } },
            after: {},
        },
        {
            what: "ours on a list that is no longer mentioned",
            inputs: {},
            live: lists(["a.com", "z.com"]),
            added: { tlsSendDomainSecureList: ["a.com"] },
            sent: { TLSSendDomainSecureList: { $: "merge", add: [], remove: ["a.com"] } },
            after: {},
        },
        {
            what: "found and no longer declared",
            inputs: { tlsSendDomainSecureList: [] },
            live: lists(["a.com"]),
            after: {},
        },
        {
            what: "ours, taken out by hand: repaired and still ours",
            inputs: { tlsSendDomainSecureList: ["a.com"] },
            live: lists([]),
            added: { tlsSendDomainSecureList: ["a.com"] },
            sent: { TLSSendDomainSecureList: { $: "merge", add: ["a.com"], remove: [] } },
            after: { tlsSendDomainSecureList: ["a.com"] },
        },
        {
            what: "both lists in one call",
            inputs: { tlsSendDomainSecureList: ["b.com"], tlsReceiveDomainSecureList: ["b.com"] },
            live: lists(["a.com"], ["c.com"]),
            added: { tlsSendDomainSecureList: ["a.com"] },
            sent: {
                TLSSendDomainSecureList: { $: "merge", add: ["b.com"], remove: ["a.com"] },
                TLSReceiveDomainSecureList: { $: "merge", add: ["b.com"], remove: [] },
            },
            after: { tlsSendDomainSecureList: ["b.com"], tlsReceiveDomainSecureList: ["b.com"] },
        },
        {
            what: "exact",
            inputs: { tlsSendDomainSecureList: ["b.com"], listModes: { tlsSendDomainSecureList: "exact" } },
            live: lists(["a.com"]),
            sent: { TLSSendDomainSecureList: ["b.com"] },
            after: {},
        },
    ];
    for (const row of merged) {
        it(row.what, () => {
            const made = plan(row.inputs, row.live, { ...nothingKept, added: row.added ?? {} });
            expect(made.calls.map(({ par }) => par)).to.deep.equal(row.sent === undefined ? [] : [row.sent]);
            expect(made.after.added).to.deep.equal(row.after);
        });
    }
});

describe("merged lists where nobody edits lists (before 2010 SP1)", () => {
    const around = { session: { release: "2007" } } as unknown as Around;
    const rows: readonly [string, string[], unknown][] = [
        ["are written with what stays", ["a.com", "Z.com"], ["Z.com"]],
        ["are cleared with the last entry", ["a.com"], NULL],
    ];
    for (const [what, there, sent] of rows) {
        it(what, () => {
            const object = { TLSSendDomainSecureList: there, TLSReceiveDomainSecureList: [] };
            const change = { field: "tlsSendDomainSecureList", how: "merge", add: [], remove: ["a.com"] } as const;
            const scene = { ...alone, around: () => around };
            const call = changeCall(transportConfig, live(transportConfig, object), [change], scene);
            expect(call.par).to.deep.equal({ TLSSendDomainSecureList: sent });
        });
    }
});

describe("plans of lists that change their mode", () => {
    const lists = (send: string[]): WireObject => ({ TLSSendDomainSecureList: send, TLSReceiveDomainSecureList: [] });
    const list = "tlsSendDomainSecureList";
    /** Runs through the programs one after another; the lists that the last one, or the removal, leaves. */
    const run = (start: string[], programs: readonly Record<string, unknown>[], scene: Scene = alone) => {
        let now = start;
        let kept: Bookkeeping = nothingKept;
        const calls: unknown[] = [];
        const carryOut = (plan: Plan) => {
            for (const { par } of plan.calls) {
                const value = par.TLSSendDomainSecureList as string[] | { add: string[]; remove: string[] };
                calls.push(value);
                now = Array.isArray(value)
                    ? value
                    : [...now.filter((entry) => !value.remove.includes(entry)), ...value.add];
            }
            kept = plan.after;
        };
        for (const program of programs) {
            const there = live(transportConfig, lists(now));
            carryOut(planUpdate(transportConfig, declared(transportConfig, program), kept, there, scene));
        }
        const last = planRemoval(transportConfig, kept, live(transportConfig, lists(now)), scene);
        carryOut(last);
        return { now: now.toSorted(), calls, notes: last.notes };
    };
    const merge = (entries: string[]) => ({ [list]: entries });
    const exact = (entries: string[]) => ({ [list]: entries, listModes: { [list]: "exact" } });

    const rows: readonly [string, string[], Record<string, unknown>[], string[]][] = [
        ["merge", ["x.com"], [merge(["a.com"])], ["x.com"]],
        ["exact", ["x.com"], [exact(["a.com"])], ["x.com"]],
        ["exact, then merge: ours goes", ["x.com", "y.com"], [exact(["z.com"]), merge(["z.com"])], []],
        ["merge, then exact: ours is not put back", ["x.com"], [merge(["a.com"]), exact(["a.com"])], ["x.com"]],
        ["exact over a found entry: it stays", ["x.com"], [exact(["x.com"])], ["x.com"]],
        [
            "merge, then left out with a mode that stays",
            ["x.com"],
            [merge(["a.com"]), { listModes: { [list]: "exact" } }],
            ["x.com"],
        ],
        [
            "own, growing",
            ["x.com", "b.com"],
            [
                { ...merge(["x.com"]), adopt: "own" },
                { ...merge(["x.com", "b.com"]), adopt: "own" },
            ],
            [],
        ],
    ];
    for (const [what, start, programs, end] of rows) {
        it(`${what}; destroy never writes the list as a whole`, () => {
            const { now, calls } = run(start, programs);
            expect(now).to.deep.equal(end);
            const wholes = programs.filter((program) => JSON.stringify(program).includes('"exact"')).length;
            expect(calls.filter(Array.isArray).length).to.be.at.most(wholes);
            expect(calls.at(-1)).not.to.satisfy(Array.isArray);
        });
    }

    it("an entry that another resource declares stays where this one no longer does", () => {
        const others: Others = {
            ...nobody,
            entry: (_live, _field, entry) => (entry === "a.com" ? "'new'" : undefined),
        };
        const { calls } = run([], [merge(["a.com", "b.com"]), merge(["c.com"])], { ...alone, others });
        expect(calls[1]).to.deep.equal({ $: "merge", add: ["c.com"], remove: ["b.com"] });
    });

    it("an entry that another resource declares stays, and is named", () => {
        const others: Others = {
            object: () => undefined,
            entry: (_live, _field, entry) => (entry === "a.com" ? "resource 'new'" : undefined),
            whole: () => undefined,
        };
        const { now, notes } = run([], [merge(["a.com", "b.com"])], { ...alone, others });
        expect(now).to.deep.equal(["a.com"]);
        expect(notes.join()).to.contain("a.com stays").and.contain("resource 'new'");
    });

    it("a list that another resource declares as a whole is not put back", () => {
        const field = "tlsSendDomainSecureList";
        const kept = { ...nothingKept, previous: { [field]: { was: ["a.com", "b.com"], wrote: ["c.com"] } } };
        const now = live(transportConfig, { TLSSendDomainSecureList: ["x.com"] } as unknown as WireObject);
        const others: Others = { object: () => undefined, entry: () => undefined, whole: () => "resource 'new'" };
        expect(planRemoval(transportConfig, kept, now).calls).to.have.length(1);
        const { calls, notes } = planRemoval(transportConfig, kept, now, { ...alone, others });
        expect([calls, notes]).to.deep.equal([[], [`${field} stays: resource 'new' declares it as a whole`]]);
    });
});

describe("plan of a removal", () => {
    const there = (object: Partial<WireObject>) => live(sendConnector, { ...wireConnector, ...object } as WireObject);
    const kept = (previous: Bookkeeping["previous"]): Bookkeeping => ({ ...nothingKept, previous });

    it("of something absent is quiet", () => {
        expect(planRemoval(sendConnector, owned, undefined)).to.deep.include({ action: "none", calls: [], notes: [] });
    });

    it("removes what is ours, by Guid", () => {
        const [call] = planRemoval(sendConnector, owned, there({})).calls;
        expect(call).to.deep.include({ cmd: "Remove-SendConnector", par: { Identity: wireConnector.Guid } });
    });

    it("puts previous values back, and what hangs on them", () => {
        const plan = planRemoval(
            sendConnector,
            kept({ requireTls: { was: false, wrote: true }, enabled: { was: true, wrote: true } }),
            there({ RequireTLS: true, TlsAuthLevel: "EncryptionOnly" }),
        );
        expect(plan.calls.map(({ par }) => par)).to.deep.equal([
            { Identity: "To Fabrikam", RequireTLS: false, TlsAuthLevel: NULL },
        ]);
    });

    it("leaves and names what somebody else changed since", () => {
        const plan = planRemoval(sendConnector, kept({ port: { was: 25, wrote: 2525 } }), there({ Port: 26 }));
        expect(plan.calls).to.deep.equal([]);
        expect(plan.notes.join()).to.contain("port is 26").and.contain("2525");
    });

    it("leaves everything when putting it back is not valid any more", () => {
        const plan = planRemoval(
            sendConnector,
            kept({ domainSecureEnabled: { was: true, wrote: false } }),
            there({ ...routed, DomainSecureEnabled: false }),
        );
        expect(plan.calls).to.deep.equal([]);
        expect(plan.notes.join()).to.contain("S1");
    });

    it("judges what is put back as it was, not as it would be with what goes along", () => {
        const plan = planRemoval(
            sendConnector,
            kept({
                requireTls: { was: false, wrote: true },
                tlsAuthLevel: { was: "EncryptionOnly", wrote: "CertificateValidation" },
            }),
            there({ RequireTLS: true, TlsAuthLevel: "CertificateValidation" }),
        );
        expect(plan.calls).to.deep.equal([]);
        expect(plan.notes.join()).to.contain("(S4)");
    });

    it("tells of both: what somebody else changed, and what is not valid any more", () => {
        const { notes } = planRemoval(
            sendConnector,
            kept({ domainSecureEnabled: { was: true, wrote: false }, port: { was: 25, wrote: 2525 } }),
            there({ ...routed, DomainSecureEnabled: false, Port: 26 }),
        );
        expect(notes).to.have.length(2);
        expect(notes[0]).to.contain("port is 26");
        expect(notes[1]).to.contain("putting the previous values back is not valid").and.contain("(S1)");
    });

    it("goes on where nobody can say who takes over, and says so", () => {
        const around = () => {
            const neighbours = () => {
                throw new NotChecked("reading send connectors failed");
            };
            return { session: { release: "2019" }, servers: [], neighbours } as unknown as Around;
        };
        const { calls, notes } = planRemoval(sendConnector, owned, there({}), { ...alone, around });
        expect(calls.map(({ cmd }) => cmd)).to.deep.equal(["Remove-SendConnector"]);
        expect(notes).to.deep.equal(["not checked what takes over: reading send connectors failed"]);
    });

    it("refuses where a value that it must put back is not known", () => {
        const plan = planRemoval(sendConnector, kept({ port: { was: 25, wrote: 2525 } }), there({ Port: "many" }));
        expect(plan.refusals.map(({ code }) => code)).to.deep.equal(["Unreadable"]);
    });

    it("does not stumble over somebody else's odd entry", () => {
        const odd = { TLSSendDomainSecureList: ["*.odd", "a.com"], TLSReceiveDomainSecureList: [] };
        const plan = planRemoval(
            transportConfig,
            { ...nothingKept, added: { tlsSendDomainSecureList: ["a.com"] } },
            live(transportConfig, odd),
        );
        expect(plan.refusals).to.deep.equal([]);
        expect(plan.calls).to.have.length(1);
    });

    it("leaves an object that another resource declares, and names it", () => {
        const others: Others = { ...nobody, object: () => "resource 'new'" };
        const plan = planRemoval(sendConnector, owned, there({}), { ...alone, others });
        expect(plan.calls).to.deep.equal([]);
        expect(plan.notes.join()).to.contain("resource 'new' declares it");
    });

    it("takes out of a list only what it added and what is still there", () => {
        const plan = planRemoval(
            transportConfig,
            { ...nothingKept, added: { tlsSendDomainSecureList: ["a.com", "gone.com"] } },
            live(transportConfig, { TLSSendDomainSecureList: ["A.com", "z.com"], TLSReceiveDomainSecureList: [] }),
        );
        expect(plan.calls.map(({ par }) => par)).to.deep.equal([
            { TLSSendDomainSecureList: { $: "merge", add: [], remove: ["A.com"] } },
        ]);
    });
});

describe("onDestroy", () => {
    /** The engine hands objects back with their keys in another order. */
    const reversed = <T extends object>(object: T): T => Object.fromEntries(Object.entries(object).toReversed()) as T;

    it("says what is put back, and what is set along with it, in one order", () => {
        const previous = {
            requireTls: { was: false, wrote: true },
            port: { was: 25, wrote: 2525 },
        };
        const now = live(sendConnector, {
            ...wireConnector,
            RequireTLS: true,
            TlsAuthLevel: "EncryptionOnly",
            Port: 2525,
        });
        for (const order of [previous, reversed(previous)]) {
            expect(onDestroy(sendConnector, { ...nothingKept, previous: order }, now)).to.equal(
                "puts back port to 25, requireTls to false; sets along with it tlsAuthLevel to (none)",
            );
        }
    });

    it("names lists that lose the same entries together, in one order", () => {
        const added = {
            tlsSendDomainSecureList: ["a.com", "b.com"],
            tlsReceiveDomainSecureList: ["b.com", "a.com"],
        };
        const both = ["a.com", "b.com"];
        const now = live(transportConfig, { TLSSendDomainSecureList: both, TLSReceiveDomainSecureList: both });
        for (const order of [added, reversed(added)]) {
            expect(onDestroy(transportConfig, { ...nothingKept, added: order }, now)).to.equal(
                "takes a.com, b.com out of tlsReceiveDomainSecureList and tlsSendDomainSecureList",
            );
        }
    });
});

describe("inputs", () => {
    it("of the fixtures are valid", () => {
        expect(declared(sendConnector, base).connection?.host).to.equal(connection.host);
    });
});
