/** Least `Release` → version of the .NET Framework (section 5). */
const RELEASES = [
    [533_320, "4.8.1"],
    [528_040, "4.8"],
    [461_808, "4.7.2"],
    [461_308, "4.7.1"],
    [460_798, "4.7"],
    [394_802, "4.6.2"],
] as const;

/** The .NET Framework of a `Release` number, e.g. `4.8`. */
export function dotNetRelease(release: number | undefined): string | undefined {
    if (release === undefined) return undefined;
    return RELEASES.find(([least]) => release >= least)?.[1] ?? "before 4.6.2";
}
