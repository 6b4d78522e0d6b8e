/**
 * The frames that the client and the agent exchange: types only, the one thing that the provider and the lab share.
 *
 * One frame is one line: the client sends plain JSON + LF; the agent sends `@@<nonce> ` + JSON + LF. Both are 7-bit,
 * everything else as `\uXXXX`. A line of the client is at most {@link MAX_LINE_BYTES} long; a longer request is cut
 * into `chunk` frames. Lines of the agent may be of any length; its lines without the prefix are diagnostics.
 */

/** Version of this protocol, `v` of {@link HelloFrame}. */
export const PROTOCOL_VERSION = 1;

/** Longest line (without LF) that a client may send, in bytes. */
export const MAX_LINE_BYTES = 65_536;

/** A value as a request carries it. Arrays are passed to the cmdlet as `[string[]]`. */
export type WireArgument =
    | null
    | boolean
    | number
    | string
    | readonly string[]
    /** An explicit `$null`; a bare `null` means the same. */
    | { readonly $: "null" }
    /** A switch parameter that is present. */
    | { readonly $: "switch" }
    /** Becomes a SecureString. */
    | { readonly $: "secure"; readonly v: string }
    /** Becomes a PSCredential. */
    | { readonly $: "credential"; readonly user: string; readonly v: string }
    /** Becomes `@{Add=[string[]]…;Remove=[string[]]…}`; an empty side is left out of the hashtable. */
    | { readonly $: "merge"; readonly add: readonly string[]; readonly remove: readonly string[] }
    /** Becomes `[byte[]]`; base64. */
    | { readonly $: "bytes"; readonly v: string };

/** A value as a result carries it: the projected properties of one object. A property the object lacks is left out. */
export type WireValue = null | boolean | number | string | readonly (string | null)[];
export type WireObject = Readonly<Record<string, WireValue>>;

/**
 * Run one allow-listed cmdlet with these parameters and return these properties (`sel: []`: no output wanted). Where a
 * cmdlet gives texts, not objects, `Value` is the text (`Get-TlsEccCurve`).
 */
export interface CmdletCall {
    readonly cmd: string;
    readonly par: Readonly<Record<string, WireArgument>>;
    readonly sel: readonly string[];
    /**
     * A cmdlet of Windows itself (`Get-TlsCipherSuite` …), run beside the Exchange session, not in it. It has a list of
     * its own: such a cmdlet without this, or one of Exchange with it, is `NotAllowed`.
     */
    readonly local?: true;
}

/** The Windows services that carry SMTP; the agent touches no other. */
export type TransportServiceName = "MSExchangeTransport" | "MSExchangeFrontEndTransport";

/**
 * Status or restart of one transport service. The result's `out` holds one object: `Name`, `Server` (as it was asked
 * for) and `Status` (`Running`, `Stopped`, `StartPending` …). A restart that does not end in `Running` within its time
 * is a failed call with code `Service`; it is never tried again by the agent. A service that has not stopped by then is
 * waited for up to 300 s more and started all the same, cancelled or not; the answer comes after that, and says whether.
 */
export interface ServiceCall {
    readonly service: "status" | "restart";
    readonly name: TransportServiceName;
    /** Short name or FQDN of the server. */
    readonly server: string;
    /** How long stopping and starting may take together, in seconds. Demanded for `restart`. */
    readonly timeoutS?: number;
}

/** Kinds of registry values, as `RegistryKey.GetValueKind` names them. */
export type RegistryKind =
    | "DWord"
    | "QWord"
    | "String"
    | "ExpandString"
    | "MultiString"
    | "Binary"
    | "None"
    | "Unknown";

interface RegistryPlace {
    readonly hive: "HKLM";
    /** View of the registry, explicit; it makes a difference below `SOFTWARE` only. */
    readonly view: 64 | 32;
    /** Path below the hive. Only `\` separates keys: `RC4 40/128` is one key. Without `\` at either end. */
    readonly key: string;
}

/**
 * Work on the registry of the agent's own computer. A failure has code `Registry`, e.g. access denied.
 *
 * `get` with a name: `out` is one object `{ Exists, Kind, Data }`, where nothing is there `{ Exists: false }`.
 * `get` without: one object `{ Exists, SubKeys }` (names, sorted), then one `{ Name, Kind, Data }` for each value.
 * `set`: makes the key and those above it where they are missing, touches nothing else, and reads back: one object
 * `{ Name, Kind, Data, CreatedKeys }` (full paths, as in `key`, of keys that it made, outermost first).
 * `delete` with a name: the value is gone afterwards, `{ Exists: false }`. Without: the key is deleted if it has neither
 * values nor sub-keys; `{ Deleted }` tells, and a key that is not there is deleted.
 * What may be written is a short list in the agent, what may be read a longer one: anything else is `NotAllowed`.
 *
 * Data: DWord 0 to 4294967295 (never negative), QWord as decimal text (never negative either), String and ExpandString
 * (never expanded) as text, MultiString as a list, Binary and what else there is as base64 (null where .NET cannot read
 * it). `Unknown` cannot be written.
 */
export type RegistryCall =
    | (RegistryPlace & { readonly reg: "get" | "delete"; readonly name?: string })
    | (RegistryPlace & {
          readonly reg: "set";
          readonly name: string;
          readonly kind: RegistryKind;
          readonly data: number | string | readonly string[];
      });

/**
 * Facts of the agent's own computer: `out` is `{ Computer, LastBootUpTime, Now }`, times in ISO 8601 UTC. What fails is
 * Get-CimInstance, so a failure has code `Cmdlet`, also where there is no such cmdlet (not on Windows).
 */
export interface MachineCall {
    readonly machine: "boot";
}

/** What runs in a batch. */
export type AgentCall = CmdletCall | ServiceCall | RegistryCall | MachineCall;

/** Where the cmdlets come from; `null`: no Exchange session is opened. */
export type ExchangeEndpoint =
    | {
          readonly kind: "remote";
          /** `http://<fqdn>/PowerShell/` */
          readonly uri: string;
          readonly authentication: "Kerberos" | "Negotiate" | "Basic" | "Default";
          /** Own identity of the logon when absent. */
          readonly credential?: { readonly user: string; readonly v: string };
      }
    | { readonly kind: "snapin"; readonly name: string }
    | { readonly kind: "module"; readonly path: string };

/** Client → agent. */
export type RequestFrame =
    | {
          readonly id: number;
          readonly op: "open";
          readonly exchange: ExchangeEndpoint | null;
          /** Seconds without any line from the client after which the agent ends itself. */
          readonly heartbeatS: number;
          /** Seconds without a request (pings do not count) after which the agent ends itself. */
          readonly idleS: number;
      }
    | {
          readonly id: number;
          readonly op: "batch";
          /** Calls after the first failed one are answered with `skipped`. */
          readonly stopOnError: boolean;
          readonly calls: readonly AgentCall[];
      }
    | { readonly id: number; readonly op: "ping" }
    /** Stops the running call of the batch with this `id`, whose result then carries code `Stopped`. No answer of its own. */
    | { readonly id: number; readonly op: "cancel" }
    /** Part `part` (1-based) of `parts` of the JSON text of the request with this `id`, in order. */
    | {
          readonly id: number;
          readonly op: "chunk";
          readonly part: number;
          readonly parts: number;
          readonly text: string;
      }
    | { readonly id: number; readonly op: "bye" };

/** First frame of the agent, unasked. */
export interface HelloFrame {
    readonly op: "hello";
    readonly v: number;
    readonly nonce: string;
    /** SHA-256 of the agent's own file, lower-case hex. */
    readonly agent: string;
    /** PowerShell's version, e.g. `5.1.20348.2227`. */
    readonly ps: string;
    readonly edition: string;
    readonly is64: boolean;
    readonly culture: string;
    /** Anything but `FullLanguage` is followed by an `error` frame with code `LanguageMode` and the end of the agent. */
    readonly languageMode: string;
    readonly user: string;
    readonly computer: string;
    readonly pid: number;
    /** How the account logged on, e.g. `Kerberos`, `NTLM`, `CloudAP`; empty where unknown. */
    readonly authenticationType: string;
    /** Milliseconds from the start of the process to this frame; 0 where the system cannot tell. */
    readonly startedMs: number;
}

export interface OpenedFrame {
    readonly id: number;
    readonly op: "opened";
    /** `AdminDisplayVersion` of the server reached, null where it could not be read. */
    readonly version: string | null;
    /** Name of the server reached, null where unknown. */
    readonly server: string | null;
    /** FQDN of the domain controller that answered (`OriginatingServer`), null where unknown and on Edge servers. */
    readonly domainController: string | null;
    /** Allow-listed cmdlets that exist for this account (RBAC); null where this could not be asked. */
    readonly cmdlets: readonly string[] | null;
    readonly adReachable: boolean;
    /** Why the directory could not be read. */
    readonly adError: AgentError | null;
    readonly ms: number;
}

/** What went wrong, as data. Never classify by `message`: servers speak other languages. */
export interface AgentError {
    /**
     * `NotAllowed` (allow-list), `Cmdlet` (the cmdlet reported it), `Service` (a transport service did not do it),
     * `Registry` (the registry refused it), `Stopped` (cancelled), `Session` (the Exchange session broke or cannot be
     * opened), `BadRequest`, `TooLong`, `UnknownOp`, `LanguageMode`, `Internal`.
     */
    readonly code: string;
    readonly message: string;
    /** Error category, e.g. `ObjectNotFound`. */
    readonly category?: string;
    /** Short name of the exception, e.g. `ManagementObjectNotFoundException`. */
    readonly reason?: string;
    /** FullyQualifiedErrorId. */
    readonly fqid?: string;
    /** `<X>` of `[FailureCategory=Cmdlet-<X>]` in the fqid. */
    readonly failureCategory?: string;
    readonly requestId?: string;
    readonly server?: string;
    readonly exceptionTypes?: readonly string[];
    /** Worth trying again. */
    readonly transient: boolean;
}

export type CallResult =
    | {
          readonly ok: true;
          readonly out: readonly WireObject[];
          readonly warnings: readonly string[];
          readonly ms: number;
      }
    | { readonly ok: false; readonly error: AgentError; readonly warnings?: readonly string[]; readonly ms?: number }
    | { readonly skipped: true };

/** Agent → client. */
export type AgentFrame =
    | HelloFrame
    | OpenedFrame
    /** Sent once for a batch, before its first call runs. */
    | { readonly id: number; readonly op: "accepted" }
    | { readonly id: number; readonly op: "result"; readonly results: readonly CallResult[] }
    | { readonly id: number; readonly op: "pong" }
    /** The request with this id (null: not even an id could be read) was not carried out. */
    | { readonly id: number | null; readonly op: "error"; readonly error: AgentError };
