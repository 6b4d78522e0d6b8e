import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { type Connection, SendConnector, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, type Run } from "./inline-stack";

const PASSWORD = "Canary-Passw0rd-7f3a";
const WRONG = "Canary-Wr0ng-91c2";
const SERVICE = "Canary-Service-55d1";
const COMMENT = "canary-comment-c0ffee";
const DOMAIN = "canary-domain-4b1d.com";
const CANARIES = [PASSWORD, WRONG, SERVICE, COMMENT, DOMAIN];

describe("secrets", () => {
    let lab: Lab;
    let stack: InlineStack;
    const runs: Run[] = [];

    before(async function () {
        this.timeout(180_000);
        lab = await startLab({ preset: "single", password: PASSWORD });
        stack = await InlineStack.create(lab, { EXCHANGE_TLS_PASSWORD: "", EXCHANGE_TLS_SERVICE_PASSWORD: SERVICE });
        const passwordFile = join(stack.directory, "password");
        await writeFile(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
        const wrongFile = `${passwordFile}.wrong`;
        await writeFile(wrongFile, WRONG, { mode: 0o600 });
        const connection = { ...connectionTo(lab), passwordFile };
        const service = { ...connection, exchange: { ...connection.exchange, username: "CONTOSO\\svc" } };

        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: [DOMAIN] });
        lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["x.com"], Comment: COMMENT });
        declare(connection);
        runs.push(await stack.preview());
        declare(connection, { adopt: true, name: pulumi.secret("To Fabrikam") });
        runs.push(await stack.preview());
        lab.console.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false });
        declare({ ...connection, passwordFile: wrongFile });
        runs.push(await stack.up());
        declare(connection);
        runs.push(await stack.preview(), await stack.up());
        lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", Comment: "changed", RequireTLS: true });
        runs.push(await stack.preview(), await stack.refresh());
        declare(connection, { port: 70_000 });
        runs.push(await stack.up());
        declare(connection, { port: 26 });
        lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-SendConnector" });
        runs.push(await stack.up());
        declare(connection);
        runs.push(await stack.up());
        declare(service);
        runs.push(await stack.up());
    });

    after(async () => {
        await stack.destroy();
        await stack.remove();
        await lab.stop();
    });

    const declare = (connection: Connection, more = {}) => {
        stack.program = () => {
            const comment = pulumi.secret(COMMENT);
            const addressSpaces = ["fabrikam.com"];
            new SendConnector("partner", { connection, name: "To Fabrikam", addressSpaces, comment, ...more });
            new TransportConfig("partner", { connection, tlsSendDomainSecureList: [pulumi.secret(DOMAIN)] });
        };
    };

    it("are used: the runs did what they should", () => {
        const failed = [true, false, true, false, false, false, false, true, true, false, true];
        expect(runs.map((run) => run.failed)).to.deep.equal(failed);
        expect(
            lab.console.run("Get-SendConnector").map((one) => String(one.Comment).replace(/ \[.*/, "")),
        ).to.deep.equal([COMMENT]);
        expect(lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList).to.deep.equal([DOMAIN]);
    });

    it("stand in nothing that is printed, no event among it", () => {
        for (const { text, events } of runs) {
            // Pulumi's SDK puts whole requests into its own debug lines, secrets and all; they are ours to count, not to mend.
            const printed = JSON.stringify(
                events.filter(({ diagnosticEvent }) => String(diagnosticEvent?.severity) !== "debug"),
            );
            for (const canary of CANARIES) {
                expect(text).not.to.contain(canary);
                expect(printed).not.to.contain(canary);
            }
        }
    });

    it("stand in no state and no file of the backend", async () => {
        const texts = await filesBelow(join(stack.directory, "state"));
        expect(texts.join()).to.contain("SendConnector");
        for (const text of texts) for (const canary of CANARIES) expect(text).not.to.contain(canary);
    });

    it("as passwords reach the server in no call", () => {
        const transcript = lab.transcript.join("\n");
        for (const canary of [PASSWORD, WRONG]) expect(transcript).not.to.contain(canary);
    });
});

async function filesBelow(folder: string): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(files.map((file) => readFile(file, "utf8")));
}
