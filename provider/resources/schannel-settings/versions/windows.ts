import { PROTOCOLS, type Protocol } from "../settings/names";

/** What a protocol does where nothing is configured. */
export type OsDefault = "on" | "off" | "not supported";

/** One server edition of Windows that this package knows. */
export interface Windows {
    /** `CurrentBuild`: the product's name is not to be trusted (section 14). */
    readonly build: number;
    readonly name: string;
    /** In the order of {@link PROTOCOLS}; both roles alike. Data, because vendors change it per build (section 3). */
    readonly defaults: readonly OsDefault[];
    /** TLS cmdlets, and a curve order of its own (section 4): Windows Server 2016 and later. */
    readonly cmdlets: boolean;
}

const before2016: readonly OsDefault[] = ["off", "on", "on", "on", "on", "not supported", "on", "not supported"];
const before13: readonly OsDefault[] = ["not supported", "off", "on", "on", "on", "not supported", "on", "on"];
const with13: readonly OsDefault[] = ["not supported", "off", "on", "on", "on", "on", "on", "on"];

/** Section 3, builds of section 14. */
export const WINDOWS: readonly Windows[] = [
    { build: 9600, name: "Windows Server 2012 R2", defaults: before2016, cmdlets: false },
    { build: 14393, name: "Windows Server 2016", defaults: before13, cmdlets: true },
    { build: 17763, name: "Windows Server 2019", defaults: before13, cmdlets: true },
    { build: 20348, name: "Windows Server 2022", defaults: with13, cmdlets: true },
    { build: 26100, name: "Windows Server 2025", defaults: with13, cmdlets: true },
];

export function windowsOf(build: number | undefined): Windows | undefined {
    return WINDOWS.find((one) => one.build === build);
}

export function osDefault({ defaults }: Windows, protocol: Protocol): OsDefault {
    return defaults[PROTOCOLS.indexOf(protocol)] ?? "not supported";
}
