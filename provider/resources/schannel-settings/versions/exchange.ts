/** Generations that differ in what TLS they support (section 6), oldest first. */
export const GENERATIONS = ["2010 or older", "2013", "2016", "2019 before CU15", "2019 CU15 or SE"] as const;
export type Generation = (typeof GENERATIONS)[number];

/** An Exchange server's version. */
export interface Exchange {
    /** AdminDisplayVersion, as it was told. */
    readonly text: string;
    readonly generation: Generation;
    /** Whether TLS 1.0 and 1.1 may be switched off; for Exchange 2010 the text does not tell the update rollup. */
    readonly mayDropOld: boolean;
    /** First cumulative update that may, in words. */
    readonly dropsOldFrom: string;
    /** Whether it supports TLS 1.3, on Windows Server 2022 and later, and not for SMTP. */
    readonly tls13: boolean;
}

/** `15.<minor>` → first build that may drop TLS 1.0 and 1.1, and its name (section 6, builds of CSS). */
const FROM: Readonly<Record<string, readonly [build: number, revision: number, name: string]>> = {
    "15.0": [1367, 3, "Exchange 2013 CU20"],
    "15.1": [1466, 3, "Exchange 2016 CU9"],
    "15.2": [0, 0, "Exchange 2019"],
};
/** Exchange 2019 CU15; SE begins at 2562.17. */
const CU15 = [1748, 10] as const;

/** What an AdminDisplayVersion such as `Version 15.2 (Build 1748.10)` stands for; undefined for one that is not known. */
export function exchangeOf(text: string | null | undefined): Exchange | undefined {
    const [, major, minor, build, revision] =
        /\bVersion (\d+)\.(\d+) \(Build (\d+)\.(\d+)\)/.exec(text ?? "")?.map(Number) ?? [];
    if (major === undefined || minor === undefined || build === undefined || revision === undefined) return undefined;
    if (major === 8 || major === 14) {
        const dropsOldFrom = "Exchange 2010 SP3 RU20";
        return { text: text ?? "", generation: "2010 or older", mayDropOld: false, dropsOldFrom, tls13: false };
    }
    const from = FROM[`${major}.${minor}`];
    if (from === undefined) return undefined;
    const at = (least: readonly [number, number, ...unknown[]]) =>
        build > least[0] || (build === least[0] && revision >= least[1]);
    const generation = minor === 0 ? "2013" : minor === 1 ? "2016" : at(CU15) ? "2019 CU15 or SE" : "2019 before CU15";
    return {
        text: text ?? "",
        generation,
        mayDropOld: at(from),
        dropsOldFrom: from[2],
        tls13: generation === "2019 CU15 or SE",
    };
}
