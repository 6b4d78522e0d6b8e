/** A PSCredential. */
export class Credential {
    constructor(
        readonly user: string,
        readonly password: string,
    ) {}
}

/** A SecureString. */
export class SecureText {
    constructor(readonly text: string) {}
}

/** A `[byte[]]`. */
export class Bytes {
    constructor(readonly bytes: Uint8Array) {}
}

/** A hashtable such as `@{Add='a'; Remove='b'}`. */
export class Hashtable {
    constructor(readonly entries: Readonly<Record<string, readonly string[]>>) {}
}

/** What a caller passes to a parameter, before the parameter's type has its say. A present switch is `true`. */
export type Argument =
    | null
    | boolean
    | number
    | string
    | readonly (string | null)[]
    | Credential
    | SecureText
    | Bytes
    | Hashtable;

export type Arguments = Readonly<Record<string, Argument>>;

/** What PowerShell's own conversion to text gives. */
export function textOf(argument: Exclude<Argument, null | readonly (string | null)[]>): string {
    if (typeof argument === "boolean") return argument ? "True" : "False";
    if (argument instanceof Credential) return "System.Management.Automation.PSCredential";
    if (argument instanceof SecureText) return "System.Security.SecureString";
    if (argument instanceof Bytes) return [...argument.bytes].join(" ");
    if (argument instanceof Hashtable) return "System.Collections.Hashtable";
    return String(argument);
}

export function isList(argument: Argument): argument is readonly (string | null)[] {
    return Array.isArray(argument);
}
