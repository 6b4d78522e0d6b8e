import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { ReceiveConnector, SchannelSettings, SendConnector, TransportConfig, TransportRestart } from "../../sdk";

type Made = new (name: string, args?: object) => unknown;

/** Where no compiler looks: one line for an expected mistake, never a stack trace. */
describe("arguments of a plain JavaScript program", () => {
    const connection = { host: "ex01", username: "svc", hostKey: "SHA256:x" };
    const restart = { connection, servers: ["EX01"], triggers: [] };
    const rows: [kind: object, args: object | undefined, message: string][] = [
        [SendConnector, undefined, "SendConnector 'a' has no arguments"],
        [ReceiveConnector, undefined, "ReceiveConnector 'a' has no arguments"],
        [TransportConfig, undefined, "TransportConfig 'a' has no arguments"],
        [SchannelSettings, undefined, "SchannelSettings 'a' has no arguments"],
        [TransportRestart, undefined, "TransportRestart 'a' needs connection"],
        [TransportRestart, { connection, triggers: [] }, "TransportRestart 'a' needs servers"],
        [TransportRestart, { connection, servers: ["EX01"] }, "TransportRestart 'a' needs triggers"],
        [TransportRestart, { ...restart, servers: [] }, "TransportRestart 'a' needs at least one server in servers"],
        [TransportRestart, { ...restart, timeoutSeconds: 0 }, "TransportRestart 'a' has timeoutSeconds 0: it must"],
        [TransportRestart, { ...restart, timeoutSeconds: 3601 }, "has timeoutSeconds 3601"],
        [TransportRestart, { ...restart, timeoutSeconds: 1.5 }, "has timeoutSeconds 1.5"],
    ];
    for (const [kind, args, message] of rows) {
        it(message, () => {
            const Kind = kind as Made;
            expect(() => new Kind("a", args)).to.throw(pulumi.RunError, message);
        });
    }
});
