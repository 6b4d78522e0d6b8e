import { type HelloFrame, PROTOCOL_VERSION } from "../../../provider/session/frames.js";
import type { LabParts } from "../parts.js";
import type { Logon } from "./agent-port.js";

/** What Windows PowerShell on Windows Server 2022 says of itself. */
export function helloOf(parts: LabParts, agent: string, logon: Logon): HelloFrame {
    const { chance, organisation, server, switches, user } = parts;
    return {
        op: "hello",
        v: PROTOCOL_VERSION,
        nonce: chance.hex(16),
        agent,
        ps: `5.1.${server.windowsBuild}.2227`,
        edition: "Desktop",
        is64: true,
        culture: switches.language === "de" ? "de-DE" : "en-US",
        languageMode: "FullLanguage",
        user: `${organisation.domain.split(".")[0]?.toUpperCase()}\\${user}`,
        computer: server.name,
        pid: 1000 + Math.floor(chance.next() * 30_000),
        authenticationType: logon === "password" ? "Kerberos" : "",
        startedMs: 400,
    };
}
