import type { Form, Sample, Samples } from "./sample";
import type { Subject } from "./subject";
import { installCertificates } from "./subjects/certificates";
import { receiveConnector } from "./subjects/receive-connector";
import { sendConnector } from "./subjects/send-connector";
import { transportConfig } from "./subjects/transport-config";
import { describeElsewhere } from "./suite/suite";

/** Some samples of one kind, one of each value type, in their simplest form. */
function some(samples: Samples, fields: readonly string[]): Samples {
    const first = (all: Sample | readonly Sample[]) => ("from" in all ? all : all[0]);
    return Object.fromEntries(
        fields.flatMap((field) => {
            const sample = first(samples[field] ?? []);
            return sample === undefined ? [] : [[field, sample]];
        }),
    );
}

function without<T extends object>(object: T, key: string): T {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as T;
}

const SEND = ["comment", "addressSpaces", "smartHosts", "port", "maxMessageSize", "requireTls", "fqdn"];
const RECEIVE = [
    ...["comment", "bindings", "remoteIpRanges", "authMechanism", "permissionGroups", "requireTls", "fqdn"],
    ...["maxMessageSize", "connectionTimeout", "messageRateLimit", "chunkingEnabled", "banner"],
];

/** Where no list can be edited in place, it is sent as it is to be. */
function asWholeLists(samples: Samples): Samples {
    const whole = (form: Form): Form => ({
        ...form,
        ...(isMerge(form.sent) && { sent: form.shown as readonly string[] }),
        ...(form.typed && { typed: form.typed.filter((typed) => Array.isArray(typed) || typed === null) }),
    });
    return Object.fromEntries(
        Object.entries(samples).map(([field, all]) => [
            field,
            [all].flat().map((sample: Sample) => ({ ...sample, from: whole(sample.from), to: whole(sample.to) })),
        ]),
    );
}

function isMerge(sent: Form["sent"]): boolean {
    return typeof sent === "object" && sent !== null && "$" in sent && sent.$ === "merge";
}

/** On a server without transport roles. */
function roleless(subject: Subject, server: string): Subject {
    return {
        ...subject,
        base: { ...without(subject.base, "transportRole"), server },
        sent: { ...without(subject.sent, "TransportRole"), Server: server },
        typed: { ...without(subject.typed, "TransportRole"), Server: server },
        least: { ...subject.least, server },
        typical: { ...without(subject.typical, "transportRole"), server },
        samples: some(subject.samples, RECEIVE),
    };
}

describeElsewhere(
    { ...sendConnector, places: { own: { preset: "edge" } }, samples: some(sendConnector.samples, SEND) },
    "on an Edge server",
);
describeElsewhere(
    { ...roleless(receiveConnector, "EDGE01"), prepare: installCertificates, places: { own: { preset: "edge" } } },
    "on an Edge server",
);
describeElsewhere(
    {
        ...roleless(receiveConnector, "EX10"),
        prepare: installCertificates,
        places: { own: { preset: "legacy" } },
    },
    "on Exchange 2010",
);
describeElsewhere(
    {
        ...sendConnector,
        places: { own: { preset: "legacy", releases: ["2007 SP3"] } },
        samples: some(sendConnector.samples, SEND),
    },
    "on Exchange 2007",
);
describeElsewhere(
    {
        ...transportConfig,
        places: { own: { preset: "legacy", releases: ["2010 RTM"], foreignDomains: 2 } },
        samples: asWholeLists(transportConfig.samples),
    },
    "on Exchange 2010 RTM, which edits no lists",
);
