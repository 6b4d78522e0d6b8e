import { expect } from "chai";
import { checkConnection } from "../../provider/session/connection-settings";
import { FINGERPRINT, settingsOf } from "./settings";

const LEAST = { host: "ex01", username: "CONTOSO\\svc", hostKey: FINGERPRINT };

describe("session: connection settings", () => {
    it("fills in every default", () => {
        expect(settingsOf(LEAST)).to.deep.equal({
            host: "ex01",
            port: 22,
            username: "CONTOSO\\svc",
            hostKey: [FINGERPRINT],
            passphraseEnv: "EXCHANGE_TLS_PASSPHRASE",
            sshAgent: false,
            exchange: {
                kind: "remote",
                authentication: "Kerberos",
                snapin: "Microsoft.Exchange.Management.PowerShell.SnapIn",
            },
            agentDirectory: "C:/ProgramData/ssh/pulumi-exchange-tls",
            connectTimeout: 10,
            callTimeout: 120,
        });
    });

    it("takes padded and several fingerprints", () => {
        expect(settingsOf({ hostKey: [FINGERPRINT, `${FINGERPRINT}=`] }).hostKey).to.deep.equal([
            FINGERPRINT,
            FINGERPRINT,
        ]);
    });

    for (const [name, change, path] of [
        ["no host", { host: undefined }, "host"],
        ["an empty host", { host: " " }, "host"],
        ["a URL as host", { host: "ssh://ex01" }, "host"],
        ["user@host", { host: "svc@ex01" }, "host"],
        ["no user", { username: undefined }, "username"],
        ["no host key", { hostKey: undefined }, "hostKey"],
        ["an MD5 host key", { hostKey: "MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48" }, "hostKey"],
        ["a public key as host key", { hostKey: ["ssh-ed25519 AAAA"] }, "hostKey[0]"],
        ["no host key in the list", { hostKey: [] }, "hostKey"],
        ["port 0", { port: 0 }, "port"],
        ["port 65536", { port: 65_536 }, "port"],
        ["port 2.5", { port: 2.5 }, "port"],
        ["port as text", { port: "22" }, "port"],
        ["a password", { password: "hunter2" }, "password"],
        ["a misspelt name", { hostkey: FINGERPRINT }, "hostkey"],
        ["a space in the directory", { agentDirectory: "C:/Program Files/x" }, "agentDirectory"],
        ["a backslash in the directory", { agentDirectory: "C:\\ProgramData" }, "agentDirectory"],
        ["a quote in the path", { agentPath: "C:/a';calc;'.ps1" }, "agentPath"],
        ["a percent in the path", { agentPath: "C:/%TEMP%/a.ps1" }, "agentPath"],
        ["a time-out of 0", { connectTimeout: 0 }, "connectTimeout"],
        ["a time-out of an hour and a second", { callTimeout: 3601 }, "callTimeout"],
        ["an unknown session kind", { exchange: { kind: "winrm" } }, "exchange.kind"],
        ["module without a path", { exchange: { kind: "module" } }, "exchange.modulePath"],
        ["an unknown key inside", { exchange: { uri: "http://x" } }, "exchange.uri"],
        ["sshAgent as text", { sshAgent: "yes" }, "sshAgent"],
    ] as const) {
        it(`refuses ${name} at ${path}`, () => {
            const { issues = [] } = checkConnection({ ...LEAST, ...change });
            expect(issues.map((issue) => issue.path)).to.deep.equal([path]);
            expect(issues[0]?.message).to.match(/^(must|may|is) /);
            expect(JSON.stringify(issues)).not.to.contain("hunter2");
        });
    }

    it("tells everything that is wrong at once", () => {
        const { issues = [] } = checkConnection({ port: 0, exchange: { kind: "module" }, x: 1 });
        expect(issues.map(({ path }) => path)).to.include.members(["host", "username", "hostKey", "port", "x"]);
    });

    for (const value of [null, undefined, "ex01", 5, []]) {
        it(`refuses ${JSON.stringify(value)} as a connection`, () => {
            expect(checkConnection(value).issues).to.have.length(1);
        });
    }
});
