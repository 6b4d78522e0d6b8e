import type { RegistryHand } from "../registry/hand.js";
import { isAtLeast, nameOf, type WindowsName } from "./build.js";
import { bothNodes, CURRENT_VERSION, NET_2, NET_4, NET_SETUP, WINHTTP_KEYS } from "./keys.js";

interface Identity {
    readonly product: string;
    /** Updates; synthetic, but for the one that the agent's greeting names. */
    readonly ubr: number;
    readonly release?: string;
    readonly display?: string;
}

const IDENTITIES: Readonly<Record<WindowsName, Identity>> = {
    "WS2008 R2": { product: "Windows Server 2008 R2 Standard", ubr: 24_545 },
    "WS2012 R2": { product: "Windows Server 2012 R2 Standard", ubr: 21_620 },
    WS2016: { product: "Windows Server 2016 Standard", ubr: 6614, release: "1607" },
    WS2019: { product: "Windows Server 2019 Standard", ubr: 5458, release: "1809" },
    WS2022: { product: "Windows Server 2022 Standard", ubr: 2227, release: "2009", display: "21H2" },
    WS2025: { product: "Windows Server 2025 Standard", ubr: 1742, release: "2009", display: "24H2" },
};

/** Sheet 14. */
export function putIdentity(hand: RegistryHand, build: string): void {
    const { product, ubr, release, display } = IDENTITIES[nameOf(build) ?? "WS2008 R2"];
    const texts = {
        ...{ ProductName: product, InstallationType: "Server", CurrentBuild: build, CurrentBuildNumber: build },
        ...(release === undefined ? {} : { ReleaseId: release }),
        ...(display === undefined ? {} : { DisplayVersion: display }),
    };
    for (const [name, value] of Object.entries(texts)) hand.setText(CURRENT_VERSION, name, value);
    hand.setDword(CURRENT_VERSION, "UBR", ubr);
    if (isAtLeast(build, "WS2016")) hand.setDword(CURRENT_VERSION, "CurrentMajorVersionNumber", 10);
}

/** Sheet 5: least numbers of 4.8 and 4.8.1. */
const NET_48 = 528_040;
const NET_481 = 533_320;

/** .NET's keys hold data of others, which must survive. Which these are is synthetic. */
export function putNetFramework(hand: RegistryHand, build: string): void {
    const release = isAtLeast(build, "WS2025") ? NET_481 : NET_48;
    for (const [at, key] of NET_4.entries()) {
        hand.setText(
            key.replace(/\\v4.*/, ""),
            "InstallRoot",
            `C:\\Windows\\Microsoft.NET\\Framework${at === 0 ? "64" : ""}\\`,
        );
        hand.setDword(key, "AspNetEnforceViewStateMac", 1);
        hand.setText(`${key}\\SKUs\\.NETFramework,Version=v4.8`, "", "");
        hand.setExpandText(`${key}\\AssemblyFoldersEx\\Contoso Backup`, "", "%ProgramFiles%\\Contoso\\Backup");
    }
    for (const key of NET_2) hand.setText(`${key}\\AssemblyFoldersEx\\Contoso Backup`, "", "C:\\Contoso\\v2");
    for (const key of NET_SETUP) {
        hand.setDword(key, "Install", 1);
        hand.setDword(key, "Release", release);
    }
}

/** The 64-bit key is there with something of its own, the other one is not. Synthetic: the sheet does not say. */
export function putWinHttp(hand: RegistryHand): void {
    for (const key of bothNodes("Microsoft\\Windows\\CurrentVersion\\Internet Settings")) {
        hand.setDword(key, "EnableNegotiate", 1);
    }
    hand.setDword(WINHTTP_KEYS[0] ?? "", "TracingFileMaxSize", 65_535);
}
