import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { CmdletContext } from "../cmdlets/context.js";
import { canonicalName, runCmdlet } from "../cmdlets/run.js";
import { secretsOf } from "../front/wire-argument.js";
import type { LabParts } from "../parts.js";
import type { CmdletAddress } from "./module.js";
import { moduleAnswer } from "./module-answer.js";
import { asSent, boundArgument } from "./module-argument.js";

/** The cmdlet core over loopback, for the module that runs inside PowerShell. */
export class CmdletService {
    private readonly token = randomBytes(16).toString("hex");
    private readonly context: CmdletContext;
    private readonly server = createServer((request, response) => {
        const end = (status: number, body: object) =>
            response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
        if (request.headers["x-lab-token"] !== this.token) end(403, {});
        else
            this.answer(request).then(
                (body) => end(200, body),
                (cause) => end(500, { message: String(cause) }),
            );
    });

    constructor(private readonly parts: LabParts) {
        const runspaceId = parts.chance.guid();
        this.context = { ...parts, session: "remote", directoryReachable: true, runspaceId };
    }

    async start(): Promise<CmdletAddress> {
        await new Promise<void>((done, fail) => {
            this.server.once("error", fail);
            this.server.listen(0, "127.0.0.1", done);
        });
        const address = this.server.address();
        const port = typeof address === "object" ? address?.port : undefined;
        return { uri: `http://127.0.0.1:${port}/`, token: this.token };
    }

    async stop(): Promise<void> {
        const closed = new Promise((done) => this.server.close(done));
        this.server.closeAllConnections();
        await closed;
    }

    private async answer(request: IncomingMessage): Promise<object> {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        const { name, par } = JSON.parse(Buffer.concat(parts).toString("utf8")) as {
            readonly name: string;
            readonly par: Readonly<Record<string, unknown>>;
        };
        const { faults, meter, transcript } = this.parts;
        for (const secret of secretsOf(par)) transcript.hide(secret);
        await faults.interfere(name);
        const given = Object.entries(par).map(([key, value]) => [key, boundArgument(value)] as const);
        const cmdlet = canonicalName(name);
        const outcome = runCmdlet(cmdlet, Object.fromEntries(given), this.context);
        const sent = Object.fromEntries(Object.entries(par).map(([key, value]) => [key, asSent(value)]));
        meter.call(cmdlet, sent, outcome.error === null, outcome.changed);
        transcript.note(`${cmdlet} ${JSON.stringify(sent)} ${outcome.error?.reason ?? "ok"}`);
        return moduleAnswer(cmdlet, outcome);
    }
}
