import type { FieldValues } from "../values";
import { spacesOf } from "./address-spaces";

const TENANT = /\.mail\.onmicrosoft\.com$/;

/** The tenants' own domains that a connector routes. */
export function tenantsOf(values: FieldValues): readonly string[] {
    return spacesOf(values).flatMap(({ pattern }) => (TENANT.test(pattern) ? [pattern] : []));
}

/** A connector in the shape that the Hybrid Configuration Wizard gives it (reference sheet, 12.2). */
export function isHybrid(name: string, values: FieldValues): boolean {
    const itsName = /^Outbound to Office 365\b/i.test(name);
    return itsName || (values.cloudServicesMailEnabled === true && tenantsOf(values).length > 0);
}
