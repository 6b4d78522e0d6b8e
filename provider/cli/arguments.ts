import { parseArgs } from "node:util";
import { wordsOf } from "../session/errors";
import { readChangeWindow } from "../window/change-window";
import { ArgumentsError } from "./errors";
import { type ExportRequest, exportRequest } from "./export/request";
import { isTimeout, MOST_TIMEOUT_S } from "./restart/timeout";

/** What a command line asks for. */
export type Request = { readonly command: "help" } | { readonly command: "version" } | RestartRequest | ExportRequest;

export interface RestartRequest {
    readonly command: "restart-transport";
    /** Short names or FQDNs, in the order of the restarts. */
    readonly servers: readonly string[];
    /** Most that one server may take, in seconds. */
    readonly timeoutS: number;
    readonly json: boolean;
    /** File that holds the connection; undefined: the environment does. */
    readonly connectionFile: string | undefined;
    /** As `exchange-tls:changeWindow` and `exchange-tls:auditLog`; undefined: the environment says. */
    readonly changeWindow: string | undefined;
    readonly auditLog: string | undefined;
}

const SERVER = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const COMMANDS = {
    "restart-transport": ["server", "timeout", "json", "connection", "change-window", "audit-log"],
    export: [
        ...["connector", "server", "kind", "built-in", "schannel", "all-properties"],
        ...["out", "force", "connection"],
    ],
} as const;
const DEFAULT_TIMEOUT_S = 300;

/** Reads the words behind `exchange-tls`; everything that is wrong with them is an {@link ArgumentsError}. */
export function readArguments(args: readonly string[]): Request {
    const { values, positionals } = parse(args);
    const [command, ...more] = positionals;
    if (values.help === true || (command === undefined && args.length === 0)) return { command: "help" };
    if (values.version === true) return { command: "version" };
    if (command !== "restart-transport" && command !== "export")
        throw refused(`there is no command '${command ?? ""}'`);
    if (more.length > 0) throw refused(`'${more[0]}' is not expected here; servers are named by --server`);
    const stranger = Object.keys(values).find((name) => !COMMANDS[command].some((one) => one === name));
    if (stranger !== undefined) throw refused(`${command} takes no --${stranger}`);
    const servers = values.server ?? [];
    const odd = servers.find((server) => !SERVER.test(server));
    if (odd !== undefined) throw refused(`'${odd}' is not the name of a server`);
    if (command === "export") return exportRequest(values, refused);
    if (servers.length === 0) throw refused("no server is named");
    return {
        command,
        servers,
        timeoutS: secondsOf(values.timeout),
        json: values.json ?? false,
        connectionFile: values.connection,
        changeWindow: windowOf(values["change-window"]),
        auditLog: values["audit-log"],
    };
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                help: { type: "boolean", short: "h" },
                version: { type: "boolean" },
                server: { type: "string", multiple: true },
                timeout: { type: "string" },
                json: { type: "boolean" },
                connection: { type: "string" },
                "change-window": { type: "string" },
                "audit-log": { type: "string" },
                connector: { type: "string", multiple: true },
                kind: { type: "string", multiple: true },
                "built-in": { type: "boolean" },
                schannel: { type: "boolean" },
                "all-properties": { type: "boolean" },
                out: { type: "string" },
                force: { type: "boolean" },
            },
        });
    } catch (cause) {
        // Only what is wrong: what Node advises besides is not for this command.
        throw refused(wordsOf(cause).replace(/\. To specify .*$/s, ""));
    }
}

function secondsOf(text: string | undefined): number {
    if (text === undefined) return DEFAULT_TIMEOUT_S;
    const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (!isTimeout(seconds)) {
        throw refused(`--timeout '${text}' is not a whole number of seconds from 1 to ${MOST_TIMEOUT_S}`);
    }
    return seconds;
}

function windowOf(text: string | undefined): string | undefined {
    const read = text === undefined ? undefined : readChangeWindow(text);
    if (read !== undefined && "problems" in read) throw refused(`--change-window ${read.problems.join("; ")}`);
    return text;
}

function refused(answer: string): ArgumentsError {
    return new ArgumentsError({ step: "reading the command line", answer, hint: "See exchange-tls --help" });
}
