import { expect } from "chai";
import { restartTransport } from "../../provider/cli/restart/restart-transport";
import type { RestartEvent, Run } from "../../provider/cli/restart/run";
import { unwatched } from "../../provider/lifecycle/apply/watch";
import { AnswerLostError, ConnectionLostError, UnreachableError } from "../../provider/session/errors";
import { FakeSession, failed, hastyClock, mailbox, ok, SILENT, statusOf } from "./fake-session";

const FRONT = "MSExchangeFrontEndTransport";
const HUB = "MSExchangeTransport";
const facts = { step: "writing", answer: "the line went dead", hint: "Read" };
const both = (...names: readonly string[]) => names.flatMap((name) => [`${name} ${FRONT}`, `${name} ${HUB}`]);

describe("restart-transport: one server after another", () => {
    let session: FakeSession;
    let abort: AbortController;
    let events: RestartEvent[];

    beforeEach(() => {
        session = new FakeSession();
        abort = new AbortController();
        events = [];
    });

    const run = (servers: readonly string[], more: Partial<Run> = {}) => {
        const onEvent = (event: RestartEvent) => void events.push(event);
        const defaults = {
            session,
            clock: hastyClock(),
            signal: abort.signal,
            timeoutS: 60,
            watch: unwatched,
            onEvent,
        };
        return restartTransport({ ...defaults, ...more }, servers);
    };
    const messageOf = async (servers: readonly string[], more?: Partial<Run>) => {
        const { outcome, error } = await run(servers, more);
        return `${outcome} ${error?.code}: ${error?.message}`;
    };

    it("restarts both services of each server, in the order given, and looks at the bindings", async () => {
        const report = await run(["EX02", "ex01.contoso.com"]);
        expect(report).to.deep.equal({
            outcome: "done",
            servers: ["EX02", "EX01"].map((server) => ({
                ...{ server, touched: true, restarted: [FRONT, HUB], bindings: 2 },
            })),
        });
        expect(session.restarts).to.deep.equal(both("EX02", "EX01"));
        const told = ["restarting", "running", "restarting", "running", "listening"];
        expect(events.map(({ kind }) => kind)).to.deep.equal(["planned", ...told, ...told]);
    });

    it("takes a server that is named twice once", async () => {
        await run(["EX01", "EX01.contoso.com"]);
        expect(session.restarts).to.deep.equal(both("EX01"));
    });

    const roles: [what: string, row: object, services: readonly string[]][] = [
        ["Mailbox 2016 and later", {}, [FRONT, HUB]],
        [
            "an Edge server",
            { IsEdgeServer: true, IsHubTransportServer: false, IsFrontendTransportServer: false },
            [HUB],
        ],
        ["a 2010 Hub server", { IsFrontendTransportServer: undefined }, [HUB]],
        ["a 2013 client access server", { IsHubTransportServer: false }, [FRONT]],
        ["a 2010 Mailbox server", { IsHubTransportServer: false, IsFrontendTransportServer: undefined }, []],
    ];
    for (const [what, row, services] of roles) {
        it(`restarts on ${what}: ${services.join(" and ") || "nothing, and refuses"}`, async () => {
            session.rows = [JSON.parse(JSON.stringify({ ...mailbox("EX01"), ...row }))];
            const report = await run(["EX01"]);
            expect(session.restarts).to.deep.equal(services.map((service) => `EX01 ${service}`));
            expect(report.outcome).to.equal(services.length === 0 ? "refused" : "done");
        });
    }

    const refusals: [what: string, prepare: () => void, words: readonly string[]][] = [
        ["a server that nobody knows", () => (session.rows = [mailbox("EX01")]), ["EX03", "no such server", "EX01"]],
        [
            "services that do not run before",
            () => {
                session.statuses[`EX02 ${HUB}`] = [statusOf("Stopped")];
                session.statuses[`EX03 ${FRONT}`] = [failed("Service", "access is denied")];
            },
            [`${HUB} on EX02 is Stopped`, `${FRONT} on EX03 could not be asked: access is denied`, "Start-Service"],
        ],
        ["an account without the test", () => (session.cmdlets = []), ["Test-SmtpConnectivity", "role"]],
        [
            "a test that does not work, where nobody could say whether it does",
            () => {
                session.cmdlets = null;
                session.tests.EX01 = [failed("Cmdlet", "not recognized")];
            },
            ["Test-SmtpConnectivity", "not recognized"],
        ],
    ];
    for (const [what, prepare, words] of refusals) {
        it(`refuses before anything is restarted: ${what}`, async () => {
            prepare();
            const message = await messageOf(["EX01", "EX02", "EX03"]);
            for (const word of ["refused RestartRefused", ...words, "nothing was restarted"]) {
                expect(message).to.include(word);
            }
            expect(session.restarts).to.deep.equal([]);
        });
    }

    it("tests the bindings once before where nobody can say whether the cmdlet is there", async () => {
        session.cmdlets = null;
        expect(await run(["EX01"])).to.have.property("outcome", "done");
    });

    it("ends at the first service that does not come back, and says where it stands", async () => {
        session.troubles[`EX02 ${HUB}`] = failed("Service", "did not start in time");
        session.statuses[`EX02 ${HUB}`] = [statusOf("Running"), statusOf("StartPending")];
        const report = await run(["EX01", "EX02", "EX03"]);
        expect(session.restarts).to.deep.equal(both("EX01", "EX02"));
        expect(report).to.have.property("outcome", "stopped");
        expect(report.servers.map(({ touched }) => touched)).to.deep.equal([true, true, false]);
        expect(report.error?.message).to.equal(
            `restarting ${HUB} (EX02) failed: did not start in time [Service] (it is StartPending now). Put EX02 right ` +
                "(its event log tells why, for example events 1018, 1019 and 12014). Run again (pulumi up, or exchange-tls " +
                "with --server EX02 --server EX03). Done before: EX01; not touched: EX03.",
        );
    });

    it("waits until every binding listens", async () => {
        session.tests.EX01 = [
            SILENT,
            failed("Cmdlet", "busy"),
            ok(),
            new ConnectionLostError({ ...facts, retryable: true }),
        ];
        expect(await run(["EX01"])).to.have.property("outcome", "done");
        const waits = events.flatMap((event) => (event.kind === "waiting" ? [event.answer] : []));
        expect(waits.join("|")).to.match(
            /0\.0\.0\.0:25 of 'Default Frontend'.*\|busy.*\|.*no binding at all\|.*went dead/,
        );
    });

    it("ends when a binding stays silent, and names it", async () => {
        session.tests.EX01 = Array.from({ length: 100 }, () => SILENT);
        const message = await messageOf(["EX01", "EX02"]);
        expect(message).to.match(
            /^stopped NotListening: waiting for the bindings.*\(EX01\).*0\.0\.0\.0:25 of 'Default Frontend'/,
        );
        expect(message).not.to.include("2525");
        expect(session.restarts).to.deep.equal(both("EX01"));
        expect(100 - session.tests.EX01.length).to.equal(21);
    });

    it("ends when a service goes down again while the bindings are waited for", async () => {
        const down = Array.from({ length: 100 }, () => statusOf("Stopped"));
        session.statuses[`EX01 ${HUB}`] = [statusOf("Running"), statusOf("Running"), ...down];
        expect(await messageOf(["EX01", "EX02"])).to.match(
            /^stopped Service: waiting for MSExchangeTransport.*is Stopped now/,
        );
    });

    /** Each restart takes so long, whatever time it was given. */
    const restartsTake = (seconds: number) => {
        const clock = hastyClock();
        let more = 0;
        session.whileRestarting = () => (more += seconds * 1000);
        return { ...clock, now: () => clock.now() + more };
    };

    it("gives a restart the time that is left of its server's, and each server its own", async () => {
        expect(await run(["EX01", "EX02"], { clock: restartsTake(20.4) })).to.have.property("outcome", "done");
        expect(session.times).to.deep.equal([60, 40, 60, 40]);
    });

    it("begins no restart when its server's time is over", async () => {
        const message = await messageOf(["EX01", "EX02"], { clock: restartsTake(60) });
        expect(message).to.match(
            /^stopped Service: restarting MSExchangeTransport \(EX01\) failed: its 60 s were over.*--server EX01 --server EX02/,
        );
        expect(session.restarts).to.deep.equal([`EX01 ${FRONT}`]);
    });

    it("settles a lost answer by reading, and never sends the restart again", async () => {
        session.troubles[`EX01 ${HUB}`] = new AnswerLostError(facts);
        const pending = [statusOf("StopPending"), new UnreachableError(facts), statusOf("StartPending")];
        session.statuses[`EX01 ${HUB}`] = [statusOf("Running"), ...pending];
        const message = await messageOf(["EX01", "EX02"]);
        expect(message).to.match(/^stopped RestartUnknown: .*\(EX01\).*unknown; it is Running now.*not touched: EX02/);
        expect(session.restarts).to.deep.equal(both("EX01"));
        expect(session.statuses[`EX01 ${HUB}`]).to.deep.equal([]);
    });

    it("a lost answer, and a service that stays down: says so when the time is over", async () => {
        session.troubles[`EX01 ${HUB}`] = new AnswerLostError(facts);
        session.statuses[`EX01 ${HUB}`] = [
            statusOf("Running"),
            ...Array.from({ length: 50 }, () => statusOf("Stopped")),
        ];
        expect(await messageOf(["EX01"])).to.include("it is Stopped now");
    });

    it("a restart that was never sent leaves the server untouched", async () => {
        session.troubles[`EX01 ${FRONT}`] = new UnreachableError(facts);
        expect(await messageOf(["EX01"])).to.match(/^refused Service: restarting MSExchangeFrontEndTransport \(EX01\)/);
    });

    it("Ctrl-C: ends after the service under way, and says where it stands", async () => {
        session.whileRestarting = () => abort.abort();
        const report = await run(["EX01", "EX02"]);
        expect(session.restarts).to.deep.equal([`EX01 ${FRONT}`]);
        expect(report.outcome).to.equal("stopped");
        expect(report.servers[0]).to.deep.include({ restarted: [FRONT], bindings: undefined });
        expect(report.error?.message).to.match(/interrupted.*--server EX01 --server EX02.*not touched: EX02/);
    });

    it("Ctrl-C before: nothing is restarted", async () => {
        abort.abort();
        expect(await messageOf(["EX01"])).to.include("refused Interrupted");
        expect(session.restarts).to.deep.equal([]);
    });
});
