/** Names of keys and values are compared without regard to case, character by character. */
export function fold(name: string): string {
    return [...name].map((one) => (one.toUpperCase().length === one.length ? one.toUpperCase() : one)).join("");
}

export function sameName(a: string, b: string): boolean {
    return fold(a) === fold(b);
}

/** The order in which the registry enumerates sub-keys. */
export function alphabetical(a: string, b: string): number {
    const [first, second] = [fold(a), fold(b)];
    if (first === second) return 0;
    return first < second ? -1 : 1;
}
