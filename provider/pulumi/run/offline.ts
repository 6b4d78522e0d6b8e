import { ExchangeTlsError } from "../../errors";
import { NAMESPACE, runConfigOf, variableOf } from "./run-config";

const SETTING = `${NAMESPACE}:offline`;

/** The one line of a run that asks no server. */
export const OFFLINE = `${SETTING} is set: no server is asked. The program is checked by itself and compared with the stack's state, so neither drift nor conflicts with what is on the servers can show, and the commands of an up are not known`;

/** Something was asked for that cannot be had without the servers. */
export class OfflineError extends ExchangeTlsError {
    readonly code = "Offline";

    constructor(resource: string, step: string) {
        super({
            resource,
            step,
            answer: `${SETTING} is set, so no server is asked`,
            hint: `Nothing was done. Run it where the servers can be reached, without ${variableOf("offline")} and without ${SETTING}`,
        });
    }
}

/** What the environment alone says, where there is no stack. */
export function isOffline(env: Readonly<Record<string, string | undefined>>): boolean {
    const name = variableOf("offline");
    return runConfigOf({ get: () => undefined, env: { [name]: env[name] } }).offline;
}
