/** Kinds that `--kind` takes. */
export const KINDS = ["send", "receive", "lists"] as const;
export type KindWord = (typeof KINDS)[number];

/** What of the organisation is exported. */
export interface Selection {
    readonly kinds: readonly KindWord[];
    /** Names of connectors, of a receive connector with its server before it where that matters; empty: all. */
    readonly connectors: readonly string[];
    /** Servers whose receive connectors are meant; empty: all. */
    readonly servers: readonly string[];
    /** Connectors that Exchange itself made as well. */
    readonly builtIn: boolean;
    /** SCHANNEL, .NET and WinHTTP settings of the machine that is logged on to. */
    readonly schannel: boolean;
}

export interface ExportRequest {
    readonly command: "export";
    readonly selection: Selection;
    /** Every property that a server shows, and not only what has to do with TLS. */
    readonly everyProperty: boolean;
    /** Folder that the files go to. */
    readonly out: string;
    /** Whether files that are there already are written over. */
    readonly force: boolean;
    /** File that holds the connection; undefined: the environment does. */
    readonly connectionFile: string | undefined;
}

interface Given {
    readonly connector?: readonly string[] | undefined;
    readonly server?: readonly string[] | undefined;
    readonly kind?: readonly string[] | undefined;
    readonly "built-in"?: boolean | undefined;
    readonly schannel?: boolean | undefined;
    readonly "all-properties"?: boolean | undefined;
    readonly out?: string | undefined;
    readonly force?: boolean | undefined;
    readonly connection?: string | undefined;
}

const DEFAULT_FOLDER = "exchange-export";

/** What the options say; `refuse` ends it with what is wrong. */
export function exportRequest(given: Given, refuse: (answer: string) => Error): ExportRequest {
    const odd = given.kind?.find((word) => !isKind(word));
    if (odd !== undefined) throw refuse(`--kind '${odd}' is none of ${KINDS.join(", ")}`);
    if (given.out?.trim() === "") throw refuse("--out names no folder");
    const connectors = given.connector ?? [];
    // Who names connectors wants these, and not the lists beside them.
    const otherwise = connectors.length > 0 ? (["send", "receive"] as const) : KINDS;
    return {
        command: "export",
        selection: {
            kinds: given.kind?.filter(isKind) ?? otherwise,
            connectors,
            servers: given.server ?? [],
            builtIn: given["built-in"] ?? false,
            schannel: given.schannel ?? false,
        },
        everyProperty: given["all-properties"] ?? false,
        out: given.out ?? DEFAULT_FOLDER,
        force: given.force ?? false,
        connectionFile: given.connection,
    };
}

function isKind(word: string): word is KindWord {
    return KINDS.some((kind) => kind === word);
}
