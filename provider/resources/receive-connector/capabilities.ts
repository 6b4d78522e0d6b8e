/** What an entry of tlsDomainCapabilities grants: behind the last colon, since a certificate's names may hold some. */
export function capabilitiesOf(entry: string): readonly string[] {
    return entry.slice(entry.lastIndexOf(":") + 1).split(",");
}
