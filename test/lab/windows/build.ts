/** Builds of Windows Server that the sheet knows, and the Windows of older Exchange, of which it says nothing. */
export const WINDOWS = {
    "WS2008 R2": "7601",
    "WS2012 R2": "9600",
    WS2016: "14393",
    WS2019: "17763",
    WS2022: "20348",
    WS2025: "26100",
} as const;

export type WindowsName = keyof typeof WINDOWS;

/** `build` is that Windows or a newer one. */
export function isAtLeast(build: string, windows: WindowsName): boolean {
    return Number(build) >= Number(WINDOWS[windows]);
}

export function nameOf(build: string): WindowsName | undefined {
    return (Object.keys(WINDOWS) as WindowsName[]).find((name) => WINDOWS[name] === build);
}
