import type { Clock } from "../../provider/session/clock";
import type { AgentCall, CallResult, ServiceCall, WireObject } from "../../provider/session/frames";
import type { AgentInfo, AgentSession, WriteAnswer } from "../../provider/session/pool/pool";

export const ok = (...out: readonly WireObject[]): CallResult => ({ ok: true, out, warnings: [], ms: 0 });
export const failed = (code: string, message: string): CallResult => ({
    ok: false,
    error: { code, message, transient: false },
});

export const mailbox = (Name: string): WireObject => ({
    ...{ Name, Fqdn: `${Name.toLowerCase()}.contoso.com`, IsEdgeServer: false },
    ...{ IsHubTransportServer: true, IsFrontendTransportServer: true },
});

const LISTENING: CallResult = ok(
    { ReceiveConnector: "Default Frontend", Binding: "0.0.0.0:25", StatusCode: "Success", Details: "" },
    { ReceiveConnector: "Default", Binding: "0.0.0.0:2525", StatusCode: "Success", Details: "" },
);
export const SILENT: CallResult = ok(
    { ReceiveConnector: "Default Frontend", Binding: "0.0.0.0:25", StatusCode: "UnableToConnect", Details: "refused" },
    { ReceiveConnector: "Default", Binding: "0.0.0.0:2525", StatusCode: "Success", Details: "" },
);

type Answer = CallResult | Error;

/** Answers like servers on which all is well, but for what a test puts in the way. */
export class FakeSession implements AgentSession {
    readonly server = "ex01.contoso.com:22";
    /** Restarts in their order, e.g. `EX01 MSExchangeTransport`. */
    readonly restarts: string[] = [];
    /** The time that each of them was given, in seconds. */
    readonly times: (number | undefined)[] = [];
    rows: readonly WireObject[] = ["EX01", "EX02", "EX03"].map(mailbox);
    cmdlets: readonly string[] | null = ["Get-ExchangeServer", "Test-SmtpConnectivity"];
    /** By server and service: what the next questions for its status get, each used once. */
    readonly statuses: Record<string, Answer[]> = {};
    /** By server: what the next tests of its bindings get, each used once; `undefined` for all is well. */
    readonly tests: Record<string, Answer[]> = {};
    /** By server and service: what its restart gets. */
    readonly troubles: Record<string, Answer> = {};
    whileRestarting: (what: string) => void = () => undefined;

    async read(calls: readonly AgentCall[]): Promise<readonly CallResult[]> {
        return calls.map((call) => thrown(this.#answer(call)));
    }

    async write(calls: readonly AgentCall[], readBack: AgentCall): Promise<WriteAnswer> {
        const results = calls.map((call) => {
            const what = labelOf(call as ServiceCall);
            this.restarts.push(what);
            this.times.push((call as ServiceCall).timeoutS);
            this.whileRestarting(what);
            return thrown(this.troubles[what] ?? running(call as ServiceCall));
        });
        return { results, readBack: thrown(this.#answer(readBack)) };
    }

    async info(): Promise<AgentInfo> {
        return { cmdlets: this.cmdlets, user: "CONTOSO\\svc", computer: "EX01" } as AgentInfo;
    }

    #answer(call: AgentCall): Answer {
        if ("service" in call) return this.statuses[labelOf(call)]?.shift() ?? running(call);
        if (!("cmd" in call)) throw new Error("not asked of servers here");
        if (call.cmd === "Get-ExchangeServer") return ok(...this.rows);
        return this.tests[String(call.par.Identity)]?.shift() ?? LISTENING;
    }
}

function running({ name, server }: ServiceCall): CallResult {
    return statusOf("Running", name, server);
}

export function statusOf(Status: string, Name = "", Server = ""): CallResult {
    return ok({ Name, Server, Status });
}

function labelOf({ server, name }: ServiceCall): string {
    return `${server.replace(/\..*/, "").toUpperCase()} ${name}`;
}

function thrown(answer: Answer): CallResult {
    if (answer instanceof Error) throw answer;
    return answer;
}

/** Time passes as soon as somebody waits for it. */
export function hastyClock(): Clock {
    let now = 0;
    return {
        now: () => now,
        after(ms, run) {
            const timer = setImmediate(() => {
                now += ms;
                run();
            });
            return () => clearImmediate(timer);
        },
    };
}
