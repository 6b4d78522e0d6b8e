import type { ServiceCall } from "../../../provider/session/frames.js";
import type { Organisation } from "../model/organisation.js";

interface Step {
    readonly what: string;
    readonly call: ServiceCall;
    /** What happens to the server before. */
    readonly before?: (organisation: Organisation) => void;
}

const HUB = "MSExchangeTransport";
const status: ServiceCall = { service: "status", name: HUB, server: "EX01" };
const restart: ServiceCall = { ...status, service: "restart", timeoutS: 60 };
const front = { name: "MSExchangeFrontEndTransport", server: "ex01.contoso.com" } as const;

/** Every answer that a service call can have, one after another on one server. */
export const SERVICE_STEPS: readonly Step[] = [
    { what: "a status", call: status },
    { what: "a status of the front end, by FQDN", call: { ...status, ...front } },
    { what: "a restart", call: restart },
    { what: "a restart of the front end", call: { ...restart, ...front } },
    { what: "a server that is not there", call: { ...restart, server: "EX09" } },
    { what: "a service of somebody else", call: { ...restart, name: "Spooler" as ServiceCall["name"] } },
    { what: "a restart without a time limit", call: { ...status, service: "restart" } },
    {
        what: "a restart that is denied",
        call: restart,
        before: ({ services }) => services.trouble("EX01", HUB, "access-denied"),
    },
    {
        what: "a stop that takes too long",
        call: restart,
        before: ({ services }) => services.trouble("EX01", HUB, "stop-timeout"),
    },
    { what: "a restart of what is on its way", call: restart },
    { what: "the status of what is on its way", call: status },
    {
        what: "a start that fails",
        call: restart,
        before: ({ services }) => {
            services.set("EX01", HUB, "Running");
            services.trouble("EX01", HUB, "start-fails");
        },
    },
    { what: "a start of what is stopped", call: restart },
];
