import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { type Directory, differences, directoryOf, putBack } from "../conformance/driver/directory";
import { Place, type Subject, schannelSettings } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { type Lab, type LabOptions, writes } from "../lab/index.js";

const send = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
const relay = {
    ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
    ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"] },
};
const newSend = (lab: Lab) =>
    lab.console.run("New-SendConnector", { Name: send.name, AddressSpaces: ["fabrikam.com;7"], RequireTLS: false });
const newRelay = (lab: Lab, more = {}) =>
    lab.console.run("New-ReceiveConnector", {
        ...{ Name: "Relay", Server: "EX01", TransportRole: "FrontendTransport" },
        ...{ Bindings: ["0.0.0.0:2526"], RemoteIPRanges: ["10.9.0.0/24"], ...more },
    });

interface Row {
    readonly kind: Subject;
    readonly program: Program;
    /** What somebody did before. */
    readonly there?: (lab: Lab) => void;
    /** Every one of the errors, or none. */
    readonly refused?: readonly RegExp[];
    /** Lines that the preview has, whatever else it says. */
    readonly told?: readonly RegExp[];
    readonly place?: keyof typeof PLACES;
}

const PLACES = {
    now: { preset: "dag", foreignDomains: 1 },
    "2013": { preset: "single", releases: ["2013 CU23"] },
} satisfies Record<string, LabOptions>;

/** What a preview says of a resource that is new, from what is live. Conflicts within a run: `same-run.test.ts`. */
const ROWS: Readonly<Record<string, Row>> = {
    "a send connector that exists": {
        ...{ kind: sendConnector, program: { ...send, requireTls: true }, there: newSend },
        refused: [
            /send connector 'To Fabrikam' exists already \(.*SMTP:fabrikam\.com;7.*requireTls: false\)\. Set adopt: true/,
        ],
    },
    "a send connector that is taken over: what changes, what destroy puts back, and the command": {
        ...{ kind: sendConnector, program: { ...send, requireTls: true, adopt: true }, there: newSend },
        told: [
            /'To Fabrikam' exists already: taken over.*; destroy puts back addressSpaces to \[.*fabrikam\.com;7\], requireTls to false$/,
            /requireTls: false -> true/,
            /addressSpaces: \+ .*fabrikam\.com;1, - .*fabrikam\.com;7/,
            /^Set-SendConnector -Identity 'To Fabrikam' -AddressSpaces .* -RequireTLS \$true$/,
        ],
    },
    "a send connector that is owned from now on": {
        ...{ kind: sendConnector, program: { ...send, adopt: "own" }, there: newSend },
        told: [/taken over.*; destroy removes send connector 'To Fabrikam'/],
    },
    "a send connector that is taken over without its address spaces: they are nobody's business": {
        ...{ kind: sendConnector, program: { name: send.name, requireTls: true, adopt: true }, there: newSend },
        told: [
            /'To Fabrikam' exists already: taken over; destroy puts back requireTls to false$/,
            /^Set-SendConnector -Identity 'To Fabrikam' -RequireTLS \$true$/,
        ],
    },
    "a send connector without address spaces that is not there to be taken over": {
        ...{ kind: sendConnector, program: { name: send.name, requireTls: true, adopt: true } },
        refused: [/: addressSpaces: is required, because there is no such send connector that adopt could take over/],
    },
    "a send connector without address spaces": {
        ...{ kind: sendConnector, program: { name: send.name, requireTls: true, adopt: false }, there: newSend },
        refused: [/^addressSpaces: is required, unless adopt takes over an object that is there$/],
    },
    "a send connector from a server that is none": {
        ...{ kind: sendConnector, program: { ...send, sourceTransportServers: ["EX99"] } },
        refused: [/there is no Exchange server EX99: declare sourceTransportServers from/],
    },
    "a send connector with a certificate that is nowhere": {
        kind: sendConnector,
        program: { ...send, tlsCertificateName: "<I>CN=Nobody<S>CN=mail.contoso.com" },
        refused: [/no valid SMTP certificate named .*\(S23\)/],
    },
    "a send connector without its companion property": {
        ...{ kind: sendConnector, program: { ...send, tlsAuthLevel: "DomainValidation", requireTls: false } },
        refused: [/\(S4\)/],
    },
    "a receive connector with what its version does not have": {
        ...{ kind: receiveConnector, place: "2013", program: { ...relay, authTarpitInterval: "00:00:05" } },
        refused: [/authTarpitInterval \(AuthTarpitInterval\) needs Exchange 2016 or later; EX01 runs Exchange 2013/],
    },
    "a receive connector that exists": {
        ...{ kind: receiveConnector, program: relay, there: newRelay },
        refused: [/receive connector 'EX01\\Relay' exists already \(.*10\.9\.0\.0-10\.9\.0\.255/],
    },
    "a receive connector that is taken over": {
        ...{ kind: receiveConnector, program: { ...relay, adopt: true }, there: newRelay },
        told: [
            /taken over.*; destroy puts back remoteIpRanges to \[10\.9\.0\.0\/24\]$/,
            /remoteIpRanges: \+ 10\.1\.0\.0-10\.1\.0\.255, - 10\.9\.0\.0-10\.9\.0\.255/,
        ],
    },
    "a receive connector that is taken over with nothing but TLS": {
        kind: receiveConnector,
        program: { server: "EX01", name: "Relay", requireTls: true, adopt: true },
        there: newRelay,
        told: [/^Set-ReceiveConnector -Identity 'EX01\\Relay' -RequireTLS \$true$/],
    },
    "a receive connector with nothing but TLS that is not there to be taken over": {
        kind: receiveConnector,
        program: { server: "EX01", name: "Relay", requireTls: true, adopt: true },
        refused: [/declare transportRole: .*\(R29\)/, /needs bindings and remoteIpRanges: declare them \(5\.1\)/],
    },
    "one of Exchange's own that is owned": {
        kind: receiveConnector,
        program: { server: "EX01", name: "Default Frontend EX01", requireTls: false, adopt: "own" },
        refused: [/one of Exchange's own and never removed, so it cannot be owned.*\(BuiltIn\)/],
    },
    "a receive connector on the clients of a live one": {
        kind: receiveConnector,
        program: { ...relay, name: "Other", remoteIpRanges: ["10.9.0.0/24"] },
        there: newRelay,
        refused: [/those of 'EX01\\Relay' already.*\(R9\)/],
    },
    "a receive connector on the binding of the other service": {
        kind: receiveConnector,
        program: { ...relay, name: "Other", transportRole: "HubTransport" },
        there: newRelay,
        refused: [/0\.0\.0\.0:2526 belongs to 'EX01\\Relay'.*\(R10\)/],
    },
    "a receive connector whose clients cross those of a live one": {
        kind: receiveConnector,
        program: { ...relay, name: "Other", remoteIpRanges: ["10.8.255.0-10.9.0.9"] },
        there: newRelay,
        refused: [/overlap on 0\.0\.0\.0:2526, and neither lies wholly inside the other.*\(R11\)/],
    },
    "a receive connector of a server that is none": {
        ...{ kind: receiveConnector, program: { ...relay, server: "EX99" } },
        refused: [/EX99/],
    },
    "a receive connector with a certificate that is nowhere": {
        kind: receiveConnector,
        program: { ...relay, tlsCertificateName: "<I>CN=Nobody<S>CN=mail.contoso.com" },
        refused: [/EX01 has no valid SMTP certificate named .*does not offer STARTTLS.*\(S23\)/],
    },
    "two findings at once: both": {
        kind: receiveConnector,
        program: { ...relay, name: "Other", transportRole: "HubTransport", tlsCertificateName: "<I>CN=No<S>CN=no" },
        there: newRelay,
        refused: [/\(R10\)/, /\(S23\)/],
    },
    "entries of a list that are there already": {
        kind: transportConfig,
        program: { tlsSendDomainSecureList: ["found.example", "fabrikam.com"], standalone: true },
        there: (lab) => lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["found.example"] } }),
        told: [
            /^tlsSendDomainSecureList already has found\.example: found, not ours, stays at destroy \(adopt: "own" claims it\)$/,
            /^Set-TransportConfig -TLSSendDomainSecureList @\{Add='fabrikam\.com'\}$/,
        ],
    },
    "a server's settings: each value, old and new": {
        ...{ kind: schannelSettings, program: { eventLogging: 7 } },
        told: [/^HKLM\\SYSTEM.*SCHANNEL {2}EventLogging: DWord 1 -> DWord 7$/],
    },
    "a server's settings that leave it without TLS": {
        kind: schannelSettings,
        program: { protocols: { "TLS 1.2": "disabled" } },
        refused: [/G\d/],
    },
};

describe("what a preview says of a new resource, from what is live", () => {
    const open = new Map<string, Promise<Place>>();
    const placeOf = (name: keyof typeof PLACES) => {
        const place = open.get(name) ?? Place.open(PLACES[name]);
        open.set(name, place);
        return place;
    };
    after(async () => {
        for (const place of open.values()) await (await place).close();
    });

    for (const [what, { kind, program, there, refused = [], told = [], place: name = "now" }] of Object.entries(ROWS)) {
        it(what, async () => {
            const place = await placeOf(name);
            const before: Directory = directoryOf(place.lab);
            try {
                there?.(place.lab);
                const found = directoryOf(place.lab);
                const run = await new Stack(place, kind).preview(program);
                for (const says of refused) expect(run.errors.join("\n")).to.match(says);
                if (refused.length === 0) expect(run.errors).to.deep.equal([]);
                // A line of its own for each, and each once.
                for (const says of told)
                    expect(
                        run.log.filter((line) => says.test(line)),
                        run.log.join("\n"),
                    ).to.have.length(1);
                expect(writes(run.reading)).to.deep.equal([]);
                expect(differences(found, directoryOf(place.lab))).to.deep.equal([]);
            } finally {
                putBack(place.lab, before);
            }
        });
    }
});
