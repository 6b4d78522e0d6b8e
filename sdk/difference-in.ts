/** `off on EX01, EX03; offered on EX02`; undefined where the same is said of all. */
export function differenceIn(said: readonly (readonly [server: string, word: string])[]): string | undefined {
    const servers = new Map<string, string[]>();
    for (const [server, word] of said) servers.set(word, [...(servers.get(word) ?? []), server]);
    if (servers.size < 2) return undefined;
    return [...servers].map(([word, names]) => `${word} on ${names.join(", ")}`).join("; ");
}
