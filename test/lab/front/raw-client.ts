import { Client, type ClientChannel, type ConnectConfig, type SFTPWrapper } from "ssh2";
import type { AgentFrame, CallResult, WireArgument } from "../../../provider/session/frames.js";
import type { Lab } from "../lab.js";

export const AGENT_PATH = "C:/ProgramData/agent-1.ps1";
export const COMMAND = `powershell.exe -NoLogo -NoProfile -NonInteractive -File ${AGENT_PATH}`;
export const OPEN = {
    op: "open",
    exchange: { kind: "remote", uri: "http://ex01.contoso.com/PowerShell/", authentication: "Kerberos" },
    heartbeatS: 45,
    idleS: 300,
};

/** A bare SSH client for the lab's own tests; it knows nothing but the frames. */
export class RawClient {
    private readonly ssh = new Client();
    readonly closed = new Promise<void>((resolve) => this.ssh.once("close", () => resolve()));

    static async dial(lab: Lab, changes: Partial<ConnectConfig> = {}): Promise<RawClient> {
        const client = new RawClient();
        const { host, port, username } = lab.connection;
        await new Promise<void>((resolve, reject) => {
            client.ssh.once("ready", resolve);
            client.ssh.on("error", reject);
            client.ssh.once("close", () => reject(new Error("closed")));
            client.ssh.connect({ host, port, username, password: lab.password, readyTimeout: 2000, ...changes });
        });
        client.ssh.setNoDelay(true);
        return client;
    }

    sftp(): Promise<SFTPWrapper> {
        return new Promise((resolve, reject) => {
            this.ssh.sftp((error, sftp) => (error === undefined ? resolve(sftp) : reject(error)));
        });
    }

    agent(command = COMMAND): Promise<RawAgent> {
        return new Promise((resolve, reject) => {
            // Listened to at once: the end of a process may arrive together with its beginning.
            this.ssh.exec(command, (error, channel) => (error ? reject(error) : resolve(new RawAgent(channel))));
        });
    }

    end(): Promise<void> {
        this.ssh.end();
        return this.closed;
    }
}

/** What came back on one exec channel. */
export class RawAgent {
    text = "";
    stderr = "";
    code: number | null = null;
    readonly closed: Promise<void>;
    private waiting: (() => void)[] = [];
    private id = 0;

    constructor(readonly channel: ClientChannel) {
        channel.on("data", (bytes: Buffer) => {
            this.text += bytes.toString("latin1");
            this.wake();
        });
        channel.stderr.on("data", (bytes: Buffer) => {
            this.stderr += bytes.toString("latin1");
        });
        channel.on("exit", (code: number) => {
            this.code = code;
        });
        this.closed = new Promise((resolve) =>
            channel.on("close", () => {
                this.wake();
                resolve();
            }),
        );
    }

    frames(): AgentFrame[] {
        const whole = this.text.slice(0, this.text.lastIndexOf("\n") + 1);
        return whole.split("\n").flatMap((line) => {
            const json = /^@@[0-9a-f]+ (\{.*\})$/.exec(line)?.[1];
            return json === undefined ? [] : [JSON.parse(json) as AgentFrame];
        });
    }

    /** The first frame that fits, once it is there; undefined where the channel ends before. */
    async frame(fits: (frame: AgentFrame) => boolean): Promise<AgentFrame | undefined> {
        let over = false;
        void this.closed.then(() => {
            over = true;
            this.wake();
        });
        for (;;) {
            const found = this.frames().find(fits);
            if (found !== undefined || over) return found;
            await new Promise<void>((resolve) => this.waiting.push(resolve));
        }
    }

    /** Sends a request and waits for its answer (not for `accepted`). */
    async ask(request: object): Promise<AgentFrame | undefined> {
        const id = this.send(request);
        return await this.frame((frame) => "id" in frame && frame.id === id && frame.op !== "accepted");
    }

    send(request: object): number {
        this.id += 1;
        const escaped = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;
        const json = JSON.stringify({ id: this.id, ...request }).replace(/[\x7f-\uffff]/g, escaped);
        this.channel.write(`${json}\n`);
        return this.id;
    }

    /** Runs one cmdlet and gives its result. */
    async call(
        cmd: string,
        par: Record<string, WireArgument> = {},
        sel: string[] = [],
    ): Promise<CallResult | undefined> {
        const answer = await this.ask({ op: "batch", stopOnError: true, calls: [{ cmd, par, sel }] });
        return answer?.op === "result" ? answer.results[0] : undefined;
    }

    private wake(): void {
        for (const resume of this.waiting.splice(0)) resume();
    }
}

/** A lab's agent that is ready for batches. */
export async function openedAgent(lab: Lab): Promise<{ client: RawClient; agent: RawAgent }> {
    lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    const client = await RawClient.dial(lab);
    const agent = await client.agent();
    await agent.ask(OPEN);
    return { client, agent };
}
