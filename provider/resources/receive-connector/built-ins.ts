/** Names that setup gives, in front of the server's short name (reference sheet 5.5). */
const BEFORE_SERVER = [
    // Mailbox server, 2013 and later
    "Default Frontend",
    "Outbound Proxy Frontend",
    "Client Frontend",
    "Default",
    "Client Proxy",
    // Hub Transport server, 2010: "Default" and
    "Client",
    // Edge server
    "Default internal receive connector",
].map((name) => name.toLowerCase());

/** Whether setup made the connector: it carries the name of the very server that it stands on. */
export function isBuiltIn(name: string, server: string | undefined): boolean {
    if (server === undefined) return false;
    return BEFORE_SERVER.some((start) => name.toLowerCase() === `${start} ${server.toLowerCase()}`);
}
