import type { Kind } from "../kind";
import { type FieldValue, type FieldValues, isList, sameValue } from "../values";

/**
 * Clears or adds, in the same call, what the change would otherwise contradict (reference sheet, section 4, "ordering
 * consequences"). What the program declares is never overruled: then the rules speak.
 */
export const companions: Kind["companions"] = ({ wanted, declared, merged }) => {
    const found: Record<string, FieldValue> = {};
    const now: Record<string, FieldValue> = { ...merged };
    const bring = (name: string, value: FieldValue) => {
        if (name in declared || sameValue(now[name], value)) return;
        found[name] = value;
        now[name] = value;
    };
    const smartHosts = () => (isList(now.smartHosts) ? now.smartHosts.length > 0 : undefined);

    if ("smartHosts" in wanted) bring("dnsRoutingEnabled", !smartHosts()); // S8, S9
    if (now.dnsRoutingEnabled === true && smartHosts()) bring("smartHosts", []); // S9
    if (wanted.dnsRoutingEnabled === false && smartHosts()) found.smartHosts = now.smartHosts ?? []; // S8: in the same command
    if (smartHosts() === false && isSet(now, "smartHostAuthMechanism")) bring("smartHostAuthMechanism", "None"); // S10
    const { authenticationCredential: credential } = declared;
    const basic = String(wanted.smartHostAuthMechanism).startsWith("BasicAuth");
    if (basic && credential !== undefined) found.authenticationCredential = credential; // S11
    if (isSet(wanted, "linkedReceiveConnector")) bring("maxMessageSize", "unlimited"); // S13
    const noTls = now.requireTls === false || now.ignoreStartTls === true;
    if (noTls && isSet(now, "tlsAuthLevel")) bring("tlsAuthLevel", null); // S4
    if (isSet(now, "tlsDomain") && now.tlsAuthLevel !== "DomainValidation") bring("tlsDomain", null); // S5
    return found;
};

function isSet(values: FieldValues, name: string): boolean {
    const value = values[name];
    return value !== undefined && value !== null && value !== "None";
}
