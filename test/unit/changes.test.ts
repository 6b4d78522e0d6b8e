import { expect } from "chai";
import { type Change, inWords, shown } from "../../provider/lifecycle/plan/changes";
import type { Field, FieldTable } from "../../provider/resources/field";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";

/** As a program's secrets mark them. */
const fields: FieldTable = { ...sendConnector.fields };
const fqdn = fields.fqdn as Field;
const veiled: FieldTable = { ...fields, fqdn: { ...fqdn, secret: true } };

describe("a change in words", () => {
    const set = (
        field: string,
        from: Extract<Change, { how: "set" }>["from"],
        to: Extract<Change, { how: "set" }>["to"],
    ) => ({ field, how: "set", from, to }) as const;
    const rows: readonly [Change, string][] = [
        [set("requireTls", false, true), "requireTls: false -> true"],
        [set("fqdn", "a.com", null), "fqdn: a.com -> (none)"],
        [set("maxMessageSize", undefined, "unlimited"), "maxMessageSize: (not readable) -> unlimited"],
        [set("smartHosts", undefined, ["a.com"]), "smartHosts: (not readable) -> [a.com]"],
        [set("smartHosts", ["a.com", "b.com"], ["b.com", "c.com"]), "smartHosts: + c.com, - a.com"],
        [set("smartHosts", ["a.com"], []), "smartHosts: - a.com"],
        [{ field: "smartHosts", how: "merge", add: ["a.com"], remove: ["b.com"] }, "smartHosts: + a.com, - b.com"],
    ];
    for (const [change, words] of rows) it(words, () => expect(inWords(fields, change)).to.equal(words));

    it("names a secret, and shows neither what it was nor what it will be", () => {
        expect(inWords(veiled, set("fqdn", "a.com", "b.com"))).to.equal("fqdn: ********");
        expect(shown(veiled, "fqdn", undefined)).to.equal("********");
    });

    it("shows flags as the cmdlet takes them", () => {
        expect(shown(receiveConnector.fields, "authMechanism", ["Integrated", "Tls"])).to.equal("Tls, Integrated");
    });
});
