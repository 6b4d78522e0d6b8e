import { expect } from "chai";
import fc from "fast-check";
import { credential } from "../../../provider/values/credential";
import { fingerprint, matches } from "../../../provider/values/secret-fingerprint";
import type { Canonical } from "../../../provider/values/value-type";
import { property } from "./property";

const refused: readonly unknown[] = [
    null,
    undefined,
    "",
    "user, ********",
    [],
    ["user", "pass"],
    {},
    { username: "user" },
    { password: "pass" },
    { username: "", password: "pass" },
    { username: " ", password: "pass" },
    { username: "us\ner", password: "pass" },
    { username: "user", password: "" },
    { username: "user", password: 5 },
    { username: "user", password: "pass", domain: "CONTOSO" },
];

function canonical(username: string, password: string): Canonical {
    const parsed = credential.parse({ password, username });
    if (!parsed.ok) throw new Error(parsed.expected);
    return parsed.canonical;
}

describe("values/credential", () => {
    for (const input of refused) {
        it(`${JSON.stringify(input)} is refused`, () => expect(credential.parse(input).ok).to.equal(false));
    }

    it("is handed over with its password and shown without", () => {
        const value = canonical("CONTOSO\\relay", 'p"a, s');
        expect(credential.argument?.(value)).to.deep.equal({ $: "credential", user: "CONTOSO\\relay", v: 'p"a, s' });
        expect(credential.print(value)).to.equal("CONTOSO\\relay, ********");
    });

    it("differs by user and by password", () => {
        expect(canonical("a", "b")).to.equal(canonical("a", "b"));
        expect(canonical("a", "b")).not.to.equal(canonical("a", "B"));
        expect(canonical("A", "b")).not.to.equal(canonical("a", "b"));
        expect(canonical('a","b', "c")).not.to.equal(canonical("a", 'b","c'));
    });

    it("does not tell what was refused", () => {
        expect(JSON.stringify(credential.parse({ username: "", password: "hunter2" }))).not.to.contain("hunter2");
    });
});

describe("values/secret fingerprint", () => {
    it("matches the value it was made from, with its salt", () => {
        const stored = `00ff:${fingerprint("secret", "00ff")}`;
        expect(stored).to.match(/^00ff:[0-9a-f]{64}$/);
        expect(matches(stored, "secret")).to.equal(true);
        expect(matches(stored, "Secret")).to.equal(false);
        expect(matches(stored.replace("00ff", "00fe"), "secret")).to.equal(false);
    });

    for (const stored of ["", ":", "00ff", fingerprint("secret", "")]) {
        it(`"${stored}" matches nothing`, () => expect(matches(stored, "secret")).to.equal(false));
    }
});

const filled = fc.string({ unit: "grapheme", minLength: 1 });

describe("values/credential, at random", () => {
    property(
        "two are the same when both parts are",
        "credential",
        fc.tuple(filled, filled, filled, filled),
        ([a, b, c, d]) => {
            const [one, other] = [
                credential.parse({ username: a, password: b }),
                credential.parse({ username: c, password: d }),
            ];
            if (!one.ok || !other.ok) return;
            expect(one.canonical === other.canonical).to.equal(a === c && b === d);
            expect(credential.argument?.(one.canonical)).to.deep.equal({ $: "credential", user: a, v: b });
            expect(credential.print(one.canonical)).to.equal(`${a}, ********`);
        },
    );

    const odd = fc.anything({
        maxDepth: 1,
        key: fc.constantFrom("username", "password", "x"),
        withNullPrototype: true,
    });
    property("anything is refused or handed over", "credential", odd, (input) => {
        const parsed = credential.parse(input);
        if (parsed.ok)
            expect(credential.argument?.(parsed.canonical)).to.deep.equal({ $: "credential", ...parts(input) });
    });
});

function parts(input: unknown): object {
    const { username, password } = input as Record<string, unknown>;
    return { user: username, v: password };
}
