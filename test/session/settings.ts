import { type ConnectionSettings, checkConnection } from "../../provider/session/connection-settings";

export const FINGERPRINT = `SHA256:${"A".repeat(43)}`;

/** Settings as the provider makes them, with the rest of the defaults. */
export function settingsOf(connection: Readonly<Record<string, unknown>> = {}): ConnectionSettings {
    const check = checkConnection({ host: "ex01.contoso.com", username: "svc", hostKey: FINGERPRINT, ...connection });
    if (check.settings === undefined) throw new Error(JSON.stringify(check.issues));
    return check.settings;
}
