import { type ConnectionSettings, checkConnection } from "../session/connection-settings";
import type { SecretSources } from "../session/credentials";
import { wordsOf } from "../session/errors";
import { ArgumentsError } from "./errors";

/** Holds the JSON text of a connection where no file is named. */
export const CONNECTION_ENV = "EXCHANGE_TLS_CONNECTION";

/** A connection with every default filled in, and as somebody wrote it. It holds no secret: the schema has no place for one. */
export interface WrittenConnection {
    readonly settings: ConnectionSettings;
    readonly written: Record<string, unknown>;
}

/** The settings that `file`, or else the environment, describes. */
export async function connectionFrom(file: string | undefined, sources: SecretSources): Promise<ConnectionSettings> {
    return (await writtenConnection(file, sources)).settings;
}

/** The connection that `file`, or else the environment, describes. */
export async function writtenConnection(file: string | undefined, sources: SecretSources): Promise<WrittenConnection> {
    const place = file === undefined ? `the environment variable ${CONNECTION_ENV}` : `the file ${file}`;
    const text = file === undefined ? sources.env[CONNECTION_ENV] : await contentOf(file, place, sources);
    if (text === undefined || text.trim() === "") {
        throw refused(
            `${place} is not set`,
            `Name a file with --connection, or set ${CONNECTION_ENV} to its JSON text`,
        );
    }
    const written = parsed(text, place);
    const { settings, issues } = checkConnection(written);
    if (issues === undefined) return { settings, written: { ...(written as object) } };
    const wrong = issues.map(({ path, message }) => `${path === "" ? "the connection" : path} ${message}`).join("; ");
    throw refused(`${place}: ${wrong}`, "Correct it; it is the same object that resources take as `connection`");
}

async function contentOf(file: string, place: string, { readFile }: SecretSources): Promise<string> {
    try {
        return await readFile(file);
    } catch (cause) {
        throw refused(`${place} cannot be read: ${wordsOf(cause)}`, "Check the path and who may read it");
    }
}

function parsed(text: string, place: string): unknown {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
        // Not the parser's words: they may quote a part of what somebody put there by mistake.
        throw refused(`${place} does not hold JSON`, hintAt(text));
    }
}

function hintAt(text: string): string {
    const isLone = /(?<!\\)(?:\\\\)*\\(?!["\\/bfnrtu])/.test(text);
    if (isLone) return 'In JSON a backslash is written twice: "username": "CONTOSO\\\\svc-tls"';
    return 'Write { "host": …, "username": …, "hostKey": … } into it';
}

function refused(answer: string, hint: string): ArgumentsError {
    return new ArgumentsError({ step: "reading the connection", answer, hint });
}
