import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

export type Severity = "info" | "warning";

/** Prints one line under a resource. */
export interface Log {
    (severity: Severity, urn: string, message: string): void;
    /** When all lines have arrived: the engine drops those that come after the last resource is answered. */
    delivered?: () => Promise<void>;
}

/**
 * The engine's own log, which lands under the resource in preview and up alike. `console.log` would land under the
 * stack, and `pulumi.log` is not connected to the engine inside a provider.
 */
export function engineLog(address: string): Log {
    const client = new EngineClient(address, credentials.createInsecure());
    const said = new Set<string>();
    let before: Promise<void> = Promise.resolve();
    const log: Log = (severity, urn, message) => {
        // What check or diff told need not be told again when it is done.
        const line = JSON.stringify([urn, message]);
        if (said.has(line)) return;
        said.add(line);
        const request = new LogRequest();
        request.setSeverity(severity === "info" ? LogSeverity.INFO : LogSeverity.WARNING);
        request.setUrn(urn);
        request.setMessage(message);
        // One after another, because calls overtake each other; a line that cannot be delivered has nobody to be told to.
        before = before.then(() => new Promise<void>((done) => void client.log(request, () => done())));
    };
    log.delivered = () => before;
    return log;
}

/** The end of `work`, once its lines have arrived: the engine ends when it has its last answer. */
export async function told<T>(log: Log, work: Promise<T>): Promise<T> {
    try {
        return await work;
    } finally {
        await log.delivered?.();
    }
}
