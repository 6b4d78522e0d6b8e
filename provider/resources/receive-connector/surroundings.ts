import { type Binding, bindingOf } from "../../values/ip-binding";
import type { Case, ExchangeServer, Neighbour } from "../case";
import type { FieldValues } from "../values";
import { textsOf } from "./known";

/** The server of the connector; undefined where the organisation shows no such server, which is a rule of its own. */
export function serverOf({ server, around }: Case): ExchangeServer | undefined {
    return around.servers.find(({ name }) => name === server);
}

/** The other receive connectors of the same server. */
export function besides(subject: Case): readonly Neighbour[] {
    return subject.around.neighbours("ReceiveConnector").filter(({ server }) => server === subject.server);
}

/** What messages call a connector. */
export function called({ server, name }: Neighbour): string {
    return `'${server}\\${name}'`;
}

export function bindingsOf(values: FieldValues): readonly Binding[] {
    return textsOf(values, "bindings").flatMap((text) => bindingOf(text) ?? []);
}

/** Bindings that both have, letter for letter: what the server's own checks compare. */
export function sharedBindings(a: FieldValues, b: FieldValues): readonly string[] {
    const others = textsOf(b, "bindings");
    return textsOf(a, "bindings").filter((binding) => others.includes(binding));
}

/** Whether some connection could reach either: the same port, and the same address or all addresses of its family. */
export function listenTogether(a: FieldValues, b: FieldValues): boolean {
    const others = bindingsOf(b);
    return bindingsOf(a).some((one) =>
        others.some(
            (other) =>
                one.port === other.port &&
                one.family === other.family &&
                (one.address === other.address || isAny(one) || isAny(other)),
        ),
    );
}

export function isAny({ address }: Binding): boolean {
    return address === "0.0.0.0" || address === "::";
}

export function isLoopback({ address }: { readonly address: string }): boolean {
    return address === "::1" || address.startsWith("127.");
}

/** Roles are known and differ: the connectors belong to two services. */
export function ofTwoServices(a: FieldValues, b: FieldValues): boolean {
    return (
        typeof a.transportRole === "string" &&
        typeof b.transportRole === "string" &&
        a.transportRole !== b.transportRole
    );
}
