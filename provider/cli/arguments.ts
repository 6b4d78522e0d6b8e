import { parseArgs } from "node:util";
import { wordsOf } from "../session/errors";
import { ArgumentsError } from "./errors";

/** What a command line asks for. */
export type Request = { readonly command: "help" } | RestartRequest;

export interface RestartRequest {
    readonly command: "restart-transport";
    /** Short names or FQDNs, in the order of the restarts. */
    readonly servers: readonly string[];
    /** Most that one server may take, in seconds. */
    readonly timeoutS: number;
    readonly json: boolean;
    /** File that holds the connection; undefined: the environment does. */
    readonly connectionFile: string | undefined;
}

const SERVER = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const DEFAULT_TIMEOUT_S = 300;
const MOST_TIMEOUT_S = 3600;

/** Reads the words behind `exchange-tls`; everything that is wrong with them is an {@link ArgumentsError}. */
export function readArguments(args: readonly string[]): Request {
    const { values, positionals } = parse(args);
    const [command, ...more] = positionals;
    if (values.help === true || (command === undefined && args.length === 0)) return { command: "help" };
    if (command !== "restart-transport") throw refused(`there is no command '${command ?? ""}'`);
    if (more.length > 0) throw refused(`'${more[0]}' is not expected here; servers are named by --server`);
    const servers = values.server ?? [];
    if (servers.length === 0) throw refused("no server is named");
    const odd = servers.find((server) => !SERVER.test(server));
    if (odd !== undefined) throw refused(`'${odd}' is not the name of a server`);
    return {
        command,
        servers,
        timeoutS: secondsOf(values.timeout),
        json: values.json ?? false,
        connectionFile: values.connection,
    };
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                help: { type: "boolean", short: "h" },
                server: { type: "string", multiple: true },
                timeout: { type: "string" },
                json: { type: "boolean" },
                connection: { type: "string" },
            },
        });
    } catch (cause) {
        throw refused(wordsOf(cause));
    }
}

function secondsOf(text: string | undefined): number {
    if (text === undefined) return DEFAULT_TIMEOUT_S;
    const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (seconds < 1 || seconds > MOST_TIMEOUT_S) {
        throw refused(`--timeout '${text}' is not a whole number of seconds from 1 to ${MOST_TIMEOUT_S}`);
    }
    return seconds;
}

function refused(answer: string): ArgumentsError {
    return new ArgumentsError({ step: "reading the command line", answer, hint: "See exchange-tls --help" });
}
