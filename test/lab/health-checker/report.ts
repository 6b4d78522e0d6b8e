import { isWithin } from "../model/product.js";
import type { Server } from "../model/server.js";
import type { Registry } from "../registry/registry.js";
import { isAtLeast } from "../windows/build.js";
import { type Collected, collect, VERSIONS } from "./collect.js";
import { type Label, labelOf, missingOf, type TlsVersion } from "./protocol.js";

/** `what` is the lab's own short name of the row of sheet 13, `about` what it is about. */
export interface Finding {
    readonly what:
        | "state"
        | "tls12-disabled"
        | "tls13-unsupported"
        | "tls13-not-disabled"
        | "old-version-enabled"
        | "value-missing"
        | "net-value-missing"
        | "net-value-not-1"
        | "hardening-advice";
    readonly colour: "red" | "yellow";
    readonly about: string;
}

export interface Report {
    readonly labels: Readonly<Record<TlsVersion, Label>>;
    readonly findings: readonly Finding[];
}

export type Audited = Pick<Server, "product" | "version" | "windowsBuild">;

/** HealthChecker's evaluation of the TLS settings, its blind spots and contradictions included. */
export function healthCheck(registry: Registry, server: Audited): Report {
    const raw = collect(registry);
    const entries = VERSIONS.map((version) => [version, labelOf(version, raw.protocols[version])] as const);
    const labels = Object.fromEntries(entries) as Record<TlsVersion, Label>;
    return { labels, findings: [...ofStates(labels, server), ...ofValues(labels, raw)] };
}

function ofStates(labels: Report["labels"], server: Audited): Finding[] {
    const red = (what: Finding["what"], version: string): Finding => ({ what, colour: "red", about: version });
    const old = ["1.0", "1.1"] as const;
    return [
        ...VERSIONS.filter((version) => /Misconfigured|Half/.test(labels[version])).map((one) => red("state", one)),
        ...(labels["1.2"] === "Disabled" ? [red("tls12-disabled", "1.2")] : []),
        ...(labels["1.3"] === "Enabled" && !takesTls13(server) ? [red("tls13-unsupported", "1.3")] : []),
        ...(labels["1.3"] !== "Disabled" ? [red("tls13-not-disabled", "1.3")] : []),
        ...old
            .filter((version) => labels[version] === "Enabled")
            .map((about): Finding => ({ what: "old-version-enabled", colour: "yellow", about })),
        ...(old.some((version) => labels[version] === "Disabled")
            ? []
            : [{ what: "hardening-advice", colour: "yellow", about: "1.0, 1.1" } as const]),
    ];
}

function ofValues(labels: Report["labels"], { protocols, v4 }: Collected): Finding[] {
    const red = (what: Finding["what"], about: string): Finding => ({ what, colour: "red", about });
    const values = [...v4.strongCrypto, ...v4.systemDefault];
    const oldDisabled = labels["1.0"] === "Disabled" || labels["1.1"] === "Disabled";
    const graded = VERSIONS.filter((version) => version !== "1.3");
    return [
        ...graded.flatMap((version) =>
            missingOf(protocols[version]).map((name) => red("value-missing", `${version} ${name}`)),
        ),
        ...values.filter((value) => value === undefined).map(() => red("net-value-missing", "v4")),
        ...(oldDisabled && values.some((value) => value !== 1) ? [red("net-value-not-1", "v4")] : []),
    ];
}

/** Exchange 2019 CU15 or SE, on WS2022 or newer. */
function takesTls13({ product, version, windowsBuild }: Audited): boolean {
    const build = Number(/Build (\d+)/.exec(version)?.[1] ?? 0);
    return isAtLeast(windowsBuild, "WS2022") && isWithin(product, "2019", "SE") && build >= 1748;
}
