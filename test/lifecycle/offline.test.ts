import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { differences, directoryOf, putBack } from "../conformance/driver/directory";
import { Place, type Subject, schannelSettings } from "../conformance/driver/place";
import { type Program, type Run, Stack, urnOf } from "../conformance/driver/stack";
import { JointStack, type Resource } from "../conformance/driver/together";
import { writes } from "../lab/meter.js";

const send = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
const relay = {
    ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
    ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"] },
};

/** Each kind: a program, one that means the same, another one, and one that is wrong by itself. */
const KINDS: Readonly<Record<string, readonly [Subject, Program, Program, Program, Program, RegExp]>> = {
    "a send connector": [
        sendConnector,
        { ...send, maxMessageSize: "10 MB" },
        { ...send, addressSpaces: ["SMTP:FABRIKAM.com;1"], maxMessageSize: "10240 KB" },
        { ...send, maxMessageSize: "20 MB" },
        { ...send, maxMessageSize: "ten", port: 0 },
        /^maxMessageSize: expected|^port: expected/,
    ],
    "a receive connector": [
        receiveConnector,
        relay,
        { ...relay, server: "ex01.contoso.com", remoteIpRanges: ["10.1.0.0-10.1.0.255"] },
        { ...relay, remoteIpRanges: ["10.1.0.0/25"] },
        { ...relay, requireTls: true, authMechanism: ["Integrated"] },
        /\(R4\)/,
    ],
    "the secure-domain lists": [
        transportConfig,
        { tlsSendDomainSecureList: ["fabrikam.com", "b.com"] },
        { tlsSendDomainSecureList: ["B.com", "Fabrikam.COM"] },
        { tlsSendDomainSecureList: ["fabrikam.com"] },
        { tlsSendDomainSecureList: ["*"] },
        /^tlsSendDomainSecureList\[0\]: expected/,
    ],
    "a server's settings": [
        schannelSettings,
        { eventLogging: 3, winHttp: { protocols: ["TLS 1.2"] } },
        { winHttp: { protocols: ["TLS 1.2"] }, eventLogging: 3 },
        { eventLogging: 7 },
        { eventLogging: 9 },
        /^eventLogging: /,
    ],
};

describe("a run that asks no server (exchange-tls:offline)", () => {
    let place: Place;
    before(async () => {
        place = await Place.open({ preset: "dag" });
    });
    after(() => place.close());
    beforeEach(() => place.reconnect());
    afterEach(() => {
        place.config["exchange-tls:offline"] = "false";
    });
    const offline = async (work: () => Promise<Run>): Promise<Run> => {
        place.config["exchange-tls:offline"] = "true";
        const mark = place.lab.meter.mark();
        const run = await work();
        place.config["exchange-tls:offline"] = "false";
        expect(place.lab.meter.since(mark).authentications, "connections").to.deep.equal({});
        return run;
    };

    for (const [what, [kind, program, same, other, wrong, says]] of Object.entries(KINDS)) {
        it(`${what}: compared with the state, never with the server, and never written`, async () => {
            const stack = new Stack(place, kind);
            const made = await offline(() => stack.preview(program));
            expect([made.operation, made.errors]).to.deep.equal(["create", []]);
            expect(made.log.join("\n")).to.match(/^exchange-tls:offline is set: no server is asked\.[^\n]+$/);
            const refused = await offline(() => stack.up(program));
            expect(refused.errors.join()).to.match(/: creating failed: exchange-tls:offline is set/);
            expect((await offline(() => stack.preview(wrong))).errors.join("\n")).to.match(says);

            expect((await stack.up(program)).errors).to.deep.equal([]);
            const { state } = stack;
            const before = directoryOf(place.lab);
            const again = await offline(() => stack.up(same));
            // Another spelling is the same program; of a server's settings only the order of properties is free.
            expect([again.operation, again.errors, again.drift]).to.deep.equal(["same", [], []]);
            expect(again.log).to.have.length(1);
            const changed = await offline(() => stack.preview(other));
            expect([changed.operation, changed.errors]).to.deep.equal(["update", []]);
            const written = await offline(() => stack.up(other));
            expect(written.errors.join()).to.match(/: updating failed: exchange-tls:offline is set/);
            const gone = await offline(() => stack.destroy());
            expect(gone.errors.join()).to.match(/: removing failed: exchange-tls:offline is set/);
            expect(stack.state?.outputs).to.deep.equal(state?.outputs);
            expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
            expect((await stack.destroy()).errors).to.deep.equal([]);
        });
    }

    it("a refresh brings nothing and loses nothing, drift or not", async () => {
        const stack = new Stack(place, sendConnector);
        await stack.up({ ...send, requireTls: true });
        place.lab.console.run("Set-SendConnector", { Identity: send.name, RequireTLS: false });
        const { state } = stack;
        expect((await offline(() => stack.refresh())).drift).to.deep.equal([]);
        expect(stack.state).to.deep.equal(state);
        expect((await stack.refresh()).drift).to.deep.equal(["requireTls"]);
        await stack.destroy();
    });

    it("what get looks up is refused, and what it looked up once stays as it was", async () => {
        place.config["exchange-tls:offline"] = "true";
        for (const kind of [sendConnector, schannelSettings]) {
            const provider = await place.process([])(kind);
            const props = { connection: { ...place.connection }, __get: true, __urn: urnOf(kind, "looked-at") };
            const refused = await provider.read("some-id", props).then(String, (error: Error) => error.message);
            expect(refused).to.match(/: looking up failed: exchange-tls:offline is set/);
            const known = { ...props, onDestroy: "leaves it" };
            expect(await provider.read("some-id", known)).to.deep.include({ id: "some-id", props: known });
        }
    });

    it("a connector that moves to another server is a replacement all the same", async () => {
        const stack = new Stack(place, receiveConnector);
        await stack.up(relay);
        const moved = await offline(() => stack.preview({ ...relay, server: "EX02" }));
        expect([moved.operation, moved.errors]).to.deep.equal(["replace", []]);
        await stack.destroy();
    });

    it("what a new connector's own values contradict is refused, and what adoption may bring is not", async () => {
        const stack = new Stack(place, sendConnector);
        const half = { ...send, tlsAuthLevel: "DomainValidation", tlsDomain: "fabrikam.com" };
        expect((await offline(() => stack.preview(half))).errors.join()).to.contain("(S4)");
        expect((await offline(() => stack.preview({ ...half, adopt: true }))).errors).to.deep.equal([]);
    });

    const hub = { ...relay, name: "Hub", transportRole: "HubTransport" };
    const first: Resource = [receiveConnector, "relay", relay];
    const rows: Readonly<Record<string, readonly [Resource, RegExp | undefined]>> = {
        "the same object twice": [
            [receiveConnector, "twin", relay],
            /declared twice: resource 'relay' has the same name\. Declare it in one of them/,
        ],
        "two services on one binding": [[receiveConnector, "hub", hub], /'EX01\\Relay'.*\(R10\)/],
        "the same clients": [[receiveConnector, "copy", { ...relay, name: "Copy" }], /\(R9\)/],
        "ranges that cross": [
            [receiveConnector, "cross", { ...relay, name: "Cross", remoteIpRanges: ["10.1.0.128-10.1.1.5"] }],
            /\(R11\)/,
        ],
        "another server": [[receiveConnector, "other", { ...hub, server: "EX02" }], undefined],
        "an unknown server, which nobody can know": [
            [receiveConnector, "other", { ...hub, server: "EX99" }],
            undefined,
        ],
    };
    for (const [what, [second, says]] of Object.entries(rows)) {
        it(`what the run itself declares is judged: ${what}`, async () => {
            place.config["exchange-tls:offline"] = "true";
            const { errors, log } = await new JointStack(place).preview(first, second);
            if (says === undefined) expect(errors).to.deep.equal([]);
            else expect(errors.join("\n")).to.match(says);
            expect(log, "one line for the run").to.have.length(1);
            if (says === undefined || second[1] === "twin") return;
            // What is there already may be otherwise than declared, and Exchange may have accepted it: only told.
            const [kind, name, program] = second;
            const taken = await new JointStack(place).preview(first, [kind, name, { ...program, adopt: true }]);
            expect(taken.errors).to.deep.equal([]);
            expect(taken.log.slice(1).join()).to.match(says);
        });
    }
});

describe("a server that nobody answers for", () => {
    let place: Place;
    const LINE = /^127\.0\.0\.1:\d+ cannot be reached \(.*ECONNREFUSED.*\): new resources there are checked without it/;
    before(async () => {
        place = await Place.open({ preset: "dag" });
    });
    after(() => place.close());
    const down = async () => {
        await place.lab.faults.refuseDials();
        await place.reconnect();
    };
    const up = async () => {
        await place.lab.faults.acceptDials();
        await place.reconnect();
    };
    afterEach(up);

    for (const [what, [kind, program, , , wrong, says]] of Object.entries(KINDS)) {
        it(`${what} that is new is checked without it, and up fails clearly`, async () => {
            const stack = new Stack(place, kind);
            await down();
            const preview = await stack.preview(program);
            expect([preview.operation, preview.errors]).to.deep.equal(["create", []]);
            expect(preview.log).to.have.length(1);
            expect(preview.log[0]).to.match(LINE);
            expect((await stack.preview(wrong)).errors.join("\n")).to.match(says);
            await place.reconnect();
            const { errors } = await stack.up(program);
            expect(errors).to.have.length(1);
            expect(errors[0]).to.match(/connecting \(127\.0\.0\.1:\d+\) failed: .*ECONNREFUSED/);
            expect(stack.state).to.equal(undefined);
            await up();
            expect((await stack.up(program)).errors).to.deep.equal([]);
            expect((await stack.destroy()).errors).to.deep.equal([]);
        });

        it(`${what} that exists stops the run, with the ways out, and the state stays`, async () => {
            const stack = new Stack(place, kind);
            await stack.up(program);
            const { state } = stack;
            const before = directoryOf(place.lab);
            for (const run of [() => stack.preview(program), () => stack.refresh(), () => stack.destroy()]) {
                await down();
                const { errors, reading } = await run();
                expect(errors).to.have.length(1);
                expect(errors[0])
                    .to.match(/connecting \(127\.0\.0\.1:\d+\) failed: .*ECONNREFUSED/)
                    .and.contain("EXCHANGE_TLS_OFFLINE=true")
                    .and.contain("--exclude '**::subject'");
                expect(writes(reading)).to.deep.equal([]);
                await up();
            }
            expect(stack.state).to.equal(state);
            expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
            await stack.destroy();
        });
    }

    it("is told once for a run of many new resources, beside what they break among themselves", async () => {
        await down();
        const config: Resource = [transportConfig, "domains", { tlsSendDomainSecureList: ["fabrikam.com"] }];
        const clash: Resource = [receiveConnector, "hub", { ...relay, name: "Hub", transportRole: "HubTransport" }];
        const run = await new JointStack(place).preview(
            [sendConnector, "partner", send],
            config,
            [receiveConnector, "relay", relay],
            clash,
        );
        expect(run.log).to.have.length(1);
        expect(run.errors.join()).to.contain("(R10)");
    });

    it("is told in full by the first of many resources that exist, and in short by the others", async () => {
        const stacks = [sendConnector, transportConfig].map((kind) => new Stack(place, kind, urnOf(kind, kind.type)));
        const programs = [send, { tlsSendDomainSecureList: ["b.com"] }];
        for (const [index, stack] of stacks.entries()) await stack.up(programs[index] ?? {});
        await down();
        const [first, second] = await Promise.all(stacks.map((stack) => stack.refresh()));
        expect(first?.errors[0]).to.contain("ECONNREFUSED");
        expect(second?.errors[0]).to.match(
            /^transport config: nothing was compared or done, because 127\.0\.0\.1:\d+ cannot be reached \(see SendConnector 'SendConnector'\)$/,
        );
        await up();
        for (const stack of stacks) await stack.destroy();
    });

    it("fails alone: a connector over another connection is planned as ever", async () => {
        const stack = new JointStack(place);
        const nobody = { ...place.connection, port: 1 };
        const other: Resource = [receiveConnector, "down", { ...relay, server: "EX02", connection: nobody }];
        const { errors, log } = await stack.preview(other, [receiveConnector, "relay", relay]);
        expect(errors).to.deep.equal([]);
        expect(log[0]).to.match(LINE);
        expect(log.filter((line) => line.startsWith("New-ReceiveConnector"))).to.have.length(1);
    });

    /** Somebody answers, so nothing may be said without it. */
    const answers: Readonly<Record<string, readonly [object, RegExp]>> = {
        "a wrong host key": [{ hostKey: `SHA256:${"A".repeat(43)}` }, /checking the host key/],
        "an account that is not let in": [{ username: "CONTOSO\\nobody" }, /logging on/],
    };
    for (const [what, [more, says]] of Object.entries(answers)) {
        it(`is another matter than ${what}: that refuses a new resource as well`, async () => {
            const stack = new Stack(place, sendConnector);
            const run = await stack.preview({ ...send, connection: { ...place.connection, ...more } });
            expect(run.errors.join()).to.match(says);
        });
    }

    const notLetIn: readonly (readonly [string, object, string])[] = [
        ["a wrong host key", { hostKey: `SHA256:${"A".repeat(43)}` }, "checking the host key"],
        ["an account that is not let in", { username: "CONTOSO\\nobody" }, "logging on as CONTOSO\\nobody"],
        ["no password", { passwordEnv: "NO_SUCH_PASSWORD" }, "looking up a password for labadmin"],
    ];
    for (const [what, more, step] of notLetIn) {
        it(`${what} is told in full by the first resource, and in short by the others`, async () => {
            const connection = { ...place.connection, ...more };
            const kinds = [sendConnector, transportConfig];
            const errors: string[] = [];
            for (const kind of kinds) {
                const stack = new Stack(place, kind, urnOf(kind, "partner"));
                const program = {
                    ...(kind === sendConnector ? send : { tlsSendDomainSecureList: ["b.com"] }),
                    connection,
                };
                errors.push(...(await stack.preview(program)).errors);
            }
            expect(errors).to.have.length(2);
            expect(errors[0]).to.match(/failed: .+\. .+/);
            expect(errors[1]).to.equal(
                `transport config: nothing was compared or done, because ${step} (${place.lab.connection.host}:${place.lab.connection.port}) failed (see SendConnector 'partner')`,
            );
        });
    }

    it("a name that DNS does not know is nobody, too", async () => {
        const connection = { ...place.connection, host: "ex01.invalid" };
        const run = await new Stack(place, sendConnector).preview({ ...send, connection });
        expect(run.errors).to.deep.equal([]);
        expect(run.log.join()).to.match(/^ex01\.invalid:\d+ cannot be reached/);
    });

    it("what is there after all is planned with everything", async () => {
        const before = directoryOf(place.lab);
        place.lab.console.run("New-SendConnector", { Name: send.name, AddressSpaces: ["x.com"] });
        const stack = new Stack(place, sendConnector);
        await down();
        expect((await stack.preview(send)).errors).to.deep.equal([]);
        await up();
        expect((await stack.up(send)).errors.join()).to.contain("exists already");
        putBack(place.lab, before);
    });
});
