import { z } from "zod";

import type { Connection } from "../../sdk/connection";
import { certain, closedObject, issuesOf, type SchemaIssue } from "../schema-issues";
import { ipRange } from "../values/ip-range";

/** What the command line of the agent may hold: it has to pass cmd.exe, PowerShell and sh unquoted. */
const PLAIN_PATH = /^[A-Za-z0-9./:_=+-]+$/;
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}=?$/;

const text = z
    .string("must be a string")
    .trim()
    .min(1, { error: "must not be empty", abort: true })
    // `CONTOSO\backup` as JSON text is CONTOSO, a backspace, ackup.
    .refine(
        (value) => !/\p{Cc}/u.test(value),
        "must not hold a control character; in JSON a backslash is written twice",
    );
const hostName = text.regex(/^[^\s/\\@'"]+$/, "must be a host name or an address, without scheme, user or port");
const plainPath = text.regex(
    PLAIN_PATH,
    "may hold letters, digits and . / : _ = + - only (forward slashes, no spaces), because it stands on a command line",
);
const fingerprint = text
    .regex(FINGERPRINT, "must be a SHA-256 fingerprint as `ssh-keygen -lf` prints it: SHA256: and 43 base64 characters")
    .transform((value) => value.replace(/=$/, ""));

/** What a password must not do, and where it is to be instead. */
export const WHERE_PASSWORDS_ARE = insteadOf("EXCHANGE_TLS_PASSWORD", "connection.passwordFile");

function insteadOf(variable: string, file: string): string {
    return `must not stand in a program, a configuration or a state: set the variable ${variable}, or name a file in ${file}`;
}

/** A password is known by name, so that whoever writes one is told more than that there is no such property. */
function password(where: string) {
    return z.undefined(where).optional();
}

function whole(least: number, most: number) {
    const wrong = `must be a whole number from ${least} to ${most}`;
    return z.number(wrong).int(wrong).min(least, wrong).max(most, wrong);
}

const addresses = z
    .array(
        z.string().transform((value, context) => {
            const parsed = ipRange.parse(value);
            if (parsed.ok) return String(parsed.canonical);
            context.addIssue({ code: "custom", message: `must be ${parsed.expected}` });
            return z.NEVER;
        }),
        "must be a list of addresses",
    )
    .optional();

const exchangeSchema = closedObject({
    kind: z.enum(["remote", "snapin", "module"], "must be remote, snapin or module").prefault("remote"),
    server: hostName.optional(),
    authentication: z
        .enum(["Kerberos", "Negotiate", "Basic", "Default"], "must be Kerberos, Negotiate, Basic or Default")
        .prefault("Kerberos"),
    username: text.optional(),
    password: password(insteadOf("EXCHANGE_TLS_SERVICE_PASSWORD", "connection.exchange.passwordFile")),
    passwordEnv: text.optional(),
    passwordFile: text.optional(),
    snapin: text.prefault("Microsoft.Exchange.Management.PowerShell.SnapIn"),
    modulePath: text.optional(),
    domainController: hostName.optional(),
    serverAddresses: addresses,
    loadBalancers: addresses,
}).refine(({ kind, modulePath }) => kind !== "module" || modulePath !== undefined, {
    path: ["modulePath"],
    message: "is needed with kind: module",
});

/** {@link Connection} as the provider uses it: every default filled in. */
export const connectionSettings = closedObject(
    {
        host: hostName,
        port: whole(1, 65_535).prefault(22),
        username: text,
        hostKey: z
            .union([fingerprint, z.array(fingerprint).min(1, "must name at least one fingerprint")], {
                error: "must be a fingerprint, SHA256: and 43 base64 characters as `ssh-keygen -lf` prints it, or a list of them",
            })
            .transform((value) => (typeof value === "string" ? [value] : value)),
        password: password(WHERE_PASSWORDS_ARE),
        passwordEnv: text.optional(),
        passwordFile: text.optional(),
        privateKeyFile: text.optional(),
        passphraseEnv: text.prefault("EXCHANGE_TLS_PASSPHRASE"),
        sshAgent: z.boolean("must be true or false").prefault(false),
        exchange: exchangeSchema.prefault({}),
        agentDirectory: plainPath.prefault("C:/ProgramData/ssh/pulumi-exchange-tls"),
        agentPath: plainPath.optional(),
        connectTimeout: whole(1, 300).prefault(10),
        callTimeout: whole(10, 3600).prefault(120),
    },
    "must be an object with host, username and hostKey",
);

export type ConnectionSettings = z.output<typeof connectionSettings>;

export type ConnectionCheck =
    | { readonly settings: ConnectionSettings; readonly issues?: never }
    | { readonly settings?: never; readonly issues: readonly SchemaIssue[] };

/** The settings, or every issue at once. */
export function checkConnection(value: unknown): ConnectionCheck {
    const parsed = connectionSettings.safeParse(value);
    return parsed.success ? { settings: parsed.data } : { issues: issuesOf(parsed.error) };
}

/** What is wrong with a connection of which some is known only later. */
export function certainIssues(value: unknown, isOpen: (value: unknown) => boolean): readonly SchemaIssue[] {
    const { error } = connectionSettings.safeParse(value);
    return issuesOf(new z.core.$ZodRealError(certain(error?.issues ?? [], value, isOpen)));
}

/** Compile-time proof that every {@link Connection} is an input of the schema. */
export type Accepts = Connection extends z.input<typeof connectionSettings> ? true : never;
const accepts: Accepts = true;
void accepts;
