import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
    type EngineEvent,
    LocalWorkspace,
    type OpType,
    type OutputMap,
    type ProjectSettings,
    PulumiCommand,
    type PulumiFn,
    type Stack,
    type StackSettings,
} from "@pulumi/pulumi/automation";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { expect } from "chai";
import type { Connection } from "../../sdk";
import type { Lab } from "../lab/index.js";
import { type Reading, writes } from "../lab/meter.js";
import { repositoryRoot } from "../repository-root";
import { privateEnvironment } from "./private-project";

/** One command of the CLI: what it printed, what the engine did, and what the server was asked. */
export interface Run {
    readonly text: string;
    readonly failed: boolean;
    readonly events: readonly EngineEvent[];
    readonly reading: Reading;
    readonly seconds: number;
}

export interface Resource {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs: Record<string, unknown>;
    readonly outputs: Record<string, unknown>;
    readonly initErrors?: readonly string[];
}

type Command = "preview" | "up" | "refresh" | "destroy" | "previewRefresh";

/** A stack of the real engine on a private backend, whose program the test may exchange. */
export class InlineStack {
    /** Whether the program writes a list as a whole. Otherwise every run is watched for it. */
    exact = false;

    private constructor(
        readonly directory: string,
        private readonly stack: Stack,
        private readonly lab: Lab,
    ) {}

    static async create(lab: Lab, environment: Readonly<Record<string, string>> = {}): Promise<InlineStack> {
        const directory = await mkdtemp(join(tmpdir(), "exchange-tls-"));
        for (const folder of ["home", "state", "work"]) await mkdir(join(directory, folder));
        const envVars = { ...privateEnvironment(directory), EXCHANGE_TLS_PASSWORD: lab.password, ...environment };
        const stack = await LocalWorkspace.createStack(
            { stackName: "test", projectName: "engine-test", program: async () => undefined },
            {
                workDir: join(directory, "work"),
                envVars,
                projectSettings: projectSettings("always"),
                pulumiCommand: await installed(),
            },
        );
        // After every command the Automation API starts the CLI three times more for what no test reads.
        Object.assign(stack, { outputs: async () => ({}), info: async () => undefined });
        return new InlineStack(directory, stack, lab);
    }

    set program(program: () => OutputMap | undefined) {
        const run: PulumiFn = async () => program() ?? undefined;
        this.stack.workspace.program = run;
    }

    /** Of the CLI and what it starts. */
    get environment(): Record<string, string> {
        const { workspace } = this.stack;
        workspace.envVars ??= {};
        return workspace.envVars;
    }

    /** Changes the stack's configuration; undefined: takes the setting out. */
    async configure(settings: Readonly<Record<string, string | undefined>>): Promise<void> {
        const { workspace, name } = this.stack;
        const before = await workspace.stackSettings(name);
        const config = Object.entries({ ...before.config, ...settings }).filter(([, value]) => value !== undefined);
        await workspace.saveStackSettings(name, {
            ...before,
            config: Object.fromEntries(config) as NonNullable<StackSettings["config"]>,
        });
    }

    preview = (options: object = {}) => this.#run("preview", { diff: true, ...options });
    up = (options: object = {}) => this.#run("up", options);
    refresh = (options: object = {}) => this.#run("refresh", options);
    destroy = (options: object = {}) => this.#run("destroy", options);
    previewRefresh = (options: object = {}) => this.#run("previewRefresh", { diff: true, ...options });

    /** Resources of ours in the state, by URN; the engine's own bookkeeping is left out. */
    async resources(): Promise<readonly Resource[]> {
        const { deployment } = await this.stack.exportStack();
        const all: readonly Resource[] = deployment.resources ?? [];
        return all
            .filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/exchange:"))
            .map(({ urn, type, id, inputs, outputs, initErrors }) => ({
                ...{ urn, type, inputs, outputs },
                ...(id !== undefined && { id }),
                ...(initErrors !== undefined && { initErrors }),
            }))
            .sort((a, b) => (a.urn < b.urn ? -1 : 1));
    }

    /** Goes on from a state that was exported elsewhere. */
    async import(deployment: object): Promise<void> {
        await this.stack.importStack({ version: 3, deployment });
    }

    /** The state as text, to look for what must not be in it. */
    async exported(): Promise<string> {
        return JSON.stringify(await this.stack.exportStack());
    }

    async remove(): Promise<void> {
        await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
    }

    async #run(command: Command, options: object): Promise<Run> {
        // The Automation API passes no --refresh=false, so the project's own option is taken out for this run.
        const refresh = !("refresh" in options && options.refresh === false);
        await this.stack.workspace.saveProjectSettings(projectSettings(refresh ? "always" : undefined));
        const mark = this.lab.meter.mark();
        const events: EngineEvent[] = [];
        const parts: string[] = [];
        const start = performance.now();
        const onOutput = (text: string) => parts.push(text);
        const settings = {
            color: "never",
            onOutput,
            onError: onOutput,
            onEvent: (e: EngineEvent) => events.push(e),
            ...options,
        };
        const failed = await this.stack[command](settings as never).then(
            () => false,
            () => true,
        );
        const reading = this.lab.meter.since(mark);
        if (!this.exact) expectNoWholeList(reading);
        return { text: parts.join(""), failed, events, reading, seconds: (performance.now() - start) / 1000 };
    }
}

/** In merge mode no secure-domain list ever leaves the provider as a whole. */
function expectNoWholeList(reading: Reading): void {
    for (const { cmd, par } of writes(reading)) {
        if (cmd !== "Set-TransportConfig") continue;
        for (const [name, value] of Object.entries(par)) {
            if (name.endsWith("SecureList")) expect(value, `${cmd} -${name}`).to.have.property("$", "merge");
        }
    }
}

/**
 * Every program runs in this process, against the ports of a CLI that soon is gone. grpc-js keeps a port that refused
 * for all of the process, and fails the next run whose CLI happens to be given the same port.
 */
const { grpcClientOptions } = settings as typeof settings & { grpcClientOptions: Record<string, unknown> };
grpcClientOptions["grpc.use_local_subchannel_pool"] = 1;

let command: Promise<PulumiCommand> | undefined;

/** The CLI on PATH; its version is asked once in a process. */
function installed(): Promise<PulumiCommand> {
    command ??= PulumiCommand.get();
    return command;
}

/** As in the root's Pulumi.yaml; the SDK's type does not know `options`. */
function projectSettings(refresh: "always" | undefined): ProjectSettings {
    const settings = { name: "engine-test", runtime: "nodejs", main: repositoryRoot() } as const;
    return { ...settings, ...(refresh && { options: { refresh } }) };
}

/** Operations on resources of ours, in the order of the engine. */
export function operations({ events }: Run): readonly OpType[] {
    return events.flatMap(({ resourcePreEvent: event }) =>
        event?.metadata.type.startsWith("pulumi-nodejs:dynamic/exchange:") ? [event.metadata.op] : [],
    );
}

/** What was told under each resource, by its name. */
export function linesOf({ events }: Run): Record<string, readonly string[]> {
    const lines: Record<string, string[]> = {};
    for (const { diagnosticEvent: event } of events) {
        const name = event?.urn?.split("::").at(-1);
        if (event === undefined || name === undefined || event.ephemeral || String(event.severity) === "debug")
            continue;
        lines[name] = [...(lines[name] ?? []), event.message.replace(/^(?:warning|error): /, "").trim()];
    }
    return lines;
}

export function writeCount({ reading }: Run): number {
    return writes(reading).length;
}

/** The lab's connection as a program declares it. */
export function connectionTo(lab: Lab): Connection {
    const server = lab.organisation.servers[0]?.fqdn ?? "";
    return { ...lab.connection, exchange: { server } };
}
