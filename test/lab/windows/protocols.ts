import type { RegistryHand } from "../registry/hand.js";
import { nameOf, type WindowsName } from "./build.js";
import { SCHANNEL } from "./keys.js";

export const PROTOCOLS = [
    ...["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3", "DTLS 1.0", "DTLS 1.2"],
] as const;
export type Protocol = "SSL 2.0" | "SSL 3.0" | "TLS 1.0" | "TLS 1.1" | "TLS 1.2" | "TLS 1.3" | "DTLS 1.0" | "DTLS 1.2";
export type Role = "Client" | "Server";

/** `by request`: only for an application that names this version. `unknown`: the sheet says nothing of that Windows. */
export type ProtocolState = "on" | "off" | "by request" | "not supported" | "unknown";

type Default = "on" | "off" | "not supported";
const [ON, OFF, NS] = ["on", "off", "not supported"] as const;

/** Sheet 3, in the order of PROTOCOLS. Client and server are alike. */
const DEFAULTS: Readonly<Partial<Record<WindowsName, readonly Default[]>>> = {
    "WS2012 R2": [OFF, ON, ON, ON, ON, NS, ON, NS],
    WS2016: [NS, OFF, ON, ON, ON, NS, ON, ON],
    WS2019: [NS, OFF, ON, ON, ON, NS, ON, ON],
    WS2022: [NS, OFF, ON, ON, ON, ON, ON, ON],
    WS2025: [NS, OFF, ON, ON, ON, ON, ON, ON],
};

/** What Schannel makes of it (sheet 2.1). A value that is no DWord is none. */
export function protocolState(hand: RegistryHand, build: string, protocol: Protocol, role: Role): ProtocolState {
    const windows = nameOf(build);
    const byWindows = windows === undefined ? undefined : DEFAULTS[windows]?.[PROTOCOLS.indexOf(protocol)];
    if (byWindows === undefined) return "unknown";
    if (byWindows === NS) return NS;
    const key = `${SCHANNEL}\\Protocols\\${protocol}\\${role}`;
    const enabled = hand.dword(key, "Enabled");
    const disabledByDefault = hand.dword(key, "DisabledByDefault");
    const mayBeUsed = enabled === undefined ? byWindows === ON : enabled !== 0;
    const byDefault = disabledByDefault === undefined ? byWindows === ON : disabledByDefault === 0;
    if (!mayBeUsed) return OFF;
    return byDefault ? ON : "by request";
}
