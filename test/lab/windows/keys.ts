/** Keys of sheet 1, below HKLM. */
export const SCHANNEL = "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL";
export const SUITES_LOCAL = "SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002";
export const SUITES_POLICY = "SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002";
export const CURRENT_VERSION = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

/** Both halves of SOFTWARE, the 64-bit one first. */
export function bothNodes(path: string): readonly [string, string] {
    return [`SOFTWARE\\${path}`, `SOFTWARE\\Wow6432Node\\${path}`];
}

export const NET_4 = bothNodes("Microsoft\\.NETFramework\\v4.0.30319");
export const NET_2 = bothNodes("Microsoft\\.NETFramework\\v2.0.50727");
export const NET_KEYS = [...NET_4, ...NET_2];
export const NET_SETUP = bothNodes("Microsoft\\NET Framework Setup\\NDP\\v4\\Full");

const INTERNET_SETTINGS = bothNodes("Microsoft\\Windows\\CurrentVersion\\Internet Settings");
export const WINHTTP_KEYS = INTERNET_SETTINGS.map((path) => `${path}\\WinHttp`);

/** Sheet 1.5 and 14: what reports look at beside. */
const CONTROL = "SYSTEM\\CurrentControlSet\\Control";
const WINDOWS = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
export const NEIGHBOURS = [
    `${CONTROL}\\Lsa`,
    `${CONTROL}\\Session Manager`,
    `${CONTROL}\\ComputerName`,
    `${CONTROL}\\Cryptography\\ECCParameters`,
    "SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters",
    `${WINDOWS}\\Policies\\System\\Kerberos\\Parameters`,
    `${WINDOWS}\\Component Based Servicing`,
    `${WINDOWS}\\WindowsUpdate\\Auto Update`,
    "SOFTWARE\\Microsoft\\Updates\\UpdateExeVolatile",
];
