import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { Place } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import type { LabOptions } from "../lab/index.js";
import { writes } from "../lab/meter.js";

const connector = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], sourceTransportServers: ["EX01"] };
const relay = {
    server: "EX01",
    name: "Relay",
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:2526"],
    remoteIpRanges: ["10.1.0.0/24"],
    bareLinefeedRejectionEnabled: true,
};

describe("the directory behind the cmdlets", () => {
    let place: Place;
    const open = async (options: LabOptions, prepare?: Parameters<typeof Place.open>[1]) => {
        place = await Place.open(options, prepare);
    };
    afterEach(() => place.close());

    it("one domain controller answers a whole run, though others know nothing yet", async () => {
        await open({ preset: "dag", switches: { roamingDomainController: true } }, ({ organisation }) => {
            organisation.replicationLagMs = Number.POSITIVE_INFINITY;
        });
        const stack = new Stack(place, sendConnector);
        const created = await stack.up({ ...connector, port: 26 });
        expect(created.errors).to.deep.equal([]);
        const through = new Set(created.reading.calls.map(({ par }) => par.DomainController));
        // `open` asks before it is known who answers.
        expect([...through].filter((one) => one !== undefined)).to.have.length(1);
        expect(writes(created.reading).every(({ par }) => par.DomainController !== undefined)).to.equal(true);
    });

    it("the one that the connection names is taken", async () => {
        await open({ preset: "dag" });
        const { connection } = place;
        const exchange = { ...connection.exchange, domainController: "dc02.contoso.com" };
        const run = await new Stack(place, sendConnector).up({
            ...connector,
            connection: { ...connection, exchange },
        });
        expect(run.errors).to.deep.equal([]);
        expect(writes(run.reading).map(({ par }) => par.DomainController)).to.deep.equal(["dc02.contoso.com"]);
    });

    for (const hidden of [1, 2]) {
        it(`a new connector that ${hidden} reading(s) do not show is waited for, then what only Set- takes follows`, async () => {
            await open({ preset: "single", switches: { newObjectsHiddenForReads: hidden } });
            const stack = new Stack(place, receiveConnector);
            const run = await stack.up(relay);
            expect(run.errors).to.deep.equal([]);
            expect(writes(run.reading).map(({ cmd }) => cmd)).to.deep.equal([
                "New-ReceiveConnector",
                "Set-ReceiveConnector",
            ]);
            expect(place.lab.organisation.receiveConnector("EX01", "Relay")?.settings).to.deep.include({
                BareLinefeedRejectionEnabled: true,
            });
            expect(writes((await stack.up(relay)).reading)).to.deep.equal([]);
        });
    }

    it("an Edge server has none, so none is named", async () => {
        await open({ preset: "edge" });
        const run = await new Stack(place, sendConnector).up({ name: "Out", addressSpaces: ["*"], port: 26 });
        expect(run.errors).to.deep.equal([]);
        expect(run.reading.calls.every(({ par }) => !("DomainController" in par))).to.equal(true);
    });
});

describe("what the server does not let us do", () => {
    interface Row {
        readonly what: string;
        readonly options?: Partial<LabOptions>;
        readonly prepare: (lab: Place["lab"]) => void;
        readonly says: RegExp;
    }
    const rows: readonly Row[] = [
        {
            what: "a role group without the cmdlets",
            prepare: ({ organisation }) => {
                organisation.account.roleGroup = "Server Management";
            },
            says: /reading send connectors with Get-SendConnector failed.*role/s,
        },
        {
            what: "a role group that only reads",
            prepare: ({ organisation }) => {
                organisation.account.roleGroup = "View-Only";
            },
            says: /New-SendConnector.*management role hides the cmdlet/s,
        },
        {
            what: "a role without one parameter",
            prepare: ({ organisation }) => organisation.account.hideParameters("New-SendConnector", "Port"),
            says: /New-SendConnector.*hides a parameter/s,
        },
        {
            what: "no right in the directory, in German",
            options: { switches: { language: "de" } },
            prepare: ({ organisation }) => organisation.account.deniedWrites.add("*"),
            says: /New-SendConnector.*directory refused the write/s,
        },
        {
            what: "outside the write scope",
            prepare: ({ organisation }) => organisation.account.outOfScope.add("*"),
            says: /New-SendConnector.*write scope/s,
        },
        {
            what: "a server of another version that fails (sheet, E-22)",
            prepare: ({ faults }) => {
                const message = "Error on proxy command 'New-SendConnector' to server EX10.contoso.com";
                const error = { code: "Cmdlet", message, reason: "CmdletProxyException", transient: false };
                faults.inject({ fault: "cmdlet-error", cmd: "New-SendConnector", times: 2, error });
            },
            says: /New-SendConnector.*connect to that server itself \(exchange\.server\)/s,
        },
        {
            what: "an Edge server that is subscribed, in German",
            options: { preset: "edge", edgeSubscribed: true, switches: { language: "de" } },
            prepare: () => undefined,
            says: /New-SendConnector.*subscribed.*Mailbox server/s,
        },
    ];
    for (const { what, options, prepare, says } of rows) {
        it(`${what}: nothing is kept, and the error says what to do`, async () => {
            const place = await Place.open({ preset: "single", ...options }, prepare);
            try {
                const stack = new Stack(place, sendConnector);
                const run = await stack.up({ name: "To Fabrikam", addressSpaces: ["fabrikam.com"], port: 26 });
                expect(run.errors).to.have.length(1);
                expect(run.errors[0]).to.match(says);
                expect(stack.state).to.equal(undefined);
                expect(place.lab.organisation.sendConnector("To Fabrikam")).to.equal(undefined);
            } finally {
                await place.close();
            }
        });
    }
});

describe("what a version does not have", () => {
    interface Row {
        readonly what: string;
        readonly options: LabOptions;
        readonly kind: typeof sendConnector;
        readonly program: Record<string, unknown>;
        /** What a refusal says; undefined: accepted, and the second up writes nothing. */
        readonly says?: readonly RegExp[];
    }
    const legacy = { preset: "legacy" } as const;
    const rows: readonly Row[] = [
        {
            what: "2010: tlsCertificateName",
            options: legacy,
            kind: sendConnector,
            program: { name: "X", addressSpaces: ["x.com"], tlsCertificateName: "<I>CN=a<S>CN=a" },
            says: [
                /tlsCertificateName \(TlsCertificateName\)/,
                /Exchange 2013 or later/,
                /EX10 runs Exchange 2010 \(Version 14\.\d+ /,
                /^(?!.*S23)/s,
            ],
        },
        {
            what: "2010: two properties at once, each named",
            options: legacy,
            kind: sendConnector,
            program: {
                name: "X",
                addressSpaces: ["x.com"],
                frontendProxyEnabled: true,
                cloudServicesMailEnabled: false,
            },
            says: [/frontendProxyEnabled/, /cloudServicesMailEnabled/],
        },
        {
            what: "2019: linkedReceiveConnector",
            options: { preset: "single" },
            kind: sendConnector,
            program: { name: "X", addressSpaces: [], linkedReceiveConnector: "EX01\\Default EX01" },
            says: [/linkedReceiveConnector/, /2010/, /2019 or SE/],
        },
        {
            what: "2010: tlsAuthLevel and tlsDomain",
            options: legacy,
            kind: sendConnector,
            program: {
                ...{ name: "X", addressSpaces: ["x.com"], requireTls: true },
                ...{ tlsAuthLevel: "DomainValidation", tlsDomain: "x.com" },
            },
        },
        {
            what: "SE: tlsCertificateName null",
            options: { preset: "se" },
            kind: sendConnector,
            program: { name: "X", addressSpaces: ["x.com"], tlsCertificateName: null },
        },
    ];
    for (const { what, options, kind, program, says } of rows) {
        it(what, async () => {
            const place = await Place.open(options);
            try {
                const stack = new Stack(place, kind);
                const run = await stack.up(program);
                if (says === undefined) {
                    expect(run.errors).to.deep.equal([]);
                    expect(writes((await stack.up(program)).reading)).to.deep.equal([]);
                    return;
                }
                expect(writes(run.reading)).to.deep.equal([]);
                for (const one of says) expect(run.errors.join()).to.match(one);
            } finally {
                await place.close();
            }
        });
    }

    it("2010 RTM edits no list: it is written as a whole, from what is there right before", async () => {
        const place = await Place.open({ preset: "legacy", releases: ["2010 RTM"], foreignDomains: 8 });
        try {
            const { organisation, faults } = place.lab;
            const send = () => [...organisation.transport.settings.TLSSendDomainSecureList];
            const before = send();
            const stack = new Stack(place, transportConfig);
            // Somebody comes in between the snapshot and the write.
            faults.before("Get-TransportConfig", 2, () => {
                organisation.transport = {
                    ...organisation.transport,
                    settings: {
                        ...organisation.transport.settings,
                        TLSSendDomainSecureList: [...before, "Late.example"],
                    },
                };
            });
            const run = await stack.up({ tlsSendDomainSecureList: ["fabrikam.com"] });
            expect(run.errors).to.deep.equal([]);
            expect(send()).to.have.members([...before, "Late.example", "fabrikam.com"]);
            expect(writes((await stack.up({ tlsSendDomainSecureList: ["fabrikam.com"] })).reading)).to.deep.equal([]);
            expect((await stack.destroy()).errors).to.deep.equal([]);
            expect(send()).to.have.members([...before, "Late.example"]);
        } finally {
            await place.close();
        }
    });
});
