const SHOWN = 6;

/** Names as a sentence holds them; of many, the first ones. */
export function some(names: readonly string[]): string {
    const more = names.length - SHOWN;
    return more > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${more} more` : names.join(", ");
}
