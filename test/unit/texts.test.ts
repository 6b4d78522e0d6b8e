import { expect } from "chai";
import { onDestroy } from "../../provider/lifecycle/plan/removal";
import { nothingKept } from "../../provider/lifecycle/remember/bookkeeping";
import { markFor, splitMark, withMark } from "../../provider/lifecycle/remember/mark";
import { explain } from "../../provider/lifecycle/tell/explain";
import { hasUnknown } from "../../provider/pulumi/engine/unknowns";
import { secret, toWire } from "../../provider/pulumi/engine/wire";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { WireArgument } from "../../provider/session/frames";
import { live, wireConnector } from "./fixtures";

describe("explain", () => {
    const rows: readonly [WireArgument, string][] = [
        ["it's", "'it''s'"],
        ["curly \u2018\u2019\u201a\u201b", "'curly \u2018\u2018\u2019\u2019\u201a\u201a\u201b\u201b'"],
        ['$(Remove-Item *) `n "x"', "'$(Remove-Item *) `n \"x\"'"],
        [null, "$null"],
        [{ $: "null" }, "$null"],
        [true, "$true"],
        [25, "25"],
        [["a", "b'c"], "'a','b''c'"],
        [{ $: "merge", add: ["a"], remove: [] }, "@{Add='a'}"],
        [{ $: "merge", add: ["a", "b"], remove: ["c"] }, "@{Add='a','b'; Remove='c'}"],
        [{ $: "secure", v: "hunter2" }, "'********'"],
        [{ $: "credential", user: "u", v: "hunter2" }, "'********'"],
    ];
    for (const [value, text] of rows) {
        it(text, () => {
            expect(explain({ cmd: "Set-X", par: { P: value }, sel: [] })).to.equal(`Set-X -P ${text}`);
        });
    }

    it("masks secrets, and says what Remove- is really sent with", () => {
        expect(explain({ cmd: "Remove-X", par: { Identity: "a", P: "s3cret" }, sel: [] }, new Set(["P"]))).to.equal(
            "Remove-X -Identity 'a' -P '********' -Confirm:$false",
        );
    });
});

describe("mark", () => {
    const origin = { organization: "o", urn: "urn:pulumi:dev::p::t::n", server: "", name: "To Fabrikam" };

    it("is twelve hex digits, the same for the same origin in any case of the name", () => {
        // Pinned: a later version must recognise what this one made.
        expect(markFor(origin)).to.equal("9946bd6dcf5b");
        expect(markFor({ ...origin, name: "TO FABRIKAM" })).to.equal(markFor(origin));
    });

    for (const [what, other] of Object.entries({
        "another organisation": { organization: "p" },
        "another stack": { urn: "urn:pulumi:prod::p::t::n" },
        "a copied connector": { name: "To Fabrikam (copy)" },
        "another server": { server: "EX02" },
    })) {
        it(`does not match for ${what}`, () => {
            expect(markFor({ ...origin, ...other })).not.to.equal(markFor(origin));
        });
    }

    const comments: readonly [string | null, string | null, string | undefined][] = [
        [null, null, undefined],
        ["", "", undefined],
        ["[pulumi 0123456789ab]", "", "0123456789ab"],
        ["by hand [pulumi 0123456789ab]", "by hand", "0123456789ab"],
        ["[pulumi 0123456789ab] moved", "[pulumi 0123456789ab] moved", undefined],
        ["[pulumi 0123456789AB]", "[pulumi 0123456789AB]", undefined],
    ];
    for (const [comment, text, mark] of comments) {
        it(`of ${JSON.stringify(comment)} is ${mark}`, () => {
            expect(splitMark(comment)).to.deep.equal({ text, mark });
            if (mark !== undefined) expect(withMark(text || null, mark)).to.equal(comment);
        });
    }
});

describe("onDestroy", () => {
    const nothing = nothingKept;
    const connector = live(sendConnector, { ...wireConnector, Name: "X", Port: 26 });
    const lists = live(transportConfig, { TLSSendDomainSecureList: ["a", "b"], TLSReceiveDomainSecureList: ["a"] });
    it("tells each way out", () => {
        expect(onDestroy(sendConnector, { ...nothing, owned: true }, connector)).to.equal("removes send connector 'X'");
        expect(
            onDestroy(sendConnector, { ...nothing, previous: { port: { was: 25, wrote: 26 } } }, connector),
        ).to.equal("puts back port to 25");
        expect(
            onDestroy(transportConfig, { ...nothing, added: { tlsSendDomainSecureList: ["a", "b"] } }, lists),
        ).to.equal("takes a, b out of tlsSendDomainSecureList");
        expect(onDestroy(transportConfig, nothing, lists)).to.equal("leaves the transport config as it is");
        const taken = { ...nothing, previous: { port: { was: 25, wrote: 27 } } };
        expect(onDestroy(sendConnector, taken, connector)).to.equal(
            "left as somebody else set it: port is 26, we had written 27",
        );
        const gone = {
            ...nothing,
            added: { tlsReceiveDomainSecureList: ["a", "c"], tlsSendDomainSecureList: ["a", "c"] },
        };
        expect(onDestroy(transportConfig, gone, lists)).to.equal(
            "takes a out of tlsReceiveDomainSecureList and tlsSendDomainSecureList",
        );
    });

    it("does not depend on the order of keys", () => {
        const [send, receive] = [{ tlsSendDomainSecureList: ["a"] }, { tlsReceiveDomainSecureList: ["a"] }];
        const text = (added: Record<string, string[]>) => onDestroy(transportConfig, { ...nothing, added }, lists);
        expect(text({ ...send, ...receive })).to.equal(text({ ...receive, ...send }));
    });
});

describe("wire", () => {
    it("drops undefined, keeps null, [] and nesting", () => {
        expect(toWire({ a: undefined, b: null, c: [], d: { e: undefined, f: [{ g: 1 }] } })).to.deep.equal({
            b: null,
            c: [],
            d: { f: [{ g: 1 }] },
        });
    });

    for (const [what, value] of Object.entries({
        Date: new Date(0),
        Map: new Map(),
        function: () => 1,
        bigint: 1n,
        NaN: Number.NaN,
        "class instance": new (class X {})(),
    })) {
        it(`refuses ${what} and says where`, () => {
            expect(() => toWire({ a: [{ b: value }] })).to.throw(/a\[0\]\.b is not plain JSON/);
        });
    }

    it("carries a secret's wire form through", () => {
        expect(toWire({ a: secret(["x"]) })).to.deep.equal({
            a: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: ["x"] },
        });
    });

    it("sees unknown values at any depth", () => {
        const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        expect([unknown, [unknown], { a: [{ b: unknown }] }].map(hasUnknown)).to.deep.equal([true, true, true]);
        expect([null, "x", [], { a: 1 }].map(hasUnknown)).to.deep.equal([false, false, false, false]);
    });
});
