/** Names, domains and identities are compared without regard to case. */
export function sameText(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}

export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
    return a.length === b.length && a.every((text) => b.some((other) => sameText(text, other)));
}

/** The first text that occurs twice. */
export function repeated(texts: readonly string[]): string | undefined {
    return texts.find((text, at) => texts.slice(0, at).some((earlier) => sameText(text, earlier)));
}
