/** Management role groups whose members the account can be (sheet 1.3), and one that only reads. */
export const ROLE_GROUPS = ["Organization Management", "Server Management", "Hygiene Management", "View-Only"] as const;
export type RoleGroup = (typeof ROLE_GROUPS)[number];

/** What is managed server by server. That others' objects can't even be read is the lab's less convenient guess. */
const OF_SERVERS =
    /^\w+-(?:ReceiveConnector|TransportServer|\w*TransportService|EventLogLevel)$|^Get-ExchangeServer$|^Test-SmtpConnectivity$/;

export function roleLets(group: RoleGroup, cmdlet: string): boolean {
    if (group === "Organization Management") return true;
    return group === "View-Only" ? cmdlet.startsWith("Get-") : OF_SERVERS.test(cmdlet);
}
