import { expect } from "chai";
import { argsPerServer } from "../../../sdk/receive-connector-per-server";
import type { ReceiveConnectorSetArgs } from "../../../sdk/receive-connector-set-args";

const connection = { host: "ex01.contoso.com", username: "CONTOSO\\svc-tls", hostKey: "SHA256:x" };
const base = { connection, name: "From Fabrikam", bindings: ["0.0.0.0:25"], fqdn: "mail.contoso.com" };

/** As a JavaScript program may write it. */
function split(args: object): Record<string, object> {
    return Object.fromEntries(argsPerServer({ ...base, ...args } as ReceiveConnectorSetArgs));
}

const refused: readonly (readonly [what: string, args: object, why: RegExp])[] = [
    ["no list", { servers: "EX01" }, /^servers must be a plain list of names: /],
    ["nothing", {}, /^servers must be a plain list/],
    ["an output", { servers: Promise.resolve(["EX01"]) }, /not known in a preview/],
    ["an entry that is an output", { servers: ["EX01", Promise.resolve("EX02")] }, /not known in a preview/],
    ["one server beside them", { servers: ["EX01"], server: "EX02" }, /^server has no place beside servers/],
    ["no server", { servers: [] }, /^servers is empty/],
    ["an empty name", { servers: [" "] }, /^servers has an entry without a server name/],
    ["a server twice", { servers: ["EX01", "EX01"] }, /^servers names the server EX01 twice \("EX01" and "EX01"\)/],
    ["twice in another case", { servers: ["EX01", "EX02", "ex01"] }, /EX01 twice \("EX01" and "ex01"\)/],
    ["twice by its FQDN", { servers: ["ex01.contoso.com", "EX01"] }, /EX01 twice \("ex01\.contoso\.com" and "EX01"\)/],
    [
        "overrides for nobody",
        { servers: ["EX01"], perServer: { EX02: {} } },
        /^perServer names EX02, which is not in servers \(EX01\)/,
    ],
    [
        "overrides twice",
        { servers: ["EX01"], perServer: { EX01: {}, "ex01.contoso.com": {} } },
        /^perServer names the server EX01 twice/,
    ],
];

describe("a receive connector on several servers", () => {
    for (const [what, args, why] of refused) {
        it(`refuses ${what}`, () => expect(() => split(args)).to.throw(why));
    }

    it("the same arguments for every server, and each its own name", () => {
        expect(split({ servers: ["EX01", "ex02.contoso.com"] })).to.deep.equal({
            EX01: { ...base, server: "EX01" },
            EX02: { ...base, server: "ex02.contoso.com" },
        });
    });

    it("what one server has of its own takes the place of the common value", () => {
        const own = {
            fqdn: "ex02.contoso.com",
            bindings: ["10.0.0.2:25"],
            connection: { ...connection, host: "ex02" },
        };
        const { EX01, EX02 } = split({ servers: ["EX01", "EX02"], perServer: { "EX02.contoso.com": own } });
        expect(EX01).to.deep.equal({ ...base, server: "EX01" });
        expect(EX02).to.deep.equal({ ...base, ...own, server: "EX02" });
    });

    it("the server itself cannot be overridden", () => {
        const { EX01 } = split({ servers: ["EX01"], perServer: { EX01: { server: "EX09" } } });
        expect(EX01).to.contain({ server: "EX01" });
    });
});
