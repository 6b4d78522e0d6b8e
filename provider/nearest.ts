/** More mistakes make another word of it; of a short one, mistakes in more than half of it. */
const MOST_MISTAKES = 3;

/** The known name that `name` was probably meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
    const [best] = known
        .map((candidate) => ({ candidate, mistakes: distance(name.toLowerCase(), candidate.toLowerCase()) }))
        .sort((a, b) => a.mistakes - b.mistakes);
    const most = Math.min(MOST_MISTAKES, Math.ceil(name.length / 2));
    return best !== undefined && best.mistakes <= most ? best.candidate : undefined;
}

/** Letters to be added, taken out or exchanged (Levenshtein). */
function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (const [above, letter] of [...a].entries()) {
        const next = [above + 1];
        for (const [at, other] of [...b].entries()) {
            const exchanged = (row[at] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(exchanged, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
