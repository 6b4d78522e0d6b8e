const CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
const ANY_PURPOSE = "2.5.29.37.0";
const OBJECT_ID = /\b\d+(?:\.\d+)+\b/;

/**
 * Whether an EnhancedKeyUsageList allows client authentication. Its entries print as `Client Authentication
 * (1.3.6.1.5.5.7.3.2)`, or as the bare number where it has no name; the name is in the server's language, so only the
 * number counts. A certificate without the list is good for any purpose. Undefined: no such form.
 */
export function clientAuthenticationIn(value: unknown): boolean | undefined {
    if (value === undefined) return undefined;
    const entries: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
    const ids = entries.map((entry) => OBJECT_ID.exec(String(entry))?.[0]);
    if (ids.includes(CLIENT_AUTHENTICATION) || ids.includes(ANY_PURPOSE)) return true;
    return ids.includes(undefined) ? undefined : ids.length === 0;
}
