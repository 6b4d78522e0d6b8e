import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Wire } from "../../../provider/pulumi/engine/wire";
import type { Lab, LabConnection } from "../../lab/index.js";
import { repositoryRoot } from "../../repository-root";

const STATES = join(repositoryRoot(), "test/conformance/states");

/** A stack's state as the engine exported it, as far as it is looked at here. */
export interface Deployment {
    readonly resources: readonly {
        readonly urn: string;
        readonly type: string;
        readonly id?: string;
        readonly inputs?: Wire;
        readonly outputs?: Wire;
    }[];
}

type SendConnectors = Lab["organisation"]["sendConnectors"];
type Transport = Lab["organisation"]["transport"];

interface Recorded {
    readonly connection: LabConnection;
    readonly sendConnectors: SendConnectors;
    readonly transport: Transport;
    readonly deployment: Deployment;
}

/** Releases whose states were recorded. */
export const recordedReleases: readonly string[] = readdirSync(STATES).map((file) => file.replace(/\.json$/, ""));

/** Brings the lab into the condition that was recorded, and gives the state as it would be with this lab. */
export function recordedState(release: string, { organisation, connection }: Lab): Deployment {
    const text = readFileSync(join(STATES, `${release}.json`), "utf8");
    const { sendConnectors, transport, ...then } = JSON.parse(text) as Recorded;
    for (const { settings, ...connector } of sendConnectors) {
        // What the lab did not know yet when this was recorded.
        const since = { IsCoexistenceConnector: false, LinkedReceiveConnector: null };
        organisation.putSendConnector({
            ...connector,
            created: new Date(connector.created),
            changed: new Date(connector.changed),
            settings: { ...since, ...settings },
        });
    }
    organisation.transport = { ...organisation.transport, settings: transport.settings };
    const moved = JSON.stringify(then.deployment)
        .replaceAll(transport.guid, organisation.transport.guid)
        .replaceAll(JSON.stringify(then.connection.hostKey), JSON.stringify(connection.hostKey))
        .replaceAll(`"port":${then.connection.port}`, `"port":${connection.port}`);
    return JSON.parse(moved) as Deployment;
}
