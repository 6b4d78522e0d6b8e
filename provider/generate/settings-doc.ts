import { FIXED, FORCEABLE } from "../resources/schannel-settings/guards/codes";
import { ROWS } from "../resources/schannel-settings/program/baseline";
import { pathOf } from "../resources/schannel-settings/registry/place";
import { SETTINGS } from "../resources/schannel-settings/settings";
import { LISTS, localPlace } from "../resources/schannel-settings/settings/policy-lists";
import { type Setting, titleOf } from "../resources/schannel-settings/settings/setting";
import { LOCAL_CMDLETS } from "../resources/schannel-settings/suites/order-calls";
import { windowsOf } from "../resources/schannel-settings/versions/windows";
import { EFFECT, writtenBy } from "./settings-words";
import { table } from "./table";

const HEAD = `## SchannelSettings

A property covers each setting whose name holds the property's names in their order: \`dotNet.strongCrypto\` covers four.
\`default\` removes the values, so that Windows decides; \`unmanaged\` leaves them to others although the baseline names
them. A value of another kind or another number of the same meaning is told, and put right with \`repair: true\`. Restart:
what Exchange guidance asks for before a change counts as active; nothing is restarted unasked. Sections: of the reference
sheet \`schannel-tls.md\`.`;

/** Every registry value, guard and row of the baseline of a server's TLS settings. */
export function settingsDoc(): string {
    const lists = LISTS.map((list) => [
        `\`${list}.local\``,
        path(localPlace(list)),
        `\`${localPlace(list).name}\``,
        "MultiString",
        `by ${cmdletsOf(list === "curves" ? "EccCurve" : "CipherSuite").join(" and ")} only`,
        ...effectOf(list),
        `Order of the ${list === "curves" ? "elliptic curves" : "cipher suites"} where group policy names none. Windows Server 2016 and later.`,
    ]);
    const head = ["Setting", "Registry key", "Value", "Kind", "Data written", "Restart", "Sections", "Meaning"];
    return `${HEAD}

${table(head, [...SETTINGS.map(rowOf), ...lists])}

### Guards of SchannelSettings

A guard stops the run before anything is written. Where what replaces TLS 1.0 and 1.1 is in place and only waits for a
restart, G1 does not stop the run but leaves the two on until the next one.

${table(["Code", "Refused", "Lifted by"], [...Object.entries(FORCEABLE).map(liftable), ...Object.entries(FIXED).map(([code, text]) => [code, text, "nothing"])])}

### Baseline \`exchange\`

What \`baseline: "exchange"\` declares (section 15), for Exchange 2016, 2019 and SE on the versions of Windows that each is
supported on. R: required by Exchange guidance; O: hardening that it recommends.

${table(["Tier", "Settings", "Exchange", "Windows"], ROWS.map(baselineRow))}
`;
}

function rowOf(setting: Setting): readonly string[] {
    const [first] = setting.values;
    return [
        `\`${titleOf(setting)}\``,
        first ? path(first.place) : "",
        setting.values.map(({ place }) => `\`${place.name}\``).join(", "),
        first?.kind ?? "",
        writtenBy(setting),
        ...effectOf(setting.path[0] ?? ""),
        setting.doc,
    ];
}

function path(place: Parameters<typeof pathOf>[0]): string {
    return `\`${pathOf(place)}\``;
}

function effectOf(family: string): readonly string[] {
    const { restart, sections } = EFFECT[family] ?? { restart: "", sections: "" };
    return [restart, sections];
}

function cmdletsOf(noun: string): readonly string[] {
    return Object.keys(LOCAL_CMDLETS)
        .filter((name) => name.endsWith(noun) && !name.startsWith("Get-"))
        .map((name) => `\`${name}\``);
}

function liftable([code, text]: [string, string]): readonly string[] {
    return [code, text, `\`force: ["${code}"]\``];
}

function baselineRow({ tier, settings, exchange, windows }: (typeof ROWS)[number]): readonly string[] {
    const names = (windows ?? []).map((build) => windowsOf(build)?.name ?? String(build));
    return [tier, leaves(settings).join("; "), exchange?.join(", ") ?? "all", names.join(", ") || "all"];
}

/** `protocols.TLS 1.0: disabled` for each property. */
function leaves(value: object, above: readonly string[] = []): readonly string[] {
    return Object.entries(value).flatMap(([name, inner]): readonly string[] => {
        const at = [...above, name];
        if (Array.isArray(inner)) return [`\`${at.join(".")}\`: ${inner.join(", ")}`];
        return typeof inner === "object" ? leaves(inner, at) : [`\`${at.join(".")}\`: ${inner}`];
    });
}
