import type { Around, Case, ExchangeServer, Neighbour } from "../../../provider/resources/case";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { NotChecked } from "../../../provider/resources/rule";
import { sendConnector } from "../../../provider/resources/send-connector";
import { transportConfig } from "../../../provider/resources/transport-config";
import type { WireObject } from "../../../provider/session/frames";
import { canonical } from "./canonical";

type Values = Readonly<Record<string, unknown>>;

const MAILBOX: Omit<ExchangeServer, "name" | "fqdn"> = {
    version: "Version 15.2 (Build 986.5)",
    release: "2019",
    isEdge: false,
    isHub: true,
    isFrontend: true,
    site: "Berlin",
};

/** A server named `name`; a 2019 Mailbox server where nothing else is said. */
export function server(name: string, more: Partial<ExchangeServer> = {}): ExchangeServer {
    return { ...MAILBOX, name, fqdn: `${name.toLowerCase()}.contoso.com`, ...more };
}

export const edge = server("EDGE01", { isEdge: true, isHub: false, isFrontend: false, site: null });

/** What surrounds the object under test. What is not given cannot be read. */
export interface Surroundings {
    readonly session?: ExchangeServer;
    readonly servers?: readonly ExchangeServer[];
    /** Name → values. */
    readonly send?: Readonly<Record<string, Values>>;
    /** `SERVER\name` → values. */
    readonly receive?: Readonly<Record<string, Values>>;
    readonly lists?: Values;
    /** Server → rows of Get-ExchangeCertificate. */
    readonly certificates?: Readonly<Record<string, readonly WireObject[]>>;
}

export function around(given: Surroundings = {}): Around & { readonly asked: readonly string[] } {
    const { session = server("EX01"), servers = [server("EX01"), server("EX02")] } = given;
    const asked: string[] = [];
    const kinds: Record<string, readonly Neighbour[] | undefined> = {
        SendConnector: neighbours(given.send, sendConnector),
        ReceiveConnector: neighbours(given.receive, receiveConnector),
        TransportConfig: given.lists && [neighbour("", canonical(transportConfig, given.lists))],
    };
    return {
        session,
        servers,
        asked,
        addresses: { servers: [], loadBalancers: [] },
        neighbours(type) {
            const found = kinds[type];
            if (found === undefined) throw new NotChecked(`${type} cannot be read`);
            return found;
        },
        fact({ cmd, par }) {
            const name = String(par.Server);
            asked.push(`${cmd} ${name}`);
            const rows = given.certificates?.[name];
            if (rows === undefined) throw new NotChecked(`${cmd}: ${name} does not answer`);
            return rows;
        },
    };
}

function neighbours(given: Surroundings["send"], kind: typeof sendConnector): readonly Neighbour[] | undefined {
    return given && Object.entries(given).map(([name, values]) => neighbour(name, canonical(kind, values)));
}

function neighbour(text: string, values: Neighbour["values"]): Neighbour {
    const [server, name] = text.includes("\\") ? text.split("\\") : [undefined, text];
    return { name: name ?? "", server, values, declared: false };
}

/** A send connector that the program declares; `live` is undefined for a new one. */
export function sendCase(
    declares: Values,
    { live, name = "To Fabrikam", ...given }: Surroundings & { readonly live?: Values; readonly name?: string } = {},
): Case {
    const declared = canonical(sendConnector, declares);
    const there = live && canonical(sendConnector, live);
    return {
        name,
        server: undefined,
        action: there ? "change" : "create",
        values: { ...(there ?? sendConnector.initial(declared)), ...declared },
        live: there,
        wire: undefined,
        declared,
        builtIn: false,
        around: around(given),
    };
}
