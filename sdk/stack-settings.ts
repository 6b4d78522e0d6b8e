import * as pulumi from "@pulumi/pulumi";
import { ExchangeTlsError } from "../provider/errors";
import { nearest } from "../provider/nearest";
import { NAMESPACE, type RunConfig, runConfigOf } from "../provider/pulumi/run/run-config";
import { SETTING_NAMES } from "../provider/pulumi/run/settings-table";
import { WHERE_PASSWORDS_ARE } from "../provider/session/connection-settings";

/**
 * The settings of this run. Ends the program where the stack's configuration holds one of this package that does not exist
 * or cannot be: a provider can only ask for names that it knows, so that a typing error would silently be no setting; and
 * a wrong value that once reached the state's provider would keep every later refresh from beginning.
 *
 * @throws pulumi.RunError, one line for everything that is wrong.
 */
export function settingsOfStack(): RunConfig {
    const config = pulumi.runtime.allConfig();
    const prefix = `${NAMESPACE}:`;
    const names = Object.keys(config).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
    const unknown = names.filter((name) => !SETTING_NAMES.includes(name));
    if (unknown.length > 0) {
        const problems = unknown.map((name) => `there is no setting ${prefix}${name} (${meant(name)})`);
        throw new pulumi.RunError(
            `${problems.join("; ")}. Nothing was done. Correct the stack's configuration (pulumi config).`,
        );
    }
    try {
        return runConfigOf({ get: (key) => config[key], env: process.env });
    } catch (error) {
        throw error instanceof ExchangeTlsError ? new pulumi.RunError(error.message) : error;
    }
}

function meant(name: string): string {
    if (/^pass/i.test(name)) return `a password ${WHERE_PASSWORDS_ARE}`;
    const known = nearest(name, SETTING_NAMES);
    return known === undefined ? `there are ${SETTING_NAMES.join(", ")}` : `is it ${NAMESPACE}:${known}?`;
}
