import { type EngineEvent, LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { privateProject } from "../engine/private-project";
import { installCertificate } from "../examples/organisation";
import { type Lab, startLab } from "../lab/index.js";
import { type Reading, writes } from "../lab/meter.js";
import type { Report } from "./report";

const FOREIGN = 40;
const PARTNER = "fabrikam.com";
const THEIRS = "tailspintoys.com";
const CONNECTOR = `To ${PARTNER} (mutual TLS)`;
const SERVER = "EX01";
const RECEIVER = `${SERVER}\\From ${PARTNER} (mutual TLS)`;
const FQDN = "mail.contoso.com";

/** Preview, up, up again, a change by hand, preview, up, destroy: each step with what the server was asked. */
export async function tellStory(report: Report): Promise<void> {
    const lab = await startLab({ preset: "single", foreignDomains: FOREIGN });
    installCertificate(lab, [SERVER], FQDN);
    const project = await privateProject("partner-tls");
    const end = async () => {
        await lab.stop();
        await project.remove();
    };
    // Whoever presses Ctrl-C must not find a folder or a port left behind.
    process.once("SIGINT", () => void end().finally(() => process.exit(130)));
    try {
        const stack = await LocalWorkspace.createStack(
            { stackName: "demo", workDir: project.directory },
            { envVars: { ...project.environment, EXCHANGE_TLS_PASSWORD: lab.password } },
        );
        const { host, port, username, hostKey } = lab.connection;
        const exchangeServer = lab.organisation.servers[0]?.fqdn ?? "";
        const settings = { host, port: String(port), username, hostKey, exchangeServer };
        const program = {
            partner: PARTNER,
            fqdn: FQDN,
            sourceServers: JSON.stringify([SERVER]),
            partnerRanges: JSON.stringify(["203.0.113.0/26", "2001:db8:20::/48"]),
            receiveServers: JSON.stringify([SERVER]),
        };
        const named = Object.entries(settings).map(([key, value]) => [`exchange-tls:${key}`, value] as const);
        const config = [...named, ...Object.entries(program)].map(([key, value]) => [key, { value }]);
        await stack.setAllConfig(Object.fromEntries(config));
        report.say(
            `A pretend Exchange organisation (${SERVER}) listens on ${host}:${port}, with ${FOREIGN} domains of other people in\n` +
                "each secure list. The program is examples/partner-tls; the Pulumi CLI, its engine and SSH are real.",
        );
        await tell(new Telling(report, lab, stack));
    } finally {
        await end();
    }
}

async function tell(on: Telling): Promise<void> {
    on.heading("1. pulumi preview: what would be done");
    const first = await on.watch((cli) => on.stack.preview({ ...cli, diff: true }));
    on.holds("preview: 0 write calls", writes(first).length === 0, writes(first).length);
    on.phase("preview", first, 0);
    on.foreignKept("preview");

    on.heading("2. pulumi up: two connectors are made, our domain goes into both lists");
    const up = await on.watch((cli) => on.stack.up({ ...cli, diff: true }));
    on.holds("up: connector requires TLS", on.connector()?.RequireTLS === true, on.shown());
    on.holds("up: the other one asks for the partner's certificate", on.asksForCertificate(), RECEIVER);
    on.holds(
        "up: our domain is in both lists",
        on.lists().every((list) => list.includes(PARTNER)),
        on.counts(),
    );
    on.foreignKept("up");
    on.holds("up: writes by merge only", mergesOnly(up), `${writes(up).length} write call(s)`);

    on.phase("up", up, 2);

    on.heading("3. pulumi up again: nothing to do");
    const again = await on.watch((cli) => on.stack.up({ ...cli, diff: true }));
    on.holds("second up: 0 write calls", writes(again).length === 0, writes(again).length);
    on.phase("second up", again, 0);
    on.foreignKept("second up");

    on.heading("4. 3 a.m., somebody at the console");
    on.say(`   Set-SendConnector '${CONNECTOR}' -RequireTLS $false`);
    on.say(`   Set-TransportConfig -TLSSendDomainSecureList @{Remove='${PARTNER}'; Add='${THEIRS}'}`);
    on.lab.console.run("Set-SendConnector", { Identity: CONNECTOR, RequireTLS: false });
    on.lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: [THEIRS], Remove: [PARTNER] } });

    on.heading("5. pulumi preview: exactly that drift, property by property");
    const events: EngineEvent[] = [];
    const text: string[] = [];
    const drift = await on.watch((cli) => {
        const onOutput = (out: string) => {
            text.push(out);
            cli.onOutput(out);
        };
        return on.stack.preview({ ...cli, onOutput, onEvent: (event) => events.push(event), diff: true });
    });
    on.holds(
        "drift: requireTls false => true is shown",
        /requireTls\s*: false => true/.test(text.join("")),
        "live => program",
    );
    on.holds(
        "drift: the missing domain is shown",
        new RegExp(`\\+ \\[0\\]: "${PARTNER}"`).test(text.join("")),
        PARTNER,
    );
    on.holds("drift: theirs is not shown", !text.join("").includes(THEIRS), THEIRS);
    on.holds("drift: two resources to update", updates(events) === 2, updates(events));
    on.holds("drift: 0 write calls", writes(drift).length === 0, writes(drift).length);
    on.phase("drift", drift, 0);
    on.foreignKept("drift");

    on.heading("6. pulumi up: ours is repaired, theirs stays");
    const repair = await on.watch((cli) => on.stack.up({ ...cli, diff: true }));
    on.holds("repair: connector requires TLS again", on.connector()?.RequireTLS === true, on.shown());
    on.holds(
        "repair: ours is back, theirs stays",
        [PARTNER, THEIRS].every((d) => on.lists()[0]?.includes(d)),
        on.counts(),
    );
    on.foreignKept("repair");
    on.holds("repair: writes by merge only", mergesOnly(repair), `${writes(repair).length} write call(s)`);

    on.phase("repair", repair, 2);

    on.heading("7. pulumi destroy: only ours goes");
    const gone = await on.watch((cli) => on.stack.destroy({ ...cli, diff: true }));
    on.holds("destroy: both connectors are gone", on.connectors().length === 0, "absent");
    on.holds(
        "destroy: our domain is in no list",
        on.lists().every((list) => !list.includes(PARTNER)),
        on.counts(),
    );
    on.holds("destroy: theirs stays", on.lists()[0]?.includes(THEIRS) === true, THEIRS);
    on.foreignKept("destroy");
    on.holds("destroy: writes by merge only", mergesOnly(gone), `${writes(gone).length} write call(s)`);
    on.phase("destroy", gone, 2);
}

interface CliOutput {
    readonly onOutput: (text: string) => void;
    readonly onError: (text: string) => void;
}

/** The lab, the stack and the report, as the story needs them. */
class Telling {
    readonly #foreign: ReadonlySet<string>;

    constructor(
        private readonly report: Report,
        readonly lab: Lab,
        readonly stack: Stack,
    ) {
        this.#foreign = new Set(this.lists().flat());
    }

    heading = (text: string) => this.report.heading(text);
    say = (text: string) => this.report.say(text);
    holds = (what: string, holds: boolean, seen: string | number) => this.report.check(what, holds, seen);

    async watch(run: (cli: CliOutput) => Promise<unknown>): Promise<Reading> {
        const mark = this.lab.meter.mark();
        await run({ onOutput: this.report.cli, onError: this.report.cli });
        const reading = this.lab.meter.since(mark);
        this.report.asked(reading);
        return reading;
    }

    /** One connection; open, snapshot and certificates, and for writing at most two exchanges per level of dependencies. */
    phase(what: string, { connections, exchanges }: Reading, levels: number): void {
        const [count, most] = [exchanges.open + exchanges.batch, 3 + 2 * levels];
        this.holds(
            `${what}: 1 connection, at most ${most} exchanges`,
            connections === 1 && count <= most,
            `${connections}, ${count}`,
        );
    }

    foreignKept(what: string): void {
        const kept = this.lists().map((list) => list.filter((domain) => this.#foreign.has(domain)).length);
        this.holds(
            `${what}: ${FOREIGN}/${FOREIGN} foreign entries in both lists`,
            kept.every((n) => n === FOREIGN),
            kept.join(", "),
        );
    }

    lists(): readonly (readonly string[])[] {
        const [config] = this.lab.console.run("Get-TransportConfig");
        return ["TLSSendDomainSecureList", "TLSReceiveDomainSecureList"].map((name) => texts(config?.[name]));
    }

    counts(): string {
        return `${this.lists()
            .map(({ length }) => length)
            .join(" and ")} entries`;
    }

    asksForCertificate(): boolean {
        return this.connectors().some(
            ({ Identity, DomainSecureEnabled }) => Identity === RECEIVER && DomainSecureEnabled === true,
        );
    }

    /** Those of the partner. */
    connectors() {
        const all = ["Get-SendConnector", "Get-ReceiveConnector"].flatMap((cmdlet) => this.lab.console.run(cmdlet));
        return all.filter(({ Name }) => String(Name).includes(PARTNER));
    }

    connector() {
        return this.lab.console.run("Get-SendConnector").find((one) => String(one.Name) === CONNECTOR);
    }

    shown(): string {
        return `RequireTLS ${String(this.connector()?.RequireTLS)}`;
    }
}

function texts(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.map(String) : [];
}

function updates(events: readonly EngineEvent[]): number {
    return events.filter((event) => event.resourcePreEvent?.metadata.op === "update").length;
}

/** No list of a transport config was ever written as a whole. */
function mergesOnly(reading: Reading): boolean {
    return writes(reading)
        .filter(({ cmd }) => cmd === "Set-TransportConfig")
        .every(({ par }) =>
            Object.entries(par).every(([name, value]) => !name.endsWith("SecureList") || isMerge(value)),
        );
}

function isMerge(value: unknown): boolean {
    return typeof value === "object" && value !== null && "$" in value && value.$ === "merge";
}
