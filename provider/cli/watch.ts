import type { Sender } from "../audit/sender";
import { watchOver } from "../audit/watch";
import type { Watch } from "../lifecycle/apply/watch";
import { runConfigOf, variableOf } from "../pulumi/run/run-config";
import type { AgentSession } from "../session/pool/pool";
import type { RestartRequest } from "./arguments";

/** Set by `TransportRestart`: for which stack and resource the command runs. */
export const STACK_ENV = "EXCHANGE_TLS_STACK";
export const URN_ENV = "EXCHANGE_TLS_URN";

/** The change window and the audit log that the command line, or else the environment, names. */
export function watchFor(
    { changeWindow, auditLog }: RestartRequest,
    sender: Sender,
    session: AgentSession,
    tell: (line: string) => void,
): Watch {
    const { env } = sender;
    const given = { changeWindow, auditLog };
    const texts = Object.entries(given).map(([name, text]) => [variableOf(name), text ?? env[variableOf(name)]]);
    const config = runConfigOf({ get: () => undefined, env: Object.fromEntries(texts) });
    return watchOver({
        ...{ sender, changeWindow: config.changeWindow, auditLog: config.auditLog, tell, mask: (text) => text },
        ...{ resource: "transport services", session },
        ...{ stack: env[STACK_ENV] || null, urn: env[URN_ENV] || null },
    });
}
