import type { ServiceCall } from "../../../provider/session/frames.js";
import type { ServiceProblem, ServiceStatus } from "../model/services.js";
import type { LabParts } from "../parts.js";
import { sameText } from "../values/same-text.js";
import { agentError } from "./agent-error.js";
import type { Logon } from "./agent-port.js";
import type { CallOutcome } from "./outcome.js";

/** Carries out a status or a restart. Needs no Exchange session: Windows answers, for the logon itself. */
export function runService(call: ServiceCall, parts: LabParts, logon: Logon): CallOutcome {
    const { services } = parts.organisation;
    const { server, name } = call;
    const problem = refusal(call, parts, logon);
    if (problem !== undefined) return failed(problem, call, parts);
    if (call.service === "status") {
        const status = services.status(server, name);
        return status === undefined ? failed("unknown-service", call, parts) : done(call, status, false);
    }
    const { problem: met, status, touched } = services.restart(server, name);
    return met === null ? done(call, status, touched) : { ...failed(met, call, parts), effect: touched };
}

function refusal(
    { server, name }: ServiceCall,
    { organisation, server: own, switches }: LabParts,
    logon: Logon,
): ServiceProblem | undefined {
    const found = organisation.services.server(server);
    if (found === undefined || organisation.unreachable.has(found.name)) return "unknown-server";
    // A key has no network credentials: Windows lets it rule its own machine only.
    const away = !sameText(found.name, own.name);
    if (away && logon === "publickey" && !switches.keyLogonReachesDirectory) return "access-denied";
    return organisation.services.exists(server, name) ? undefined : "unknown-service";
}

function done({ name, server }: ServiceCall, status: ServiceStatus, effect: boolean): CallOutcome {
    return { error: null, out: [{ Name: name, Server: server, Status: status }], effect };
}

function failed(problem: ServiceProblem, { name, server }: ServiceCall, { switches }: LabParts): CallOutcome {
    const [reason, category, texts] = PROBLEMS[problem];
    const text = texts[switches.language].replace("{name}", name).replace("{server}", server);
    const error = { ...agentError("Service", `[synthetic] ${text}`), category, reason };
    return { error, out: [], effect: false };
}

type Texts = Readonly<Record<"en" | "de", string>>;

const CANNOT_OPEN = "InvalidOperationException";

/** .NET's exceptions for it; all texts are synthetic. */
const PROBLEMS: Readonly<Record<ServiceProblem, readonly [reason: string, category: string, texts: Texts]>> = {
    "stop-timeout": [
        "TimeoutException",
        "NotSpecified",
        {
            en: "{name} on {server} did not stop in time.",
            de: "{name} auf {server} wurde nicht innerhalb der verfügbaren Zeit beendet.",
        },
    ],
    "start-timeout": [
        "TimeoutException",
        "NotSpecified",
        {
            en: "{name} on {server} did not start in time.",
            de: "{name} auf {server} wurde nicht innerhalb der verfügbaren Zeit ausgeführt.",
        },
    ],
    "start-fails": [
        CANNOT_OPEN,
        "NotSpecified",
        { en: "Cannot start {name} on {server}.", de: "{name} auf {server} lässt sich nicht ausführen." },
    ],
    "access-denied": [
        CANNOT_OPEN,
        "PermissionDenied",
        {
            en: "Cannot open {name} on {server}: access is denied.",
            de: "Zugriff auf {name} auf {server} verwehrt: ungenügende Rechte.",
        },
    ],
    pending: [
        CANNOT_OPEN,
        "NotSpecified",
        {
            en: "{name} on {server} cannot accept control messages at this time.",
            de: "{name} auf {server} nimmt zurzeit keine Befehle entgegen (läuft an oder hält an).",
        },
    ],
    "unknown-server": [
        CANNOT_OPEN,
        "ObjectNotFound",
        { en: "Server {server} cannot be reached.", de: "Server {server} ist nicht verfügbar." },
    ],
    "unknown-service": [
        CANNOT_OPEN,
        "ObjectNotFound",
        {
            en: "There is no {name} on {server}.",
            de: "{name} gibt es auf {server} nicht (unzulässiger Name für diese Rolle).",
        },
    ],
};
