import * as pulumi from "@pulumi/pulumi";

/**
 * Short name in upper case → as it is spelled.
 *
 * @throws pulumi.RunError where an entry is empty or a server is named twice.
 */
export function byShortName(what: string, names: readonly string[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const name of names) {
        const short = name.trim().replace(/\..*$/, "").toUpperCase();
        const twin = found.get(short);
        if (short === "") throw new pulumi.RunError(`${what} has an entry without a server name`);
        if (twin !== undefined) {
            throw new pulumi.RunError(
                `${what} names the server ${short} twice ("${twin}" and "${name}"): take one out`,
            );
        }
        found.set(short, name);
    }
    return found;
}

/**
 * Short name in upper case → the server's own entry of `perServer`.
 *
 * @throws pulumi.RunError where `perServer` names a server that is not in `servers`.
 */
export function overridesOf<T>(
    servers: ReadonlyMap<string, string>,
    perServer: Readonly<Record<string, T>>,
): ReadonlyMap<string, T | undefined> {
    const overrides = byShortName("perServer", Object.keys(perServer));
    const stray = [...overrides].find(([server]) => !servers.has(server));
    if (stray !== undefined) {
        const known = [...servers.keys()].join(", ");
        throw new pulumi.RunError(
            `perServer names ${stray[1]}, which is not in servers (${known}): add it, or correct it`,
        );
    }
    return new Map([...overrides].map(([short, name]) => [short, perServer[name]]));
}
