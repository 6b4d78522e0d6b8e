import type { RegistryHand } from "../registry/hand.js";
import { isAtLeast, nameOf } from "./build.js";
import { putIdentity, putNetFramework, putWinHttp } from "./identity.js";
import { SCHANNEL, SUITES_LOCAL } from "./keys.js";
import { DEFAULT_CURVES, DEFAULT_SUITES } from "./suites.js";

/** The registry as Windows' setup leaves it, as far as TLS goes. */
export function installWindows(hand: RegistryHand, build: string): void {
    putIdentity(hand, build);
    putNetFramework(hand, build);
    putWinHttp(hand);
    hand.setDword(SCHANNEL, "EventLogging", 1);
    for (const name of ["Ciphers", "CipherSuites", "Hashes", "KeyExchangeAlgorithms", "Protocols"]) {
        hand.createKey(`${SCHANNEL}\\${name}`);
    }
    // Every Windows has policies of its own beside these.
    hand.createKey("SOFTWARE\\Policies\\Microsoft");
    const windows = nameOf(build);
    const suites = windows === undefined ? undefined : DEFAULT_SUITES[windows];
    if (suites !== undefined) hand.setTexts(SUITES_LOCAL, "Functions", suites);
    if (isAtLeast(build, "WS2016")) hand.setTexts(SUITES_LOCAL, "EccCurves", DEFAULT_CURVES);
}
