import { expect } from "chai";
import type { Run } from "../../provider/pulumi/run/run";
import { toldTogether } from "../../provider/pulumi/settings/told-together";
import { ALL_SERVERS } from "../../provider/resources/schannel-settings";

const urn = (parents: string, name: string) =>
    `urn:pulumi:prod::mail::${parents}pulumi-nodejs:dynamic/exchange:SchannelSettings::${name}`;
const CHILD = "exchange-tls:index:SchannelBaseline$";
const NOTES = ["before", ALL_SERVERS, "after"];
const REST = ["before", "after"];

/** URNs in the order in which they are told, and what is told of each. */
const rows: readonly (readonly [what: string, urns: readonly string[], told: readonly (readonly string[])[]])[] = [
    ["children of one component", [urn(CHILD, "a"), urn(CHILD, "b"), urn(CHILD, "a")], [NOTES, REST, REST]],
    ["resources without a component", [urn("", "a"), urn("", "b")], [NOTES, NOTES]],
    ["two components", [urn(CHILD, "a"), urn(`mine:index:Site$${CHILD}`, "b")], [NOTES, NOTES]],
    ["an import, which knows no URN", ["", ""], [NOTES, NOTES]],
];

describe("SCHANNEL settings: the warning that concerns all servers of a component", () => {
    for (const [what, urns, told] of rows) {
        it(`${what}: ${told.filter((notes) => notes.includes(ALL_SERVERS)).length} of ${urns.length}`, () => {
            const run = {} as Run;
            expect(urns.map((one) => toldTogether(run, one, NOTES))).to.deep.equal(told);
            expect(toldTogether({} as Run, urns[0] ?? "", NOTES), "another run").to.deep.equal(NOTES);
        });
    }
});
