import { expect } from "chai";
import { resolveCredentials } from "../../provider/session/credentials";
import { keyPair } from "./key-pair";
import { rejection } from "./rejection";
import { settingsOf } from "./settings";

const SECRET = "Tr0ub4dor&3-größe";
const plainKey = keyPair();
const lockedKey = keyPair(SECRET);

function sources(env: Record<string, string>, files: Record<string, string> = {}) {
    const readFile = async (path: string) => {
        const text = files[path];
        if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
        return text;
    };
    return { env, readFile };
}

describe("session: credentials", () => {
    for (const [name, connection, env, files, found] of [
        ["the default variable", {}, { EXCHANGE_TLS_PASSWORD: SECRET }, {}, { password: SECRET }],
        [
            "a named variable",
            { passwordEnv: "P" },
            { P: SECRET, EXCHANGE_TLS_PASSWORD: "no" },
            {},
            { password: SECRET },
        ],
        [
            "the variable before the file",
            { passwordFile: "f" },
            { EXCHANGE_TLS_PASSWORD: SECRET },
            { f: "no" },
            { password: SECRET },
        ],
        [
            "the file when the variable is empty",
            { passwordFile: "f" },
            { EXCHANGE_TLS_PASSWORD: "" },
            { f: SECRET },
            { password: SECRET },
        ],
        ["one line end less", { passwordFile: "f" }, {}, { f: `${SECRET}\r\n` }, { password: SECRET }],
        ["only one line end less", { passwordFile: "f" }, {}, { f: `${SECRET}\n\n` }, { password: `${SECRET}\n` }],
        ["no byte order mark", { passwordFile: "f" }, {}, { f: `\ufeff${SECRET}` }, { password: SECRET }],
        ["spaces kept", { passwordFile: "f" }, {}, { f: " a b \n" }, { password: " a b " }],
        ["a key", { privateKeyFile: "k" }, {}, { k: plainKey.private }, { privateKey: { text: plainKey.private } }],
        [
            "a key with its passphrase",
            { privateKeyFile: "k" },
            { EXCHANGE_TLS_PASSPHRASE: SECRET },
            { k: lockedKey.private },
            { privateKey: { text: lockedKey.private, passphrase: SECRET } },
        ],
        ["the ssh-agent", { sshAgent: true }, { SSH_AUTH_SOCK: "/s" }, {}, { agentSocket: "/s" }],
        [
            "a service account",
            { exchange: { username: "x" } },
            { EXCHANGE_TLS_PASSWORD: "a", EXCHANGE_TLS_SERVICE_PASSWORD: "b" },
            {},
            { password: "a", exchangePassword: "b" },
        ],
        [
            "no service account for a snap-in",
            { exchange: { kind: "snapin", username: "x" } },
            { EXCHANGE_TLS_PASSWORD: "a" },
            {},
            { password: "a" },
        ],
    ] as const) {
        it(`finds ${name}`, async () => {
            expect(await resolveCredentials(settingsOf(connection), sources(env, files))).to.deep.equal(found);
        });
    }

    for (const [name, connection, env, files, words] of [
        ["nothing at all", {}, {}, {}, ["EXCHANGE_TLS_PASSWORD", "passwordFile"]],
        ["an empty variable", { passwordEnv: "P" }, { P: "" }, {}, ["variable P"]],
        ["a missing password file", { passwordFile: "/no" }, {}, {}, ["/no", "ENOENT"]],
        ["an empty password file", { passwordFile: "f" }, {}, { f: "\n" }, ["f is empty"]],
        ["a missing key file", { privateKeyFile: "/no" }, { EXCHANGE_TLS_PASSWORD: SECRET }, {}, ["/no", "ENOENT"]],
        [
            "a key without its passphrase",
            { privateKeyFile: "k" },
            {},
            { k: lockedKey.private },
            ["EXCHANGE_TLS_PASSPHRASE is not set"],
        ],
        [
            "a key with a wrong passphrase",
            { privateKeyFile: "k" },
            { EXCHANGE_TLS_PASSPHRASE: "wrong-one" },
            { k: lockedKey.private },
            ["is set"],
        ],
        ["a public key", { privateKeyFile: "k" }, {}, { k: plainKey.public }, ["public key"]],
        ["something else as a key", { privateKeyFile: "k" }, {}, { k: SECRET }, ["cannot be used"]],
        ["no ssh-agent", { sshAgent: true }, {}, {}, ["SSH_AUTH_SOCK"]],
        [
            "no service password",
            { exchange: { username: "x" } },
            { EXCHANGE_TLS_PASSWORD: SECRET },
            {},
            ["EXCHANGE_TLS_SERVICE_PASSWORD", "account x"],
        ],
    ] as const) {
        it(`says where it looked: ${name}`, async () => {
            const error = await rejection(resolveCredentials(settingsOf(connection), sources(env, files)));
            expect(error.code).to.equal("Credentials");
            expect(error.facts.server).to.equal("ex01.contoso.com:22");
            for (const word of words) expect(error.message).to.contain(word);
            expect(error.message).not.to.contain(SECRET).and.not.to.contain("wrong-one");
        });
    }
});
