/** Properties as they cross to the engine: plain JSON. */
export type Wire = Record<string, unknown>;

const SECRET_KEY = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A value that the engine stores encrypted: the wire form of a secret, which a dynamic provider may return. */
export function secret(value: unknown): unknown {
    return { [SECRET_KEY]: SECRET, value };
}

/**
 * Plain JSON and nothing else: Pulumi's Struct refuses `undefined` only after the side effect has happened, and turns
 * a Date or a Map silently into `{}`.
 */
export function toWire(properties: Readonly<Record<string, unknown>>): Wire {
    return plain(properties, "") as Wire;
}

function plain(value: unknown, path: string): unknown {
    if (value === null || typeof value === "boolean" || typeof value === "string") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (Array.isArray(value)) return value.map((entry, index) => plain(entry, `${path}[${index}]`));
    if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
        const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
        return Object.fromEntries(
            entries.map(([key, entry]) => [key, plain(entry, path === "" ? key : `${path}.${key}`)]),
        );
    }
    throw new TypeError(
        `${path} is not plain JSON (${typeof value}): a defect of pulumi-exchange-tls, please report it`,
    );
}
