import { utils } from "ssh2";

import type { ConnectionSettings } from "./connection-settings";
import { CredentialsError, wordsOf } from "./errors";

const PASSWORD_ENV = "EXCHANGE_TLS_PASSWORD";
const SERVICE_PASSWORD_ENV = "EXCHANGE_TLS_SERVICE_PASSWORD";

/** Where secrets are looked up. */
export interface SecretSources {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly readFile: (path: string) => Promise<string>;
}

/** The secrets of one connection. They go to ssh2 and into the `open` frame, nowhere else. */
export interface Credentials {
    readonly password?: string;
    readonly privateKey?: { readonly text: string; readonly passphrase?: string };
    readonly agentSocket?: string;
    /** Password of `exchange.username`. */
    readonly exchangePassword?: string;
}

/** Everything the settings name, or a `CredentialsError` that says what was looked for and where. */
export async function resolveCredentials(settings: ConnectionSettings, sources: SecretSources): Promise<Credentials> {
    const server = `${settings.host}:${settings.port}`;
    const { exchange } = settings;
    const password = await findPassword(server, settings, PASSWORD_ENV, sources);
    const privateKey = await findKey(server, settings, sources);
    const agentSocket = settings.sshAgent ? findAgent(server, sources) : undefined;
    if (password === undefined && privateKey === undefined && agentSocket === undefined) {
        throw missing(server, `a password for ${settings.username}`, settings, PASSWORD_ENV);
    }
    const needsService = exchange.kind === "remote" && exchange.username !== undefined;
    const exchangePassword = needsService
        ? await findPassword(server, exchange, SERVICE_PASSWORD_ENV, sources)
        : undefined;
    if (needsService && exchangePassword === undefined) {
        throw missing(
            server,
            `the password of the service account ${exchange.username}`,
            exchange,
            SERVICE_PASSWORD_ENV,
        );
    }
    return {
        ...(password !== undefined && { password }),
        ...(privateKey !== undefined && { privateKey }),
        ...(agentSocket !== undefined && { agentSocket }),
        ...(exchangePassword !== undefined && { exchangePassword }),
    };
}

interface PasswordPlaces {
    readonly passwordEnv?: string | undefined;
    readonly passwordFile?: string | undefined;
}

async function findPassword(server: string, places: PasswordPlaces, env: string, sources: SecretSources) {
    // A pipeline sets a variable it has no value for to the empty string: that is not a password.
    const fromEnv = sources.env[places.passwordEnv ?? env];
    if (fromEnv !== undefined && fromEnv !== "") {
        return fromEnv;
    }
    if (places.passwordFile === undefined) {
        return undefined;
    }
    const text = await readSecret(server, "the password", places.passwordFile, sources);
    const password = text.replace(/^\ufeff/, "").replace(/\r?\n$/, "");
    if (password === "") {
        throw new CredentialsError({
            server,
            step: "looking up the password",
            answer: `the file ${places.passwordFile} is empty`,
            hint: "Write the password into it, or name another file in passwordFile",
        });
    }
    return password;
}

async function findKey(server: string, settings: ConnectionSettings, sources: SecretSources) {
    const file = settings.privateKeyFile;
    if (file === undefined) {
        return undefined;
    }
    const text = await readSecret(server, "the private key", file, sources);
    const passphrase = sources.env[settings.passphraseEnv] || undefined;
    const parsed = utils.parseKey(text, passphrase);
    const wrong = parsed instanceof Error ? parsed.message : parsed.isPrivateKey() ? undefined : "it is a public key";
    if (wrong !== undefined) {
        const place = `the environment variable ${settings.passphraseEnv} is ${passphrase === undefined ? "not set" : "set"}`;
        throw new CredentialsError({
            server,
            step: "looking up the private key",
            answer: `the file ${file} cannot be used: ${wrong} (${place})`,
            hint: "Name an OpenSSH or PEM private key in privateKeyFile, and put its passphrase into that variable",
        });
    }
    return passphrase === undefined ? { text } : { text, passphrase };
}

function findAgent(server: string, sources: SecretSources): string {
    const socket = sources.env.SSH_AUTH_SOCK;
    if (socket === undefined || socket === "") {
        throw new CredentialsError({
            server,
            step: "looking up the ssh-agent",
            answer: "the environment variable SSH_AUTH_SOCK is not set",
            hint: "Start an ssh-agent and add the key with ssh-add, or take sshAgent out of the connection",
        });
    }
    return socket;
}

async function readSecret(server: string, what: string, path: string, sources: SecretSources): Promise<string> {
    try {
        return await sources.readFile(path);
    } catch (cause) {
        throw new CredentialsError({
            server,
            step: `looking up ${what}`,
            answer: `the file ${path} cannot be read: ${wordsOf(cause)}`,
            hint: "Check the path and who may read it; a relative path counts from the directory of the Pulumi program",
            cause,
        });
    }
}

function missing(server: string, what: string, { passwordEnv, passwordFile }: PasswordPlaces, env: string): Error {
    const file = passwordFile === undefined ? "no passwordFile is declared" : `the file is ${passwordFile}`;
    return new CredentialsError({
        server,
        step: `looking up ${what}`,
        answer: `the environment variable ${passwordEnv ?? env} is not set or empty, and ${file}`,
        hint: "Set the variable, or name a file in passwordFile (or, for the SSH logon, a privateKeyFile or the ssh-agent)",
    });
}
