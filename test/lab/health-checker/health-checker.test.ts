import { expect } from "chai";
import { RegistryHand } from "../registry/hand.js";
import { Registry } from "../registry/registry.js";
import { NET_4, SCHANNEL } from "../windows/keys.js";
import { type Label, labelOf } from "./protocol.js";
import { type Finding, healthCheck } from "./report.js";

const CU15 = { product: "2019", version: "Version 15.2 (Build 1748.10)", windowsBuild: "20348" } as const;
type Four = readonly (number | undefined)[];
const raw = ([serverEnabled, serverDisabledByDefault, clientEnabled, clientDisabledByDefault]: Four) => ({
    ...{ serverEnabled, serverDisabledByDefault, clientEnabled, clientDisabledByDefault },
});

describe("lab: HealthChecker's labels", () => {
    // Server Enabled, server DisabledByDefault, client Enabled, client DisabledByDefault.
    const labels: readonly (readonly [Four, Label, ofTls13?: Label])[] = [
        [[], "Enabled", "Disabled"],
        [[undefined, 0], "Enabled", "Half Disabled"],
        [[undefined, 1, undefined, 1], "Half Disabled", "Disabled"],
        [[0], "Misconfigured", "Disabled"],
        [[0, undefined, 0], "Disabled"],
        [[0, 1, 0], "Misconfigured"],
        [[0, 1, 0, 1], "Disabled"],
        [[0, 0, 0, 0], "Half Disabled"],
        [[0, 0, 0], "Half Disabled"],
        [[0, undefined, 0, 0], "Enabled"],
        [[1, 1, 1, 1], "Half Disabled"],
        [[1, 0, 1, 0], "Enabled"],
        [[-1, 0, -1, 0], "Enabled"],
        [[1, 0, -1, 0], "Enabled"],
        [[1, -1, 1, 1], "Half Disabled"],
        [[1, 1, 0, 0], "Misconfigured"],
        [[0, 0, 1, 1], "Misconfigured"],
        [[1, 0, 1, 1], "Misconfigured"],
        [[1], "Enabled", "Misconfigured"],
    ];
    for (const [four, label, ofTls13] of labels) {
        it(`${JSON.stringify(four)}: ${label}`, () => {
            expect(labelOf("1.0", raw(four))).to.equal(label);
            expect(labelOf("1.3", raw(four))).to.equal(ofTls13 ?? label);
        });
    }
});

describe("lab: HealthChecker's findings", () => {
    const off = (hand: RegistryHand, version: string, enabled = 0, disabledByDefault = 1) => {
        for (const role of ["Client", "Server"]) {
            hand.setDword(`${SCHANNEL}\\Protocols\\TLS ${version}\\${role}`, "Enabled", enabled);
            hand.setDword(`${SCHANNEL}\\Protocols\\TLS ${version}\\${role}`, "DisabledByDefault", disabledByDefault);
        }
    };
    const on = (hand: RegistryHand, version: string) => off(hand, version, 1, 0);
    const net = (hand: RegistryHand, value = 1) => {
        for (const key of NET_4) {
            for (const name of ["SchUseStrongCrypto", "SystemDefaultTlsVersions"]) hand.setDword(key, name, value);
        }
    };
    const clean = (hand: RegistryHand) => {
        for (const version of ["1.0", "1.1"]) off(hand, version);
        on(hand, "1.2");
        net(hand);
    };

    const rows: readonly (readonly [
        what: string,
        change: (hand: RegistryHand) => void,
        findings: Readonly<Partial<Record<Finding["what"], number>>>,
        windowsBuild?: string,
    ])[] = [
        [
            "nothing is set",
            () => {},
            { "old-version-enabled": 2, "hardening-advice": 1, "value-missing": 12, "net-value-missing": 4 },
        ],
        ["all is as recommended", clean, {}],
        [
            "only 1.0 is disabled, which silences the advice",
            (hand) => {
                clean(hand);
                on(hand, "1.1");
            },
            { "old-version-enabled": 1 },
        ],
        [
            "1.2 is disabled",
            (hand) => {
                clean(hand);
                off(hand, "1.2");
            },
            { "tls12-disabled": 1 },
        ],
        [
            "1.3 is on where it may be: red all the same",
            (hand) => {
                clean(hand);
                on(hand, "1.3");
            },
            { "tls13-not-disabled": 1 },
        ],
        [
            "1.3 is on where Windows has none",
            (hand) => {
                clean(hand);
                on(hand, "1.3");
            },
            { "tls13-not-disabled": 1, "tls13-unsupported": 1 },
            "17763",
        ],
        [
            "old versions are off, .NET's values are -1",
            (hand) => {
                clean(hand);
                net(hand, -1);
            },
            { "net-value-not-1": 1 },
        ],
        [
            "old versions are off, one value of .NET is absent",
            (hand) => {
                clean(hand);
                hand.remove(NET_4[1], "SchUseStrongCrypto");
            },
            { "net-value-missing": 1, "net-value-not-1": 1 },
        ],
        [
            "a value is text",
            (hand) => {
                clean(hand);
                hand.setText(`${SCHANNEL}\\Protocols\\TLS 1.2\\Server`, "Enabled", "1");
            },
            { "value-missing": 1 },
        ],
    ];
    for (const [what, change, wanted, windowsBuild = CU15.windowsBuild] of rows) {
        it(what, () => {
            const hand = new RegistryHand(new Registry(() => new Date(0)));
            change(hand);
            const counts: Record<string, number> = {};
            for (const { what } of healthCheck(hand.registry, { ...CU15, windowsBuild }).findings) {
                counts[what] = (counts[what] ?? 0) + 1;
            }
            expect(counts).to.deep.equal(wanted);
        });
    }
});
