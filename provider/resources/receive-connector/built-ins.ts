/** Names that setup gives, in front of the server's short name (reference sheet 5.5). */
const FOR_SERVERS = [
    // Mailbox server, 2013 and later
    "Default Frontend",
    "Outbound Proxy Frontend",
    "Default",
    "Client Proxy",
    // Edge server
    "Default internal receive connector",
];

/** Setup gives them neither ExchangeServer nor ExchangeServers: Mailbox server, and Hub Transport server of 2010. */
const FOR_CLIENTS = ["Client Frontend", "Client"];

/** Whether setup made the connector: it carries the name of the very server that it stands on. */
export function isBuiltIn(name: string, server: string | undefined): boolean {
    return isOneOf([...FOR_SERVERS, ...FOR_CLIENTS], name, server);
}

/** Whether setup made it for mail between Exchange servers, among others. */
export function isForServers(name: string, server: string | undefined): boolean {
    return isOneOf(FOR_SERVERS, name, server);
}

function isOneOf(starts: readonly string[], name: string, server: string | undefined): boolean {
    if (server === undefined) return false;
    return starts.some((start) => name.toLowerCase() === `${start} ${server}`.toLowerCase());
}
