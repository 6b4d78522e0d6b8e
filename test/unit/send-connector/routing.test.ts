import { expect } from "chai";
import { sendConnector } from "../../../provider/resources/send-connector";
import { domainTarget, spacesOf, targetsOf } from "../../../provider/resources/send-connector/address-spaces";
import { heirsOf, routesOf } from "../../../provider/resources/send-connector/routing";
import { canonical } from "./canonical";
import { sendCase } from "./organisation";

const sender = (name: string, addressSpaces: readonly string[], more: object = {}) => ({
    name,
    values: canonical(sendConnector, { enabled: true, addressSpaces, ...more }),
});

describe("routing by address space", () => {
    const all = [
        sender("internet", ["*;10"]),
        sender("backup", ["*;20"]),
        sender("com", ["*.com"]),
        sender("contoso and below", ["*.contoso.com;5"]),
        sender("contoso itself", ["contoso.com;99"]),
        sender("contoso off", ["contoso.com"], { enabled: false }),
        sender("twin 1", ["*.fabrikam.com;3"]),
        sender("twin 2", ["*.fabrikam.com;3"]),
        sender("edge inbound", ["--"]),
        sender("fax", ["FAX:*;1"]),
        sender("x400", ["X400:c=US;a= ;p=Contoso;1"]),
    ];
    const rows: readonly [domain: string, names: readonly string[]][] = [
        ["tailspin.de", ["internet"]],
        ["com", ["com"]],
        ["notcontoso.com", ["com"]],
        ["contoso.com", ["contoso itself"]],
        ["eu.contoso.com", ["contoso and below"]],
        ["a.b.contoso.com", ["contoso and below"]],
        ["contoso.com.de", ["internet"]],
        ["fabrikam.com", ["twin 1", "twin 2"]],
    ];
    for (const [domain, names] of rows) {
        it(`${domain}: ${names.join(" and ")}`, () => {
            expect(routesOf(all, domainTarget(domain)).map(({ name }) => name)).to.deep.equal(names);
        });
    }

    it("nothing routes what no space holds", () => {
        expect(routesOf([sender("com", ["*.com"])], domainTarget("tailspin.de"))).to.deep.equal([]);
        expect(routesOf([sender("edge inbound", ["--"])], domainTarget("--"))).to.deep.equal([]);
    });

    it("a space of another type is another space", () => {
        const [fax] = spacesOf(sender("", ["FAX:contoso.com;1"]).values).flatMap(targetsOf);
        expect(fax && routesOf(all, fax).map(({ name }) => name)).to.deep.equal(["fax"]);
    });
});

const plain = { requireTls: false, ignoreStartTls: false, domainSecureEnabled: false, dnsRoutingEnabled: true };
const strict = { ...plain, requireTls: true };
const mutual = { ...plain, domainSecureEnabled: true };

interface Row {
    readonly what: string;
    readonly before: object;
    readonly after?: object;
    readonly send: Readonly<Record<string, object>>;
    readonly lists?: object;
    /** Label of the targets → heir and its level. */
    readonly heirs: Readonly<Record<string, string>>;
}

const heirs: readonly Row[] = [
    {
        what: "gone, nobody else",
        before: { ...strict, addressSpaces: ["a.com"] },
        send: {},
        heirs: { "a.com": "none" },
    },
    {
        what: "gone, `*` takes over",
        before: { ...strict, addressSpaces: ["a.com"] },
        send: { Internet: { ...plain, addressSpaces: ["*"] } },
        heirs: { "a.com": "Internet: opportunistic TLS; any certificate accepted" },
    },
    {
        what: "only a backup of a cheaper one: nothing changes",
        before: { ...strict, addressSpaces: ["a.com;50"] },
        send: { Main: { ...plain, addressSpaces: ["a.com;1"] } },
        heirs: {},
    },
    {
        what: "shared with one of the same cost",
        before: { ...strict, addressSpaces: ["a.com;5"] },
        send: { Twin: { ...plain, addressSpaces: ["a.com;5"] }, Internet: { ...plain, addressSpaces: ["*"] } },
        heirs: { "a.com": "Twin: opportunistic TLS; any certificate accepted" },
    },
    {
        what: "two of the same cost: the one with less TLS is told",
        before: { ...strict, addressSpaces: ["a.com"] },
        send: { First: { ...strict, addressSpaces: ["*"] }, Second: { ...plain, addressSpaces: ["*"] } },
        heirs: { "a.com": "Second: opportunistic TLS; any certificate accepted" },
    },
    {
        what: "two of the same cost: the one without TLS is told",
        before: { ...strict, addressSpaces: ["a.com"] },
        send: {
            First: { ...plain, addressSpaces: ["*"] },
            Second: { ...plain, ignoreStartTls: true, addressSpaces: ["*"] },
        },
        heirs: { "a.com": "Second: plain text always" },
    },
    {
        what: "a wildcard falls apart",
        before: { ...strict, addressSpaces: ["*.a.com"] },
        send: { Com: { ...strict, addressSpaces: ["*.com"] }, Off: { ...plain, enabled: false, addressSpaces: ["*"] } },
        heirs: { "a.com, sub-domains of a.com": "Com: TLS mandatory, no certificate check" },
    },
    {
        what: "all domains, and nobody else for them",
        before: { ...plain, addressSpaces: ["*"] },
        send: { Com: { ...strict, addressSpaces: ["*.com"] } },
        heirs: { "all other domains": "none" },
    },
    {
        what: "narrowed: what stays is not told",
        before: { ...strict, addressSpaces: ["a.com", "b.com"] },
        after: { ...strict, addressSpaces: ["b.com"] },
        send: { Internet: { ...plain, addressSpaces: ["*"] } },
        heirs: { "a.com": "Internet: opportunistic TLS; any certificate accepted" },
    },
    {
        what: "narrowed to a wildcard of its own: nothing changes",
        before: { ...strict, addressSpaces: ["a.com"] },
        after: { ...strict, addressSpaces: ["*.a.com"] },
        send: { Internet: { ...plain, addressSpaces: ["*"] } },
        heirs: {},
    },
    {
        what: "disabled",
        before: { ...strict, enabled: true, addressSpaces: ["a.com"] },
        after: { ...strict, enabled: false, addressSpaces: ["a.com"] },
        send: {},
        heirs: { "a.com": "none" },
    },
    {
        what: "mutual TLS of single domains behind `*`",
        before: { ...mutual, addressSpaces: ["*;5"] },
        send: { Backup: { ...plain, addressSpaces: ["*;50"] } },
        lists: { tlsSendDomainSecureList: ["fabrikam.com"] },
        heirs: {
            "all other domains": "Backup: opportunistic TLS; any certificate accepted",
            "fabrikam.com": "Backup: opportunistic TLS; any certificate accepted",
        },
    },
    {
        what: "a foreign type",
        before: { ...plain, addressSpaces: ["FAX:x;1", "--"] },
        send: { Internet: { ...plain, addressSpaces: ["*"] } },
        heirs: { x: "none" },
    },
];

describe("who takes over from a send connector", () => {
    for (const row of heirs) {
        it(row.what, () => {
            const before = canonical(sendConnector, row.before as Record<string, unknown>);
            const after = row.after && canonical(sendConnector, row.after as Record<string, unknown>);
            const send = row.send as Record<string, Record<string, unknown>>;
            const subject = sendCase({}, { send, lists: { ...row.lists } });
            const found = heirsOf(subject, before, after).map(({ connector, targets, after: level }) => [
                targets.map(({ label }) => label).join(", "),
                connector ? `${connector.name}: ${level?.words}` : "none",
            ]);
            expect(Object.fromEntries(found)).to.deep.equal(row.heirs);
        });
    }

    it("the organisation's lists are asked for only where mutual TLS is in play", () => {
        const subject = sendCase({}, { send: {} });
        const before = canonical(sendConnector, { ...plain, addressSpaces: ["a.com"] });
        expect(heirsOf(subject, before, undefined)).to.have.length(1);
    });
});

describe("removal of a send connector", () => {
    const removal = (live: object, send: Record<string, Record<string, unknown>> = {}) =>
        sendConnector.onRemoval?.(sendCase({}, { live: live as Record<string, unknown>, send })) ?? [];
    const there = { ...strict, enabled: true, addressSpaces: ["a.com"], smartHostAuthMechanism: "None" };

    it("of a disabled one changes nothing", () => expect(removal({ ...there, enabled: false })).to.deep.equal([]));

    it("names who takes over, with both levels", () => {
        const [text] = removal(there, { Internet: { ...plain, addressSpaces: ["*"] } });
        expect(text).to.contain("a.com").and.contain("'Internet', opportunistic").and.contain("now: TLS mandatory");
    });

    it("says that mail queues", () =>
        expect(removal(there).join()).to.contain("nothing routes a.com").and.contain("queues"));

    it("says that a stored credential is lost", () => {
        expect(removal({ ...there, smartHostAuthMechanism: "BasicAuth" }).join()).to.contain("credential is lost");
    });

    it("names few of many domains", () => {
        const addressSpaces = Array.from({ length: 50 }, (_, index) => `d${index}.com`);
        expect(removal({ ...there, addressSpaces }).join()).to.contain("and 44 more");
    });
});
