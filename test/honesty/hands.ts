import fc from "fast-check";
import { ConsoleError, type Lab, type Preset, SCHANNEL } from "../lab/index.js";
import { NAMES, SERVERS } from "./programs";

/** What somebody does at a server by hand, as far as the server lets them. */
export interface Hand {
    readonly cmd: string;
    readonly par: Parameters<Lab["console"]["run"]>[1] & object;
}

const LISTS = ["TLSSendDomainSecureList", "TLSReceiveDomainSecureList"];
const domain = fc.constantFrom("fabrikam.com", "WoodGrove.example", "partner-01.example", "by-hand.example");
const name = fc.constantFrom(...NAMES);

/** One thing that somebody may do there. */
export function hands(preset: Preset): fc.Arbitrary<Hand> {
    const server = fc.constantFrom(...SERVERS[preset]);
    const hand = (cmd: string, par: fc.Arbitrary<Hand["par"]>) => par.map((one): Hand => ({ cmd, par: one }));
    const changed = (...changes: readonly Hand["par"][]) => fc.constantFrom(...changes);
    return fc.oneof(
        hand(
            "New-SendConnector",
            name.map((Name) => ({ Name, AddressSpaces: ["fabrikam.com"], RequireTLS: true })),
        ),
        hand("New-SendConnector", fc.constant({ Name: "Internet", AddressSpaces: ["*"] })),
        hand(
            "Remove-SendConnector",
            name.map((Identity) => ({ Identity, Confirm: false })),
        ),
        hand(
            "Set-SendConnector",
            fc
                .tuple(
                    name,
                    changed(
                        { RequireTLS: false },
                        { RequireTLS: true, Fqdn: "smtp.contoso.com" },
                        { Name: "K one" },
                        { MaxMessageSize: "1MB", Port: 26 },
                        { Comment: "by hand" },
                        { AddressSpaces: ["fabrikam.com"] },
                        { SmartHosts: ["relay.contoso.com"], DNSRoutingEnabled: false },
                    ),
                )
                .map(([Identity, par]) => ({ Identity, ...par })),
        ),
        hand(
            "New-ReceiveConnector",
            fc.tuple(name, server).map(([Name, Server]) => ({
                Name,
                Server,
                Bindings: ["0.0.0.0:25"],
                RemoteIPRanges: ["203.0.113.0/26"],
                ...(preset === "legacy" || preset === "edge"
                    ? { Usage: "Custom" }
                    : { TransportRole: "FrontendTransport" }),
            })),
        ),
        hand(
            "Set-ReceiveConnector",
            fc
                .tuple(
                    server,
                    name,
                    changed(
                        { RequireTLS: false },
                        { RequireTLS: true },
                        { RemoteIPRanges: ["203.0.113.0/26", "192.0.2.1"] },
                        { MaxHopCount: 30, PermissionGroups: "AnonymousUsers" },
                        { Comment: "by hand" },
                        { Name: "K two" },
                    ),
                )
                .map(([of, one, par]) => ({ Identity: `${of}\\${one}`, ...par })),
        ),
        hand(
            "Remove-ReceiveConnector",
            fc.tuple(server, name).map(([of, one]) => ({ Identity: `${of}\\${one}`, Confirm: false })),
        ),
        hand(
            "Set-TransportConfig",
            fc
                .tuple(fc.constantFrom(...LISTS), fc.constantFrom("Add", "Remove"), domain)
                .map(([list, side, entry]) => ({ [list]: { [side]: [entry] } })),
        ),
        hand(
            "registry",
            fc
                .record({
                    key: fc.constantFrom("Protocols\\TLS 1.1\\Server", "Protocols\\TLS 1.2\\Client", "Hashes\\SHA"),
                    data: fc.constantFrom(0, 1),
                })
                .map((par) => par),
        ),
        hand("restart", fc.constant({})),
    );
}

export function doByHand({ console, organisation }: Lab, { cmd, par }: Hand): void {
    const machine = organisation.machines.of(organisation.servers[0]?.name ?? "");
    if (cmd === "restart") machine.reboot();
    else if (cmd === "registry") machine.hand.setDword(`${SCHANNEL}\\${par.key}`, "Enabled", Number(par.data));
    else {
        try {
            console.run(cmd, par);
        } catch (error) {
            // What is not there, or not valid, cannot be done by hand either.
            if (!(error instanceof ConsoleError)) throw error;
        }
    }
}
