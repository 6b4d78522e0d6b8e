import { expect } from "chai";
import fc from "fast-check";
import { flags } from "../../../provider/values/flags";
import { cased, mask } from "./arbitraries";
import { odd, type Spelled } from "./laws";
import { property } from "./property";

const REFUSED = "refused";
const mechanisms = flags(["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS"], { none: "None" });
const groups = flags(["AnonymousUsers", "ExchangeUsers"], { none: "None", ignored: ["Custom"] });
const policies = flags(["DowngradeDnsFailures", "UpgradeCustomFailures"], { none: "Default" });
const source = flags(["IPAddress", "User"], { none: "None", combined: { All: ["IPAddress", "User"] } });

/** Set, input, printed. */
const rows: readonly [typeof source, unknown, string][] = [
    [mechanisms, "", REFUSED],
    [mechanisms, [""], REFUSED],
    [mechanisms, "Tls,", REFUSED],
    [mechanisms, "Tls,,Integrated", REFUSED],
    [mechanisms, ["Tls, Integrated"], REFUSED],
    [mechanisms, "None, Tls", REFUSED],
    [mechanisms, ["None", "None"], REFUSED],
    [mechanisms, "Tls Integrated", REFUSED],
    [mechanisms, "Custom", REFUSED],
    [mechanisms, "Default", REFUSED],
    [mechanisms, "constructor", REFUSED],
    [mechanisms, "3", REFUSED],
    [mechanisms, 3, REFUSED],
    [mechanisms, [1], REFUSED],
    [mechanisms, null, REFUSED],
    [mechanisms, { Tls: true }, REFUSED],
    [mechanisms, [], "None"],
    [mechanisms, "none", "None"],
    [mechanisms, ["None"], "None"],
    [mechanisms, "Tls", "Tls"],
    [mechanisms, "basicauthrequiretls,INTEGRATED , Tls", "Tls, Integrated, BasicAuthRequireTLS"],
    [mechanisms, ["BasicAuth", "tls", "Tls"], "Tls, BasicAuth"],
    [groups, "None, Custom", REFUSED],
    [groups, "Custom", "None"],
    [groups, "AnonymousUsers, Custom", "AnonymousUsers"],
    [groups, ["custom", "ExchangeUsers"], "ExchangeUsers"],
    [policies, "None", REFUSED],
    [policies, "default", "Default"],
    [policies, "UpgradeCustomFailures, DowngradeDnsFailures", "DowngradeDnsFailures, UpgradeCustomFailures"],
    [source, "All", "IPAddress, User"],
    [source, ["User", "All"], "IPAddress, User"],
];

describe("values/flags", () => {
    for (const [set, input, printed] of rows) {
        it(`${JSON.stringify(input)} ${printed === REFUSED ? "is refused" : `means ${printed}`}`, () => {
            const result = set.parse(input);
            expect(result.ok ? set.print(result.canonical) : REFUSED).to.equal(printed);
        });
    }

    it("is canonically a sorted list without duplicates", () => {
        expect(mechanisms.parse("Tls, BasicAuth, tls")).to.deep.equal({ ok: true, canonical: ["BasicAuth", "Tls"] });
    });

    it("offers every name that a program can write", () => {
        expect(groups.typescript).to.equal('"AnonymousUsers" | "ExchangeUsers" | "None"');
        expect(groups.parse("x")).to.deep.include({
            expected: "one or more of AnonymousUsers, ExchangeUsers, or None alone",
        });
    });
});

const ALL = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"];
const many = flags(ALL, { none: "None", ignored: ["Custom"] });
const sets = fc.tuple(fc.shuffledSubarray(ALL), mask).map(([names, mask]): Spelled => {
    const text = cased(names.join(" , "), mask);
    const more = names.length === 0 ? ["none", ["None"], "Custom"] : [text, `${text},${names[0]}`, `custom,${text}`];
    return { meaning: [...names].sort().join(), spellings: [names, [...names].reverse(), ...more] };
});

/** The set in its one form; undefined when it is refused. */
function canonical(input: unknown): string | undefined {
    const result = many.parse(input);
    return result.ok ? JSON.stringify(result.canonical) : undefined;
}

describe("values/flags, at random", () => {
    property("one set, one canonical form", "flags", fc.tuple(sets, sets), ([a, b]) => {
        const forms = a.spellings.map(canonical);
        for (const form of forms)
            expect(form).to.equal(JSON.stringify(a.meaning.split(",").filter((name) => name !== "")));
        expect(canonical(many.print(JSON.parse(forms[0] ?? "")))).to.equal(forms[0]);
        expect(forms[0] === canonical(b.spellings[0])).to.equal(a.meaning === b.meaning);
    });

    property("anything is refused or prints what means the same", "flags", odd(sets), (input) => {
        const result = many.parse(input);
        if (result.ok) expect(many.parse(many.print(result.canonical))).to.deep.equal(result);
    });
});
