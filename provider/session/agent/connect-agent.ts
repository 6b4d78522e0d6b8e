import { type Clock, HEARTBEAT_S, IDLE_S, type Timeouts } from "../clock";
import type { ConnectionSettings } from "../connection-settings";
import { type Credentials, resolveCredentials, type SecretSources } from "../credentials";
import { within } from "../deadline";
import {
    AgentStartError,
    DeadlineError,
    DeliveryError,
    DirectoryError,
    ExchangeSessionError,
    LanguageModeError,
    ProtocolError,
    type SessionError,
    wordsOf,
} from "../errors";
import { type AgentError, type HelloFrame, type OpenedFrame, PROTOCOL_VERSION } from "../frames";
import { type AgentSource, checkInstalled, deliver } from "../ssh/delivery";
import { remoteFiles } from "../ssh/remote-files";
import { openLink, type SshLink } from "../ssh/ssh-link";
import { AgentChannel, withStderr } from "./agent-channel";
import { AgentConnection } from "./agent-connection";
import type { AgentInfo } from "./agent-session";
import { exchangeEndpoint } from "./exchange-endpoint";

/** What the session takes from the world around it. */
export interface Surroundings {
    readonly secrets: SecretSources;
    readonly agent: () => Promise<AgentSource>;
    readonly clock: Clock;
    readonly timeouts: Timeouts;
    readonly random: () => number;
}

/** Every step from nothing to an open Exchange session. Leaves nothing open when one fails, or when `abort` says so. */
export async function connectAgent(
    settings: ConnectionSettings,
    around: Surroundings,
    abort: AbortSignal,
): Promise<AgentConnection> {
    const { clock, timeouts } = around;
    const server = `${settings.host}:${settings.port}`;
    const credentials = await resolveCredentials(settings, around.secrets);
    const source = await around.agent().catch((cause: unknown) => {
        throw new DeliveryError({
            server,
            step: "reading this package's own agent script",
            answer: wordsOf(cause),
            hint: "Install the package again; a build from source copies the script to its place",
            cause,
        });
    });
    abort.throwIfAborted();
    const link = await openLink(settings, credentials, clock, abort);
    let channel: AgentChannel | undefined;
    const stop = () => {
        channel?.kill(abort.reason);
        link.close();
    };
    abort.addEventListener("abort", stop);
    try {
        const path = await within(clock, timeouts.delivery, place(settings, link, source), () =>
            late(server, "delivering the agent", timeouts.delivery),
        );
        const pipe = await within(clock, timeouts.hello, link.start(commandLine(path)), () =>
            late(server, "starting the agent", timeouts.hello),
        );
        channel = new AgentChannel(pipe, server, clock, timeouts);
        const hello = await greeting(channel, server, source, around);
        const opened = await opening(channel, server, settings, credentials, around);
        abort.throwIfAborted();
        return new AgentConnection(link, channel, infoOf(hello, opened), server, settings.callTimeout, clock, timeouts);
    } catch (cause) {
        channel?.kill(cause as SessionError);
        link.close();
        throw abort.aborted ? abort.reason : cause;
    } finally {
        abort.removeEventListener("abort", stop);
    }
}

/** Nothing in it needs quoting, whichever shell sshd hands it to; the path was checked with the settings. */
export function commandLine(path: string): string {
    return `powershell.exe -NoLogo -NoProfile -NonInteractive -File ${path}`;
}

async function place(settings: ConnectionSettings, link: SshLink, source: AgentSource): Promise<string> {
    const server = `${settings.host}:${settings.port}`;
    const sftp = await link.sftp();
    try {
        const files = remoteFiles(sftp, link.lost);
        return settings.agentPath === undefined
            ? await deliver(files, server, settings.agentDirectory, source)
            : await checkInstalled(files, server, settings.agentPath, source);
    } finally {
        sftp.end();
    }
}

async function greeting(
    channel: AgentChannel,
    server: string,
    source: AgentSource,
    { clock, timeouts }: Surroundings,
): Promise<HelloFrame> {
    const step = "starting the agent";
    const hello = await within(clock, timeouts.hello, channel.hello, () =>
        late(server, step, timeouts.hello, channel.stderr),
    );
    if (hello.v !== PROTOCOL_VERSION) {
        throw new ProtocolError({
            server,
            step,
            answer: `it speaks version ${hello.v} of the protocol, this provider version ${PROTOCOL_VERSION}`,
            hint: "Install the agent of this version, or take agentPath out of the connection",
        });
    }
    if (hello.languageMode !== "FullLanguage") {
        throw languageMode(server, hello.languageMode);
    }
    if (hello.agent !== source.hash) {
        throw new AgentStartError({
            server,
            step,
            answer: `what was started is another script (SHA-256 ${hello.agent}, ours is ${source.hash})`,
            hint: "Find out who writes to the directory of the agent; only administrators may be able to",
        });
    }
    return hello;
}

async function opening(
    channel: AgentChannel,
    server: string,
    settings: ConnectionSettings,
    credentials: Credentials,
    { clock, timeouts }: Surroundings,
): Promise<OpenedFrame> {
    const exchange = exchangeEndpoint(settings, credentials);
    const step = `opening the Exchange session (${exchange.kind === "remote" ? exchange.uri : exchange.kind})`;
    const asked = channel.request({
        id: channel.nextId(),
        op: "open",
        exchange,
        heartbeatS: HEARTBEAT_S,
        idleS: IDLE_S,
    });
    const answer = await within(clock, timeouts.open, asked, () => late(server, step, timeouts.open, channel.stderr));
    if (answer.op === "error") {
        throw openRefused(server, step, answer.error);
    }
    if (answer.op !== "opened") {
        throw new ProtocolError({
            server,
            step,
            answer: `a ${answer.op} frame`,
            hint: "Report it with the debug log of the run",
        });
    }
    if (!answer.adReachable) {
        const reason = answer.adError?.message ?? "no reason given";
        throw new DirectoryError({
            server,
            step: "reading the directory",
            answer: reason,
            hint: "A key logon has no network credentials: log on with a password, or name a service account in exchange.username",
        });
    }
    return answer;
}

function openRefused(server: string, step: string, error: AgentError): SessionError {
    if (error.code === "LanguageMode") {
        return languageMode(server, error.message);
    }
    if (error.code === "Session") {
        return new ExchangeSessionError({
            server,
            step,
            answer: error.message,
            hint: 'Check exchange.server (its real FQDN), the account\'s RemotePowerShellEnabled and the PowerShell directory in IIS; an Edge server has none: declare exchange: { kind: "snapin" }',
            retryable: error.transient,
        });
    }
    return new ProtocolError({
        server,
        step,
        answer: `${error.message} (${error.code})`,
        hint: "Report it with the debug log of the run",
    });
}

function languageMode(server: string, mode: string): LanguageModeError {
    return new LanguageModeError({
        server,
        step: "starting the agent",
        answer: `PowerShell runs it restricted (${mode})`,
        hint: "Allow the agent script in the application control policy (AppLocker, App Control) of the server, by its hash or its signer",
    });
}

function late(server: string, step: string, ms: number, stderr = ""): DeadlineError {
    return new DeadlineError({
        server,
        step,
        answer: withStderr(`no answer within ${ms / 1000} s`, stderr),
        hint: "Check the server's load (the first logon of an account is slow), then run again",
        retryable: true,
    });
}

function infoOf(hello: HelloFrame, opened: OpenedFrame): AgentInfo {
    return {
        version: opened.version,
        server: opened.server,
        domainController: opened.domainController,
        cmdlets: opened.cmdlets,
        powerShell: hello.ps,
        edition: hello.edition,
        computer: hello.computer,
        user: hello.user,
        authenticationType: hello.authenticationType,
        culture: hello.culture,
    };
}
