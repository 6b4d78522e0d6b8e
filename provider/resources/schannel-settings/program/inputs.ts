import { z } from "zod";
import { closedObject } from "../../../schema-issues";
import { FIXED, FORCEABLE, type Forceable } from "../guards/codes";
import { CIPHERS, HASHES, KEY_EXCHANGES, keysOf, PROTOCOLS, WIN_HTTP_BITS } from "../settings/names";
import { otherSpellingOf } from "../suites/windows-lists";
import type { LeftAsFound } from "./as-found";

/** Leaves the setting to others although the baseline names it. */
export const UNMANAGED = "unmanaged";

const oneOf = <const T extends readonly string[]>(names: T) =>
    z.enum(names, `must be one of ${names.map((name) => `"${name}"`).join(", ")}`);

const state = oneOf(["enabled", "disabled", "default", UNMANAGED]);
const flag = z.union([z.boolean(), z.literal(["default", UNMANAGED])], {
    error: 'must be true, false, "default" or "unmanaged"',
});

const byRole = z.union([state, closedObject({ client: state.optional(), server: state.optional() })], {
    error: 'must be "enabled", "disabled", "default" or "unmanaged", or an object with client and server',
});

function named<const N extends readonly string[], T extends z.ZodType>(names: N, value: T) {
    return closedObject(
        Object.fromEntries(names.map((name) => [name, value.optional()])) as { [K in N[number]]: z.ZodOptional<T> },
    );
}

function bits() {
    const wrong = 'must be a whole number of bits from 512 to 16384, "default" or "unmanaged"';
    return z
        .union([z.number(wrong).int(wrong).min(512, wrong).max(16_384, wrong), z.literal(["default", UNMANAGED])], {
            error: wrong,
        })
        .optional();
}

const sizes = { clientMin: bits(), clientMax: bits() };

function inOrder<
    T extends { readonly clientMin?: number | string | undefined; readonly clientMax?: number | string | undefined },
>({ clientMin, clientMax }: T): boolean {
    return typeof clientMin !== "number" || typeof clientMax !== "number" || clientMin <= clientMax;
}
const wrongOrder = { path: ["clientMax"], error: "must not be smaller than clientMin" };

const switches = { strongCrypto: flag.optional(), systemDefaultTlsVersions: flag.optional() };

/** An ordered list by the cmdlets or by group policy's value. */
function ordered(what: string, sign: RegExp, misspelled: (name: string) => string | undefined = () => undefined) {
    const name = z
        .string(`must be the name of a ${what}`)
        .regex(sign, `must be the name of a ${what}, without spaces or commas`)
        .refine((text) => misspelled(text) === undefined, {
            error: ({ input }) => `must be spelled as Windows does: ${misspelled(String(input))}`,
        });
    const order = z
        .array(name, `must be a list of ${what}s, most wanted first`)
        .min(1, `must name at least one ${what}`)
        .refine((names) => new Set(names).size === names.length, `must not name a ${what} twice`);
    return z.union(
        [z.literal(UNMANAGED), closedObject({ order, scope: oneOf(["local", "policy"]).prefault("local") })],
        {
            error: 'must be an object with order, or "unmanaged"',
        },
    );
}

const codes = keysOf(FORCEABLE);
const guard = z
    .string("must be the code of a guard")
    .refine((code): code is Forceable => codes.includes(code as Forceable), {
        error: ({ input }) =>
            String(input) in FIXED
                ? `${input} cannot be lifted: ${FIXED[input as keyof typeof FIXED]}`
                : `must be the code of a guard: ${codes.join(", ")}`,
    });

const wrongLogging = 'must be a whole number from 0 to 7, "default" or "unmanaged"';
const logging = z.union(
    [
        z.number(wrongLogging).int(wrongLogging).min(0, wrongLogging).max(7, wrongLogging),
        z.literal(["default", UNMANAGED]),
    ],
    { error: wrongLogging },
);

/** The arguments of one server's settings, without the connection. What is not mentioned is not managed. */
export const schannelInputs = closedObject({
    /** Protocol → state, in both roles or in each. */
    protocols: named(PROTOCOLS, byRole).optional(),
    ciphers: named(CIPHERS, state).optional(),
    hashes: named(HASHES, state).optional(),
    keyExchange: named(KEY_EXCHANGES, state).optional(),
    keySizes: closedObject({
        diffieHellman: closedObject({ ...sizes, serverMin: bits() })
            .refine(inOrder, wrongOrder)
            .optional(),
        pkcs: closedObject(sizes).refine(inOrder, wrongOrder).optional(),
    }).optional(),
    /** For v4 and v2 alike, or for each; the one that names the version wins. Always in both nodes. */
    dotNet: closedObject({
        ...switches,
        v4: closedObject(switches).optional(),
        v2: closedObject(switches).optional(),
    }).optional(),
    winHttp: closedObject({
        protocols: z.union(
            [
                z.array(oneOf(keysOf(WIN_HTTP_BITS))).min(1, "must name at least one protocol"),
                z.literal(["default", UNMANAGED]),
            ],
            {
                error: `must be a list of ${keysOf(WIN_HTTP_BITS).join(", ")}, or "default" or "unmanaged"`,
            },
        ),
    }).optional(),
    renegotiation: closedObject({
        allowInsecureClients: flag.optional(),
        allowInsecureServers: flag.optional(),
    }).optional(),
    cipherSuites: ordered("cipher suite", /^[A-Z0-9_]+$/).optional(),
    curves: ordered("curve", /^[A-Za-z0-9_.-]+$/, otherSpellingOf).optional(),
    eventLogging: logging.optional(),
    /** `exchange`: section 15 for the server's Windows and Exchange; each setting that is declared beside it wins. */
    baseline: z.literal("exchange", 'must be "exchange"').optional(),
    /** Guards that are lifted. */
    force: z.array(guard, "must be a list of guards' codes").optional(),
    /** Wrong kinds, other numbers of the same meaning and look-alike keys are put right, not only told. Default false. */
    repair: z.boolean("must be true or false").optional(),
});

/** What a program may write. */
export type SchannelInputs = z.input<typeof schannelInputs>;
/** What the provider works with: defaults filled in, and apart what is left as it was found. */
export type SchannelArgs = z.output<typeof schannelInputs> & { readonly found?: LeftAsFound };
