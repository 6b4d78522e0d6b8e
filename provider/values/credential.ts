import { type Canonical, expected, parsed, type ValueType } from "./value-type";

const WHAT = "username and password, both not empty, and nothing else";

/**
 * A user's name and password. Servers never give one back, so it is only ever written; the canonical value holds the
 * password and must not be kept or shown: `print` leaves it out, and `secret-fingerprint.ts` tells whether it changed.
 */
export const credential: ValueType = {
    typescript: "{ username: pulumi.Input<string>; password: pulumi.Input<string> }",
    parse(value) {
        if (typeof value !== "object" || value === null) return expected(WHAT);
        const { username, password, ...more } = value as Record<string, unknown>;
        const whole = Object.keys(more).length === 0 && isText(password) && isText(username);
        // The name is shown to people.
        return whole && username.trim() !== "" && !/\p{Cc}/u.test(username)
            ? parsed(JSON.stringify([username, password]))
            : expected(WHAT);
    },
    print: (canonical) => (canonical === null ? null : `${partsOf(canonical)[0]}, ********`),
    argument(canonical) {
        if (canonical === null) return { $: "null" };
        const [user, v] = partsOf(canonical);
        return { $: "credential", user, v };
    },
};

function isText(value: unknown): value is string {
    return typeof value === "string" && value !== "";
}

function partsOf(canonical: Canonical): readonly [string, string] {
    return JSON.parse(String(canonical)) as [string, string];
}
