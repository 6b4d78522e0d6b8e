import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { inspect, promisify } from "node:util";
import { expect } from "chai";
import type { ExchangeTlsError } from "../../provider/errors";
import type { AgentSession } from "../../provider/session/agent/agent-session";
import { type Clock, systemClock, TIMEOUTS, type Timeouts } from "../../provider/session/clock";
import type { AgentCall } from "../../provider/session/frames";
import { SessionPool } from "../../provider/session/pool/pool";
import { agentSource } from "../../provider/session/ssh/delivery";
import { settle } from "./hand-clock";
import {
    AGENT,
    AGENT_HASH,
    HELLO,
    OPENED,
    okResult,
    PASSWORD,
    type Peer,
    type Script,
    type Step,
    startPeer,
} from "./peer";
import { rejection } from "./rejection";
import { FINGERPRINT, settingsOf } from "./settings";

const GET: AgentCall = { cmd: "Get-SendConnector", par: {}, sel: ["Name"] };
const set = (name: string): AgentCall => ({ cmd: "Set-SendConnector", par: { Identity: name }, sel: [] });
/** The script took care of the step by what it did just now. */
const handled = (_: unknown) => true;
const SHORT: Partial<Timeouts> = {
    delivery: 200,
    hello: 200,
    open: 200,
    cancelGrace: 100,
    goodbye: 200,
    retryPause: [1, 2],
};

describe("session: over SSH, with a peer by script", () => {
    let peer: Peer;
    let pool: SessionPool;
    const unheard: unknown[] = [];
    const hear = (cause: unknown) => void unheard.push(cause);

    before(() => {
        process.on("unhandledRejection", hear);
        process.on("uncaughtExceptionMonitor", hear);
    });

    after(() => {
        process.off("unhandledRejection", hear);
        process.off("uncaughtExceptionMonitor", hear);
    });

    beforeEach(async () => {
        peer = await startPeer();
        pool = poolWith({});
    });

    afterEach(async () => {
        await pool.close(100);
        await peer.deserted();
        await peer.stop();
        expect(unheard.splice(0)).to.deep.equal([]);
    });

    function poolWith(timeouts: Partial<Timeouts>, password = PASSWORD, clock: Clock = systemClock): SessionPool {
        return new SessionPool({
            secrets: {
                env: { EXCHANGE_TLS_PASSWORD: password },
                readFile: () => Promise.reject(new Error("no files here")),
            },
            agent: async () => agentSource(AGENT),
            clock,
            timeouts: { ...TIMEOUTS, ...timeouts },
            random: Math.random,
        });
    }

    function settings(change: Readonly<Record<string, unknown>> = {}) {
        return settingsOf({ host: "127.0.0.1", port: peer.port, hostKey: peer.hostKey, ...change });
    }

    /** Settings whose limits are below what the schema lets a program say. */
    function impatient() {
        return { ...settings(), connectTimeout: 0.3, callTimeout: 0.2 };
    }

    const session = (change = {}): AgentSession => pool.sessionFor(settings(change));
    const targets = () => [...peer.files.keys()];

    describe("from nothing to an answer", () => {
        it("delivers, starts, opens and reads over one connection", async () => {
            expect(await session().read([GET])).to.deep.equal([okResult(GET)]);
            const path = `C:/ProgramData/ssh/pulumi-exchange-tls/agent-${AGENT_HASH}.ps1`;
            expect(targets()).to.deep.equal([path]);
            expect(peer.commands).to.deep.equal([`powershell.exe -NoLogo -NoProfile -NonInteractive -File ${path}`]);
            expect(peer.authentications).to.deep.equal(["password"]);
            expect(peer.opens).to.deep.equal([
                {
                    id: 1,
                    op: "open",
                    exchange: { kind: "remote", uri: "http://127.0.0.1/PowerShell/", authentication: "Kerberos" },
                    heartbeatS: 45,
                    idleS: 600,
                },
            ]);
            expect(peer.connections).to.equal(1);
        });

        it("tells what it reached", async () => {
            expect(await session().info()).to.deep.include({
                version: OPENED.version,
                server: "EX01",
                computer: "EX01",
                culture: "de-DE",
            });
            expect(peer.batches).to.have.length(0);
        });

        it("uses an installed agent that is ours, and uploads nothing", async () => {
            peer.files.set("D:/tools/agent.ps1", AGENT);
            await session({ agentPath: "D:/tools/agent.ps1" }).read([GET]);
            expect(peer.commands).to.deep.equal([
                "powershell.exe -NoLogo -NoProfile -NonInteractive -File D:/tools/agent.ps1",
            ]);
            expect(targets()).to.deep.equal(["D:/tools/agent.ps1"]);
        });

        it("accepts the second of two fingerprints", async () => {
            await session({ hostKey: [FINGERPRINT, peer.hostKey] }).read([GET]);
            expect(peer.batches).to.have.length(1);
        });

        it("reads an answer of a megabyte with noise around it", async () => {
            const name = "größe".repeat(200_000);
            peer.script = {
                batch: ({ request, raw, frame }) => {
                    raw("WARNING: noise\r\n");
                    frame({ id: request?.id, op: "accepted" });
                    frame({
                        id: request?.id,
                        op: "result",
                        results: [{ ok: true, out: [{ Name: name }], warnings: [], ms: 1 }],
                    });
                    return true;
                },
            };
            const [result] = await session().read([GET]);
            expect(result).to.deep.include({ out: [{ Name: name }] });
        });

        it("sends the service account's password in the open frame only", async () => {
            pool = new SessionPool({
                secrets: {
                    env: { EXCHANGE_TLS_PASSWORD: PASSWORD, EXCHANGE_TLS_SERVICE_PASSWORD: "svc-secret" },
                    readFile: async () => "",
                },
                ...{
                    agent: async () => agentSource(AGENT),
                    clock: systemClock,
                    timeouts: TIMEOUTS,
                    random: Math.random,
                },
            });
            await session({ exchange: { server: "ex02.contoso.com", username: "CONTOSO\\tls" } }).read([GET]);
            expect(peer.opens[0]).to.deep.include({
                exchange: {
                    kind: "remote",
                    uri: "http://ex02.contoso.com/PowerShell/",
                    authentication: "Kerberos",
                    credential: { user: "CONTOSO\\tls", v: "svc-secret" },
                },
            });
            expect(JSON.stringify([peer.commands, peer.batches])).not.to.contain("svc-secret");
        });
    });

    describe("sharing", () => {
        it("is one connection for the same settings, however they are written down, and for all at once", async () => {
            const same = { ...settings({ hostKey: [FINGERPRINT, peer.hostKey] }) };
            const again = Object.fromEntries(
                Object.entries({ ...same, hostKey: same.hostKey.toReversed() }).reverse(),
            ) as typeof same;
            expect(pool.sessionFor(again)).to.equal(pool.sessionFor(same));
            await Promise.all(Array.from({ length: 50 }, () => pool.sessionFor(same).read([GET])));
            expect([peer.connections, peer.opens.length, peer.batches.length]).to.deep.equal([1, 1, 50]);
        });

        it("is another connection for another account, session or directory", () => {
            const all = [
                {},
                { username: "other" },
                { exchange: { kind: "snapin" } },
                { agentDirectory: "D:/x" },
                { callTimeout: 60 },
            ];
            expect(new Set(all.map((change) => session(change))).size).to.equal(all.length);
        });

        it("makes 7 exchanges of 50 writes, 8 at a time", async () => {
            const shared = session();
            await shared.info();
            peer.script = {
                batch: ({ request, frame }) => {
                    if (request?.op !== "batch") return false;
                    setTimeout(
                        () => frame({ id: request.id, op: "result", results: request.calls.map(okResult) }),
                        100,
                    );
                    return true;
                },
            };
            const names = Array.from({ length: 50 }, (_, index) => `c${index}`);
            const worker = async () => {
                for (let name = names.shift(); name !== undefined; name = names.shift()) {
                    const { results, readBack } = await shared.write([set(name)], GET);
                    expect([results, readBack]).to.deep.equal([[okResult(set(name))], okResult(GET)]);
                }
            };
            await Promise.all(Array.from({ length: 8 }, worker));
            expect(peer.batches.map((calls) => calls.length)).to.deep.equal([9, 9, 9, 9, 9, 9, 3]);
        });

        it("hands a failed call to the one whose call it was", async () => {
            const error = { code: "Cmdlet", message: "denied", transient: false };
            peer.answer = (calls) =>
                calls.map((call) =>
                    "par" in call && call.par.Identity === "b" ? { ok: false, error } : okResult(call),
                );
            const answers = await Promise.all(["a", "b", "c"].map((name) => session().write([set(name)], GET)));
            expect(answers.map(({ results }) => results.map((result) => "ok" in result && result.ok))).to.deep.equal([
                [true],
                [false],
                [true],
            ]);
            expect(peer.batches).to.have.length(1);
        });
    });

    describe("refusals", () => {
        it("refuses a foreign host key before anything is sent", async () => {
            const error = await rejection(session({ hostKey: [FINGERPRINT] }).read([GET]));
            expect(error.code).to.equal("HostKey");
            expect(error.message).to.contain(peer.hostKey).and.to.contain(FINGERPRINT);
            expect(peer.authentications).to.deep.equal([]);
            await rejection(session({ hostKey: [FINGERPRINT] }).write([set("a")], GET));
            expect(peer.connections).to.equal(1);
        });

        it("tries a wrong password once, and says it nowhere", async () => {
            const wrong = "wrong-secret-4711";
            pool = poolWith({}, wrong);
            const errors = await Promise.all([
                ...Array.from({ length: 20 }, () => rejection(session().read([GET]))),
                ...Array.from({ length: 20 }, () => rejection(session().write([set("a")], GET))),
            ]);
            errors.push(await rejection(session().read([GET])));
            for (const error of errors) {
                expect(error.code).to.equal("Authentication");
                expect(error.message).to.contain("password").and.to.contain("publickey");
                const text = `${inspect(error, { depth: 9, showHidden: true })}${error.stack}${JSON.stringify(error)}`;
                expect(text).not.to.contain(wrong);
            }
            expect(peer.authentications).to.deep.equal(["password"]);
            expect(peer.connections).to.equal(1);
        });

        it("does not try again when the server ends the connection during the logon", async () => {
            peer.script = { authentication: ({ reset }) => handled(reset()) };
            const error = await rejection(session().read([GET]));
            expect([error.code, error.retryable]).to.deep.equal(["ConnectionLost", false]);
            expect(peer.connections).to.equal(1);
        });

        it("remembers that nobody listens", async () => {
            const closed = createServer().listen(0, "127.0.0.1");
            await once(closed, "listening");
            const { port } = closed.address() as { port: number };
            closed.close();
            await once(closed, "close");
            const first = await rejection(session({ port }).read([GET]));
            expect(first.code).to.equal("Unreachable");
            expect(first.message).to.contain(`127.0.0.1:${port}`).and.to.contain("sshd");
            expect(await rejection(session({ port }).write([set("a")], GET))).to.equal(first);
        });

        it("does not dial without credentials", async () => {
            pool = poolWith({}, "");
            const error = await rejection(session().read([GET]));
            expect(error.code).to.equal("Credentials");
            expect(peer.connections).to.equal(0);
        });

        it("takes an HTTP server for what it is", async () => {
            peer.script = {
                dial: ({ socket }) => handled(socket.end(`HTTP/1.1 400 Bad Request\r\n\r\n${"x".repeat(9000)}`)),
            };
            const error = await rejection(session().read([GET]));
            expect(["Unreachable", "ConnectionLost"]).to.include(error.code);
        });

        for (const [name, script, code, words] of [
            [
                "another script",
                { hello: ({ frame }) => handled(frame({ ...HELLO, agent: "0".repeat(64) })) },
                "AgentStart",
                "another script",
            ],
            ["another protocol", { hello: ({ frame }) => handled(frame({ ...HELLO, v: 2 })) }, "Protocol", "version 2"],
            [
                "constrained language",
                {
                    hello: ({ frame, exit }) => {
                        const error = { code: "LanguageMode", message: "it needs FullLanguage", transient: false };
                        frame({ ...HELLO, languageMode: "ConstrainedLanguage" });
                        frame({ id: null, op: "error", error });
                        return handled(exit(1));
                    },
                },
                "LanguageMode",
                "ConstrainedLanguage",
            ],
            ["a damaged hello", { hello: ({ raw }) => handled(raw("@@ {]hello\n")) }, "Protocol", "damaged hello"],
            [
                "a script that may not run",
                {
                    hello: ({ channel, exit }) => {
                        channel?.stderr.write("running scripts is disabled");
                        exit(1);
                        return true;
                    },
                },
                "AgentStart",
                "running scripts is disabled",
            ],
            [
                "a session that cannot be opened",
                {
                    open: ({ request, frame }) => {
                        frame({
                            id: request?.id,
                            op: "error",
                            error: { code: "Session", message: "WinRM kann nicht", transient: false },
                        });
                        return true;
                    },
                },
                "ExchangeSession",
                "WinRM kann nicht",
            ],
            [
                "an unreachable directory",
                {
                    open: ({ request, frame }) => {
                        const adError = { code: "Cmdlet", message: "credential is invalid", transient: false };
                        frame({ ...OPENED, id: request?.id, adReachable: false, adError });
                        return true;
                    },
                },
                "Directory",
                "exchange.username",
            ],
        ] as readonly (readonly [string, Script, string, string])[]) {
            it(`names ${name}, and remembers it`, async () => {
                peer.script = script;
                const error = await rejection(session().read([GET]));
                expect(error.code).to.equal(code);
                expect(error.message).to.contain(words).and.to.contain(`127.0.0.1:${peer.port}`);
                expect(await rejection(session().read([GET]))).to.equal(error);
                await peer.deserted();
                expect(peer.connections).to.equal(1);
            });
        }
    });

    describe("a reset", () => {
        for (const step of ["dial", "sftp", "exec", "hello", "open", "batch"] as const) {
            it(`at ${step} is survived by a read`, async () => {
                peer.script = {
                    [step]: ({ connection, reset }: { connection: number; reset: () => void }) =>
                        connection === 1 && handled(reset()),
                };
                expect(await session().read([GET])).to.deep.equal([okResult(GET)]);
                expect(peer.connections).to.equal(2);
            });

            it(`at ${step} every time ends a read after the second attempt`, async () => {
                pool = poolWith(SHORT);
                peer.script = { [step]: ({ reset }: { reset: () => void }) => handled(reset()) };
                const error = await rejection(session().read([GET]));
                expect(error.code).to.equal("ConnectionLost");
                expect(peer.connections).to.equal(2);
            });
        }

        for (const step of ["dial", "sftp", "exec", "hello", "open"] as const) {
            it(`at ${step} is survived by a write, because nothing was sent`, async () => {
                peer.script = {
                    [step]: ({ connection, reset }: { connection: number; reset: () => void }) =>
                        connection === 1 && handled(reset()),
                };
                await session().write([set("a")], GET);
                expect(peer.batches).to.deep.equal([[set("a"), GET]]);
            });
        }

        for (const [name, before] of [
            ["before anything", () => undefined],
            ["after accepted", ({ request, frame }) => frame({ id: request?.id, op: "accepted" })],
            [
                "in the answer",
                ({ request, raw }) => raw(`@@${HELLO.nonce} {"id":${request?.id},"op":"result","results":[{"ok":tr`),
            ],
        ] as readonly (readonly [
            string,
            NonNullable<Script["batch"]> | ((at: Parameters<NonNullable<Script["batch"]>>[0]) => void),
        ])[]) {
            it(`${name} loses the answer of a write, which is not repeated; a read settles it`, async () => {
                peer.script = {
                    batch: (at) => {
                        if (at.connection !== 1) return false;
                        before(at);
                        setImmediate(at.reset);
                        return true;
                    },
                };
                const errors = await Promise.all(
                    ["a", "b"].map((name) => rejection(session().write([set(name)], GET))),
                );
                expect(errors.map(({ code, retryable }) => [code, retryable])).to.deep.equal([
                    ["AnswerLost", false],
                    ["AnswerLost", false],
                ]);
                expect(peer.batches).to.deep.equal([[set("a"), set("b"), GET]]);
                expect(await session().read([GET])).to.deep.equal([okResult(GET)]);
                expect(peer.connections).to.equal(2);
            });
        }

        describe("of a line that was open", () => {
            const pauses: (() => void)[] = [];
            beforeEach(async () => {
                pauses.splice(0);
                const clock: Clock = {
                    now: () => systemClock.now(),
                    after(ms, run, purpose) {
                        if (ms !== TIMEOUTS.reconnectPause) return systemClock.after(ms, run, purpose);
                        pauses.push(run);
                        return () => undefined;
                    },
                };
                pool = poolWith(SHORT, PASSWORD, clock);
                await session().read([GET]);
            });
            const down = ({ reset }: { reset: () => void }) => handled(reset());

            it("stands for all that follow when nobody lets us in again, until a pause is over", async () => {
                peer.script = { batch: down, dial: down };
                const first = await rejection(session().read([GET]));
                expect([first.code, peer.connections]).to.deep.equal(["ConnectionLost", 3]);
                expect(await rejection(session().write([set("a")], GET))).to.equal(first);
                expect(peer.connections).to.equal(3);
                peer.script = {};
                for (const end of pauses) end();
                expect(await session().read([GET])).to.deep.equal([okResult(GET)]);
                expect([pauses.length, peer.connections]).to.deep.equal([1, 4]);
            });

            it("is not tried again where the account is refused by now: it could be locked", async () => {
                peer.script = { batch: down, authentication: ({ context }) => handled(context?.reject([])) };
                const first = await rejection(session().read([GET]));
                expect(first.code).to.equal("Authentication");
                expect(await rejection(session().read([GET]))).to.equal(first);
                expect([pauses.length, peer.connections]).to.deep.equal([0, 2]);
            });
        });

        it("while nothing is asked is noticed, and the next write takes a fresh connection", async () => {
            let reset: () => void = () => undefined;
            peer.script = {
                batch: (at) => {
                    reset = at.reset;
                    return false;
                },
            };
            await session().read([GET]);
            reset();
            await peer.deserted();
            // What the peer has done, the client hears in the next rounds of its own event loop.
            for (let round = 0; round < 5; round++) await settle();
            await session().write([set("a")], GET);
            expect(peer.connections).to.equal(2);
            expect(peer.batches).to.deep.equal([[GET], [set("a"), GET]]);
        });
    });

    describe("odd answers", () => {
        for (const [name, odd] of [
            ["a result too few", { op: "result", results: [okResult(GET)] }],
            ["no results", { op: "result" }],
            ["another kind of frame", { op: "opened" }],
            ["results that are none", { op: "result", results: [1, 2] }],
        ] as const) {
            it(`${name}: a write is unknown, a read is refused`, async () => {
                peer.script = { batch: ({ request, frame }) => handled(frame({ ...odd, id: request?.id })) };
                expect((await rejection(session().write([set("a")], GET))).code).to.equal("AnswerLost");
                expect((await rejection(session().read([GET, GET]))).code).to.equal("Protocol");
            });
        }

        it("an error frame is an answer: nothing was done", async () => {
            const error = { code: "TooLong", message: "frame over the limit", transient: false };
            peer.script = { batch: ({ request, frame }) => handled(frame({ id: request?.id, op: "error", error })) };
            const failure = await rejection(session().write([set("a")], GET));
            expect(failure.code).to.equal("Protocol");
            expect(failure.message).to.contain("frame over the limit");
            peer.script = {};
            await session().read([GET]);
            expect(peer.connections).to.equal(1);
        });

        it("an agent that ends after a write loses the answer", async () => {
            peer.script = { batch: ({ connection, exit }) => connection === 1 && handled(exit(3)) };
            const error = await rejection(session().write([set("a")], GET));
            expect(error.code).to.equal("AnswerLost");
            expect(error.message).to.contain("exit code 3");
        });
    });

    describe("a stall", () => {
        for (const [step, code] of [
            ["dial", "Unreachable"],
            ["authentication", "Deadline"],
            ["sftp", "Deadline"],
            ["exec", "Deadline"],
            ["hello", "Deadline"],
            ["open", "Deadline"],
            ["batch", "Deadline"],
        ] as readonly (readonly [Step, string])[]) {
            it(`at ${step} ends by its own deadline`, async () => {
                pool = poolWith(SHORT);
                peer.script = { [step]: () => true };
                const started = performance.now();
                const error = await rejection(pool.sessionFor(impatient()).read([GET]));
                expect(error.code).to.equal(code);
                expect(error.message).to.match(/within 0\.\d s/);
                expect(performance.now() - started).to.be.below(3000);
                expect(peer.connections).to.equal(1);
                await peer.deserted();
            });
        }

        it("of a write is cancelled, then killed, and its outcome unknown", async () => {
            pool = poolWith(SHORT);
            peer.script = { batch: ({ connection }) => connection === 1 };
            const impatientSession = pool.sessionFor(impatient());
            const error = await rejection(impatientSession.write([set("a")], GET));
            expect(error.code).to.equal("AnswerLost");
            expect(peer.others).to.include("cancel");
            expect(await impatientSession.read([GET])).to.have.length(1);
            expect(peer.connections).to.equal(2);
        });

        it("is none while a restart takes the time that it names, and that of a service that stops late", async () => {
            pool = poolWith(SHORT);
            const restart = { service: "restart", name: "MSExchangeTransport", server: "EX01", timeoutS: 0.1 } as const;
            peer.script = {
                batch: ({ request, frame }) => {
                    const results = [restart, GET].map(okResult);
                    setTimeout(() => frame({ id: request?.id, op: "result", results }), 1_500);
                    return true;
                },
            };
            expect((await pool.sessionFor(impatient()).write([restart], GET)).results).to.have.length(1);
            expect(peer.others).not.to.include("cancel");
        });

        it("that a cancel ends leaves the connection usable; the write is unknown all the same", async () => {
            pool = poolWith({ ...SHORT, cancelGrace: 5_000 });
            const stopped = { ok: false, error: { code: "Stopped", message: "stopped", transient: false } };
            let answer: () => void = () => undefined;
            peer.script = {
                batch: ({ request, frame }) => {
                    answer = () => frame({ id: request?.id, op: "result", results: [stopped, okResult(GET)] });
                    return true;
                },
            };
            peer.others.push = (...ops: string[]) => {
                if (ops.includes("cancel")) answer();
                return 0;
            };
            const impatientSession = pool.sessionFor(impatient());
            const error = await rejection(impatientSession.write([set("a")], GET));
            expect(error.code).to.equal("AnswerLost");
            peer.script = {};
            await impatientSession.read([GET]);
            expect(peer.connections).to.equal(1);
        });
    });

    describe("the end", () => {
        it("awaits the write under way, says bye, and refuses everything else", async () => {
            const shared = session();
            await shared.info();
            let answer: () => void = () => undefined;
            const arrived = new Promise<void>((resolve) => {
                peer.script = {
                    batch: ({ request, frame }) => {
                        answer = () =>
                            frame({ id: request?.id, op: "result", results: [okResult(set("a")), okResult(GET)] });
                        resolve();
                        return true;
                    },
                };
            });
            const under = shared.write([set("a")], GET);
            await arrived;
            const waiting = rejection(shared.write([set("b")], GET));
            let closed = false;
            const closing = pool.close(10_000).then(() => {
                closed = true;
            });
            expect((await waiting).code).to.equal("Stopping");
            const refused = [shared.read([GET]), shared.write([set("c")], GET), shared.info()].map(rejection);
            expect((await Promise.all(refused.slice(1))).map(({ code }) => code)).to.deep.equal([
                "Stopping",
                "Stopping",
            ]);
            expect(closed).to.equal(false);
            answer();
            expect((await under).results).to.deep.equal([okResult(set("a"))]);
            await closing;
            expect((await Promise.all(refused)).map(({ code }) => code)).to.deep.equal([
                "Stopping",
                "Stopping",
                "Stopping",
            ]);
            await peer.deserted();
            expect(peer.others).to.include("bye");
            expect(peer.batches).to.have.length(1);
            expect(() => session({ username: "other" })).to.throw("ending");
            await pool.close(10_000);
        });

        it("gives a write that takes longer than the deadline up as unknown", async () => {
            const shared = session();
            await shared.info();
            const arrived = new Promise<void>((resolve) => {
                peer.script = { batch: () => handled(resolve()) };
            });
            const under = rejection(shared.write([set("a")], GET));
            await arrived;
            await pool.close(50);
            expect((await under).code).to.equal("AnswerLost");
            await peer.deserted();
        });

        for (const step of ["dial", "authentication", "sftp", "exec", "hello", "open", "batch"] as const) {
            it(`interrupts a read that waits at ${step}`, async () => {
                const arrived = new Promise<void>((resolve) => {
                    peer.script = { [step]: () => handled(resolve()) };
                });
                const under: Promise<ExchangeTlsError> = rejection(session().read([GET]));
                await arrived;
                await pool.close(1_000);
                expect((await under).code).to.equal("Stopping");
                await peer.deserted();
            });
        }

        it("does not wait for an agent that does not leave", async () => {
            pool = poolWith(SHORT);
            peer.script = { bye: () => true };
            await session().read([GET]);
            const started = performance.now();
            await pool.close(1_000);
            expect(performance.now() - started).to.be.below(2_000);
            await peer.deserted();
        });

        it("comes by itself to a process that waits for nothing, connected as it is", async () => {
            const client = path.join(__dirname, "idle-client.js");
            const { stdout } = await promisify(execFile)(process.execPath, [client, String(peer.port), peer.hostKey], {
                env: { EXCHANGE_TLS_PASSWORD: PASSWORD },
                timeout: 10_000,
            });
            expect(stdout).to.equal("read 1");
        });

        it("is immediate when nothing was ever used", async () => {
            session();
            await pool.close(10_000);
            expect(peer.connections).to.equal(0);
        });
    });
});
