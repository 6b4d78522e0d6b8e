/** Generations of Exchange Server that differ in their cmdlets, oldest first. 2019 and SE have the same (sheet, head). */
export const RELEASES = ["2007", "2007 SP1", "2010", "2010 SP1", "2013", "2016", "2019"] as const;

export type Release = (typeof RELEASES)[number];

/** Whether `release` lies within `since` and `until`, both included. */
export function isWithin(release: Release, since: Release, until: Release = "2019"): boolean {
    const at = RELEASES.indexOf(release);
    return RELEASES.indexOf(since) <= at && at <= RELEASES.indexOf(until);
}

/** What a server's AdminDisplayVersion stands for; undefined for one that this package does not know (sheet, 1.1). */
export function releaseOf(adminDisplayVersion: string): Release | undefined {
    const [, major, minor] = /\bVersion (\d+)\.(\d+)\b/.exec(adminDisplayVersion) ?? [];
    switch (`${major}.${major === "15" ? minor : minor === "0" ? "0" : "1"}`) {
        case "8.0":
            return "2007";
        case "8.1":
            return "2007 SP1";
        case "14.0":
            return "2010";
        case "14.1":
            return "2010 SP1";
        case "15.0":
            return "2013";
        case "15.1":
            return "2016";
        case "15.2":
            return "2019";
        default:
            return undefined;
    }
}

/** A release as people call it. */
export function called(release: Release): string {
    return release === "2019" ? "Exchange 2019 or SE" : `Exchange ${release}`;
}

/** What a server runs that has these cmdlets: its service pack may be a later one. */
export function running(release: Release): string {
    return called(release).replace(/ SP1$/, "");
}
