/** At most three of them, and how many more there are. */
export function some(texts: readonly string[]): string {
    const more = texts.length - 3;
    return texts.slice(0, 3).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
