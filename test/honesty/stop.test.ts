import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { type Directory, directoryOf, putBack } from "../conformance/driver/directory";
import { Place, schannelSettings } from "../conformance/driver/place";
import { type JointRun, JointStack, type Resource } from "../conformance/driver/together";
import { type Lab, SCHANNEL, writes } from "../lab/index.js";

const send = (more = {}): Resource => [
    sendConnector,
    "send",
    { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], requireTls: true, ...more },
];
const lists = (...domains: string[]): Resource => [transportConfig, "lists", { tlsSendDomainSecureList: domains }];
const settings = (more = {}): Resource => [schannelSettings, "settings", { eventLogging: 7, ...more }];
const relay = (more = {}): Resource => [
    receiveConnector,
    "relay",
    {
        server: "EX01",
        name: "Relay",
        transportRole: "FrontendTransport",
        bindings: ["0.0.0.0:2526"],
        remoteIpRanges: ["10.1.0.0/24"],
        ...more,
    },
];

describe("onLiveChange: stop", () => {
    let place: Place;
    let untouched: Directory;
    let stack: JointStack;
    let folder: string;
    let file: string;
    before(async () => {
        place = await Place.open({ preset: "single", foreignDomains: 2 });
        untouched = directoryOf(place.lab);
    });
    after(() => place.close());
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "exchange-tls-plan-"));
        file = join(folder, "inner", "plan.jsonl");
        place.config["exchange-tls:onLiveChange"] = "stop";
        place.config["exchange-tls:planRecord"] = file;
        stack = new JointStack(place);
    });
    afterEach(() => {
        place.lab.faults.clear();
        putBack(place.lab, untouched);
        rmSync(folder, { recursive: true, force: true });
    });

    const hand = () => place.lab.console;
    const good = async (run: Promise<JointRun>) => {
        const done = await run;
        expect(done.errors).to.deep.equal([]);
        return done;
    };
    /** Previewed and carried out. */
    const applied = async (...program: readonly Resource[]) => {
        await good(stack.preview(...program));
        return await good(stack.up(...program));
    };
    const expectStopped = async (run: Promise<JointRun>, ...says: readonly (string | RegExp)[]) => {
        const { errors, reading } = await run;
        expect(writes(reading)).to.deep.equal([]);
        expect(errors).to.have.length(1);
        for (const text of says)
            expect(errors[0]).to.match(typeof text === "string" ? new RegExp(escaped(text)) : text);
        expect(errors[0]).to.contain("Run pulumi preview again");
    };

    it("what was previewed is carried out, and the record goes with it", async () => {
        const program = [send(), lists("fabrikam.com"), settings()];
        await good(stack.preview(...program));
        expect(statSync(file).mode & 0o777).to.equal(0o600);
        expect(writes((await good(stack.up(...program))).reading)).to.have.length(3);
        expect(existsSync(file)).to.equal(false);
        expect(readdirSync(join(folder, "inner"))).to.deep.equal([]);
    });

    it("nothing is sent that no preview told; what needs no write needs no preview", async () => {
        await expectStopped(stack.up(send()), "no preview of this resource is on record", "\n+ New-SendConnector");
        expect(existsSync(file)).to.equal(false);
        await applied(send());
        await good(stack.up(send()));
        hand().run("Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: false });
        await expectStopped(
            stack.up(send()),
            "the preview had nothing to send, and the server",
            "\n+ Set-SendConnector",
        );
    });

    interface Row {
        readonly what: string;
        readonly before?: readonly Resource[];
        readonly program: readonly Resource[];
        readonly meanwhile: (lab: Lab) => void;
        readonly says: readonly string[];
    }
    const rows: readonly Row[] = [
        {
            what: "of a value to be changed, part was done by hand",
            before: [send()],
            program: [send({ requireTls: false, maxMessageSize: "20 MB" })],
            meanwhile: ({ console }) =>
                console.run("Set-SendConnector", { Identity: "To Fabrikam", MaxMessageSize: "20MB" }),
            says: [
                "the server changed since the preview",
                "\n- Set-SendConnector -Identity 'To Fabrikam' -RequireTLS $false -MaxMessageSize '20MB'",
                "\n+ Set-SendConnector -Identity 'To Fabrikam' -RequireTLS $false",
            ],
        },
        {
            what: "another value drifted",
            before: [send()],
            program: [send({ maxMessageSize: "20 MB" })],
            meanwhile: ({ console }) =>
                console.run("Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: false }),
            says: [
                "\n- Set-SendConnector",
                "\n+ Set-SendConnector -Identity 'To Fabrikam' -RequireTLS $true -MaxMessageSize '20MB'",
            ],
        },
        {
            what: "a connector to be made is there, to be adopted",
            program: [send({ adopt: true })],
            meanwhile: ({ console }) =>
                console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"] }),
            says: ["\n- New-SendConnector", "\n+ Set-SendConnector -Identity 'To Fabrikam' -RequireTLS $true"],
        },
        {
            what: "a connector to be changed was removed",
            before: [send()],
            program: [send({ requireTls: false })],
            meanwhile: ({ console }) =>
                console.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false }),
            says: ["\n- Set-SendConnector", "\n+ New-SendConnector"],
        },
        {
            what: "an entry of ours was taken out of a list",
            before: [lists("fabrikam.com")],
            program: [lists("fabrikam.com", "woodgrove.example")],
            meanwhile: ({ console }) =>
                console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Remove: ["fabrikam.com"] } }),
            says: [
                "\n- ",
                "\n+ Set-TransportConfig -TLSSendDomainSecureList @{Add='fabrikam.com','woodgrove.example'}",
            ],
        },
        {
            what: "a registry value was set",
            program: [settings({ eventLogging: 3, keySizes: { diffieHellman: { clientMin: 2048 } } })],
            meanwhile: ({ organisation }) =>
                organisation.machines.of("EX01").hand.setDword(SCHANNEL, "EventLogging", 3),
            says: ["\n- HKLM\\", "\n+ HKLM\\"],
        },
    ];
    for (const { what, before: first = [], program, meanwhile, says } of rows) {
        it(`${what}: stops, and shows both`, async () => {
            if (first.length > 0) await applied(...first);
            await good(stack.preview(...program));
            meanwhile(place.lab);
            await expectStopped(stack.up(...program), ...says);
            // What stopped was no preview: again and again, until there is one.
            await expectStopped(stack.up(...program), ...says);
            await applied(...program);
        });
    }

    it("the program is another one", async () => {
        await good(stack.preview(send()));
        await expectStopped(
            stack.up(send({ fqdn: "mail.contoso.com" })),
            "the program is not the one that was previewed",
        );
    });

    it("an entry to be taken out that is gone already, or that another resource declares by now, stops nothing", async () => {
        await applied(lists("fabrikam.com", "woodgrove.example"));
        await good(stack.preview(lists("x.example")));
        hand().run("Set-TransportConfig", { TLSSendDomainSecureList: { Remove: ["fabrikam.com"] } });
        await good(stack.up(lists("x.example")));
    });

    it("a removal is kept to what the preview said of it", async () => {
        hand().run("New-SendConnector", {
            Name: "To Fabrikam",
            AddressSpaces: ["fabrikam.com"],
            MaxMessageSize: "5MB",
        });
        const adopted = send({ adopt: true, maxMessageSize: "20 MB" });
        await applied(adopted);
        await good(stack.preview());
        hand().run("Set-SendConnector", { Identity: "To Fabrikam", MaxMessageSize: "10MB" });
        await expectStopped(
            stack.up(),
            "the server changed since the preview",
            "pulumi destroy --preview-only",
            "\n- Set-SendConnector",
            /MaxMessageSize.*\n\+ Set-SendConnector.*-RequireTLS \$false$/m,
        );
        await applied();
        expect(place.lab.organisation.sendConnector("To Fabrikam")?.settings.MaxMessageSize).to.match(/^10 MB/);
        expect(existsSync(file)).to.equal(false);
    });

    it("a removal that no preview told is refused after a refresh; without one the state has told it", async () => {
        await applied(send());
        rmSync(folder, { recursive: true, force: true });
        const one = stack.of(sendConnector, "send");
        const refreshed = await one.destroy();
        expect(refreshed.errors.join()).to.contain("no preview of this resource is on record");
        expect(writes(refreshed.reading)).to.deep.equal([]);
        const blind = await one.destroy({ refresh: false });
        expect(blind.errors).to.deep.equal([]);
        expect(writes(blind.reading)).to.have.length(1);
    });

    it("a removal as previewed is carried out, whatever a preview before said that up would change", async () => {
        await applied(lists("fabrikam.com"));
        await good(stack.preview(lists("fabrikam.com", "woodgrove.example")));
        await good(stack.preview());
        expect(writes((await good(stack.up())).reading)).to.have.length(1);
    });

    it("a removal without refresh is kept to the state, also where a preview without refresh planned something else", async () => {
        await applied(send());
        rmSync(folder, { recursive: true, force: true });
        const one = stack.of(sendConnector, "send");
        const [, , other] = send({ requireTls: false });
        expect((await one.preview(other, { refresh: false })).errors).to.deep.equal([]);
        const { errors, reading } = await one.destroy({ refresh: false });
        expect(errors).to.deep.equal([]);
        expect(writes(reading)).to.have.length(1);
    });

    const replacing = (more: object) => relay({ __replacedBy: ["maxHopCount"], ...more });
    for (const adopt of [false, true]) {
        it(`a replacement of what was ${adopt ? "taken over" : "made"}: removal and arrival as previewed`, async () => {
            if (adopt) {
                const at = { Server: "EX01", Bindings: ["0.0.0.0:2526"], RemoteIPRanges: ["10.1.0.0/24"] };
                hand().run("New-ReceiveConnector", { Name: "Relay", TransportRole: "FrontendTransport", ...at });
            }
            await applied(relay({ adopt, maxHopCount: 40 }));
            const { reading } = await applied(replacing({ adopt, maxHopCount: 50 }));
            const sent = adopt ? ["Set-", "Set-"] : ["Remove-", "New-"];
            expect(writes(reading).map(({ cmd }) => cmd)).to.deep.equal(sent.map((verb) => `${verb}ReceiveConnector`));
        });
    }

    it("a write that had no effect is made once more, and one that a rule of the server's changed is not", async () => {
        await good(stack.preview(send()));
        place.lab.faults.inject({ fault: "cut-before-answer", cmd: "New-SendConnector" });
        expect(writes((await good(stack.up(send()))).reading)).to.have.length(1);
        await good(stack.preview(send({ requireTls: false })));
        place.lab.faults.inject({ fault: "cut-before-execution", cmd: "Set-SendConnector" });
        await good(stack.up(send({ requireTls: false })));
    });

    it("a preview that failed counts for nobody, and leaves the one before", async () => {
        await good(stack.preview(send()));
        const failed = await stack.preview(send({ requireTls: false }), relay({ bindings: [] }));
        expect(failed.errors).to.have.length(1);
        await expectStopped(stack.up(send({ requireTls: false })), "the program is not the one that was previewed");
        await good(stack.up(send()));
    });

    it("a later preview takes the place of the one before", async () => {
        await good(stack.preview(send()));
        await good(stack.preview(send({ fqdn: "mail.contoso.com" })));
        await expectStopped(stack.up(send()), "the program is not the one that was previewed");
        await good(stack.up(send({ fqdn: "mail.contoso.com" })));
    });

    it("no secret stands in the record, and a previewed password is sent", async () => {
        const program = send({
            smartHosts: ["relay.contoso.com"],
            smartHostAuthMechanism: "BasicAuthRequireTLS",
            authenticationCredential: { username: "CONTOSO\\relay", password: "Secret-of-the-relay" },
        });
        await good(stack.preview(program));
        expect(readFileSync(file, "utf8")).to.contain("********").and.not.contain("Secret-of");
        await good(stack.up(program));
    });

    const broken: readonly (readonly [string, () => void, RegExp])[] = [
        [
            "is something else",
            () => writeFileSync(file, "name: a project of mine\n"),
            /it is something else, and left alone/,
        ],
        ["is a folder", () => mkdirSync(file), /EISDIR/],
        [
            "cannot be made",
            () => rmSync(join(folder, "inner"), { recursive: true }) ?? writeFileSync(join(folder, "inner"), ""),
            /ENOTDIR|EEXIST/,
        ],
    ];
    for (const [what, prepare, says] of broken) {
        it(`a record that ${what} stops preview and update, and is left alone`, async () => {
            mkdirSync(join(folder, "inner"));
            prepare();
            for (const run of [await stack.preview(send()), await stack.up(send())]) {
                expect(run.errors.join()).to.match(says).and.contain("exchange-tls:planRecord");
                expect(writes(run.reading)).to.deep.equal([]);
            }
            if (what === "is something else") expect(readFileSync(file, "utf8")).to.equal("name: a project of mine\n");
        });
    }

    const LATER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    for (const [what, declare, byHand, says] of [
        [
            "a connector",
            (more: object) => send({ port: 26, ...more }),
            (lab: Lab) => lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: false }),
            ["\n- Set-SendConnector -Identity 'To Fabrikam' -Port 26\n+ Set-SendConnector", "-RequireTLS $true"],
        ],
        [
            "a server's settings",
            (more: object) => settings({ ...more, port: undefined }),
            (lab: Lab) => lab.registry("EX01").setDword(SCHANNEL, "EventLogging", 2),
            ["\n+ HKLM", "EventLogging: DWord 7"],
        ],
    ] as const) {
        it(`${what}: an update that was interrupted before it sent anything has told nobody anything`, async () => {
            await applied(declare({ port: undefined }));
            await good(stack.preview(declare({ __updates: LATER })));
            byHand(place.lab);
            // It plans, as a preview does, and comes to nothing more.
            await good(stack.preview(declare({ __updates: true })));
            await expectStopped(stack.up(declare({ __updates: true })), "the server changed since", ...says);
        });
    }

    it("a line that was cut off told nobody anything", async () => {
        await good(stack.preview(send()));
        writeFileSync(file, readFileSync(file, "utf8").slice(0, -40));
        await expectStopped(stack.up(send()), "no preview of this resource is on record");
    });

    it("without it, up plans anew and says what it does", async () => {
        delete place.config["exchange-tls:onLiveChange"];
        await good(stack.preview(send()));
        hand().run("New-SendConnector", { Name: "Internet", AddressSpaces: ["*"] });
        await good(stack.up(send({ maxMessageSize: "20 MB" })));
        expect(existsSync(file)).to.equal(false);
    });
});

function escaped(text: string): string {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
