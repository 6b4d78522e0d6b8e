/** A text or number that a value type refuses; binding turns it into a transformation error. */
export class InvalidValue extends Error {
    constructor(
        readonly value: string,
        readonly type: string,
        readonly why: string,
    ) {
        super(`Cannot convert value "${value}" to type "${type}". Error: "${why}"`);
    }
}
