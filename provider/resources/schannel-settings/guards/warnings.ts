import { listThatCounts, numberAt } from "../reading/picture";
import { placeId } from "../registry/place";
import { settingAt } from "../settings";
import { OLD_PROTOCOLS, PROTOCOLS, ROLES, WIN_HTTP_BITS } from "../settings/names";
import { LISTS, policyPlace } from "../settings/policy-lists";
import { protocolPlaces } from "../settings/protocols";
import { renegotiation } from "../settings/root-values";
import { WIN_HTTP_PLACES } from "../settings/win-http";
import { suiteOf } from "../suites/suite";
import { labelIn } from "../tell/health-checker";
import { notChecked } from "./rules";
import { algorithmsOff, changeAt, effectIn, type Situation, shift, unknownSuites, usable } from "./situation";

/** One consequence that the reader has to know: texts, none where it does not arise. */
type Warning = (situation: Situation) => readonly string[];

const when = (holds: boolean, text: string): readonly string[] => (holds ? [text] : []);

/** Input properties whose settings a plan changes. */
function touched({ changes }: Situation): ReadonlySet<string> {
    return new Set(
        changes.flatMap((change) => {
            if (change.what === "list") return [change.list];
            const id = change.what === "value" ? placeId(change.place) : "";
            return settingAt(id)?.setting.path[0] ?? [];
        }),
    );
}

const mismatch: Warning = (situation) =>
    PROTOCOLS.filter((protocol) =>
        ROLES.some((role) => Object.values(protocolPlaces(protocol, role)).some((place) => changeAt(situation, place))),
    ).flatMap((protocol) => {
        const label = labelIn(situation.after, protocol);
        return when(
            label === "Misconfigured" || label === "Half Disabled",
            `${protocol} becomes what HealthChecker calls ${label}: Exchange is client and server at once, declare both roles alike`,
        );
    });

const outboundLegacy: Warning = (situation) => {
    const leaving = OLD_PROTOCOLS.filter((protocol) => shift(situation, protocol, "client") < 0);
    return when(
        leaving.length > 0,
        `no longer used for outbound connections: ${leaving.join(", ")}; domain controllers, load balancers, SQL Server, SharePoint, scanners and in-house programs that know nothing newer cannot be reached then`,
    );
};

const backOn: Warning = (situation) => {
    const returning = OLD_PROTOCOLS.filter((protocol) => ROLES.some((role) => shift(situation, protocol, role) > 0));
    return when(
        returning.length > 0,
        `switched on again: ${returning.join(", ")}; where nothing is configured, ${situation.windows.name} has them on`,
    );
};

/** Section 15: both off, required or recommended. */
const sslOn: Warning = (situation) => {
    const turnedOn = (["SSL 2.0", "SSL 3.0"] as const).filter((protocol) =>
        ROLES.some((role) => shift(situation, protocol, role) > 0),
    );
    return when(
        turnedOn.length > 0,
        `switched on: ${turnedOn.join(", ")}, which Exchange guidance wants off in both roles: declare it disabled`,
    );
};

/** Of a component with many servers it is enough to say this once. */
export const ALL_SERVERS =
    "all Exchange servers have to get the same settings: with Extended Protection, servers that differ cannot proxy clients to each other";

const allServers: Warning = (situation) =>
    when(touched(situation).has("protocols") || touched(situation).has("dotNet"), ALL_SERVERS);

const renegotiationAbsent: Warning = (situation) =>
    renegotiation.flatMap(({ values: [row] }) => {
        const change = row && changeAt(situation, row.place);
        return when(
            change !== undefined && change.to === null,
            `${row?.place.name} is removed, which is not the same as strict (0): behind one load balancer, servers must not differ in it`,
        );
    });

const suitesLost: Warning = (situation) => {
    const { before, after } = situation;
    const off = algorithmsOff(situation);
    if (off.length === 0) return [];
    if (notChecked(situation))
        return ["not checked: which cipher suites are left, because the list of suites is not known"];
    const list = listThatCounts(before, "cipherSuites") ?? [];
    const left = new Set(usable(situation, after, list).map(({ name }) => name));
    const lost = usable(situation, before, list).filter(({ name }) => !left.has(name));
    return when(
        lost.length > 0,
        `with ${off.map(({ place }) => place.key.split("\\").at(-1)).join(", ")} off, these suites can no longer be used: ${lost.map(({ name }) => name).join(", ")}`,
    );
};

const remoteManagement: Warning = (situation) =>
    when(
        ["protocols", "ciphers", "hashes", "keyExchange", "cipherSuites", "curves"].some((name) =>
            touched(situation).has(name),
        ),
        "Remote Desktop, WinRM over HTTPS and agents use the same SCHANNEL settings: keep another way to the machine",
    );

const winHttp13: Warning = (situation) =>
    when(
        ROLES.some((role) => effectIn(situation, situation.after, "TLS 1.3", role) === "offered") &&
            WIN_HTTP_PLACES.some((place) => {
                const to = changeAt(situation, place)?.to;
                return typeof to?.data === "number" && (to.data & WIN_HTTP_BITS["TLS 1.3"]) === 0;
            }),
        "winHttp.protocols without TLS 1.3 takes it from WinHTTP programs, which have it without the value",
    );

const http2: Warning = ({ before, after }) => {
    const [was, list] = [before, after].map((picture) => listThatCounts(picture, "cipherSuites"));
    if (list === undefined || was?.join() === list.join()) return [];
    const blocked = list.map((name) => suiteOf(name).blockedByHttp2);
    const first = blocked.indexOf(true);
    return when(
        first >= 0 && blocked.lastIndexOf(false) > first,
        `${list[first]} stands before suites that HTTP/2 accepts: browsers may fail; put CBC and RSA key exchange last`,
    );
};

const onlyEcdsa: Warning = (situation) => {
    const { before, after } = situation;
    const [was, list] = [before, after].map((picture) => listThatCounts(picture, "cipherSuites"));
    if (list === undefined || was?.join() === list.join()) return [];
    const left = usable(situation, after, list);
    return when(
        left.length > 0 && left.every(({ certificate }) => certificate === "ECDSA"),
        "only ECDSA suites are left for TLS 1.2: every service needs an ECDSA certificate (not checked), an RSA one cannot be used",
    );
};

const mayBeRefused: Warning = (situation) => {
    const wanted = situation.changes.flatMap((change) =>
        change.what === "list" && change.list === "cipherSuites" ? change.to : [],
    );
    const unknown = unknownSuites(situation, wanted);
    return when(
        unknown.length > 0,
        `${unknown.join(", ")}: not in Microsoft's list for ${situation.windows.name}, which may refuse it`,
    );
};

const policyTaken: Warning = (situation) =>
    LISTS.flatMap((list) => {
        const change = changeAt(situation, policyPlace(list));
        return when(
            change !== undefined && change.from !== null && change.why === "declared",
            `${list} overwrites a group policy's list: the policy writes it again at its next refresh, unless it is changed there`,
        );
    });

const tls13: Warning = (situation) =>
    when(
        ROLES.some((role) => {
            const to = changeAt(situation, protocolPlaces("TLS 1.3", role).enabled)?.to;
            return to?.data !== undefined && numberAt(situation.after, protocolPlaces("TLS 1.3", role).enabled) !== 0;
        }),
        'TLS 1.3 does not serve SMTP, and HealthChecker prints a red line for it even where it is supported: with "default" Windows Server 2022 and later have it on without that line',
    );

const oldRenegotiation: Warning = (situation) =>
    when(
        situation.exchange.generation === "2013" && touched(situation).has("renegotiation"),
        "strict renegotiation is not supported with Exchange 2013",
    );

/** Hazards of section 7 and what else a plan does beside what it says. */
export const WARNINGS: readonly Warning[] = [
    mismatch,
    outboundLegacy,
    backOn,
    sslOn,
    allServers,
    renegotiationAbsent,
    suitesLost,
    remoteManagement,
    winHttp13,
    http2,
    onlyEcdsa,
    mayBeRefused,
    policyTaken,
    tls13,
    oldRenegotiation,
];
