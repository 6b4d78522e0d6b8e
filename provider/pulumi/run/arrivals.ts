/**
 * Resources that were checked as new ones and are not made yet. Meanwhile the engine removes nothing but what is to be
 * replaced; and of what `--replace` names it tells neither check nor diff that it exists.
 */
export class Arrivals {
    readonly #objects = new Map<string, string | undefined>();

    /** `object`: the same text for whatever resource declares the same object. */
    expect(urn: string, object?: string): void {
        this.#objects.set(urn, object);
    }

    begin(urn: string): void {
        this.#objects.delete(urn);
    }

    /** Whether a removal makes room for a replacement: of the same resource, or of the same object under another name. */
    replaces(urn: string, object?: string): boolean {
        return this.#objects.has(urn) || (object !== undefined && [...this.#objects.values()].includes(object));
    }
}
