import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Lab, startLab } from "../lab/index.js";
import { repositoryRoot } from "../repository-root";
import { runCli } from "./cli-process";
import { connectionTo } from "./inline-stack";
import { type PrivateProject, privateEnvironment } from "./private-project";

const PASSWORD = "Canary-Passw0rd-7f3a";
const WRONG = "Canary-Wr0ng-91c2";
const SERVICE = "Canary-Service-55d1";
const COMMENT = "canary-comment-c0ffee";
const ROTATED = "canary-rotated-beef";
const DOMAIN = "canary-domain-4b1d.com";
const BANNER = "220 canary-banner-77ab";
const CURVE = "NistP384";
const CANARIES = [PASSWORD, WRONG, SERVICE, COMMENT, ROTATED, DOMAIN, BANNER, CURVE];

/** Every kind with a secret in it, and what is known only in up; what varies comes from the environment. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const exchange = require("pulumi-exchange-tls");
const connection = JSON.parse(process.env.TEST_CONNECTION);
const partner = new exchange.SendConnector("partner", {
    connection, name: "To Fabrikam", addressSpaces: ["fabrikam.com"], comment: pulumi.secret(process.env.TEST_COMMENT),
});
new exchange.SendConnector("later", {
    connection: { ...connection, host: partner.guid.apply(() => connection.host) },
    name: "Later", addressSpaces: ["later.com"], comment: pulumi.interpolate\`beside \${partner.guid}\`,
});
new exchange.ReceiveConnector("relay", {
    connection, server: "EX01", name: "Relay", transportRole: "FrontendTransport", bindings: ["0.0.0.0:2526"],
    remoteIpRanges: ["10.1.0.0/24"], banner: pulumi.secret("${BANNER}"),
});
new exchange.TransportConfig("partner", { connection, tlsSendDomainSecureList: [pulumi.secret("${DOMAIN}")] });
new exchange.SchannelSettings("ex01", { connection, curves: { order: ["NistP256", pulumi.secret("${CURVE}")] } });
`;

/** How it is with one property of one kind: `test/lifecycle/secret-inputs.test.ts`. Here: what the engine makes of it. */
describe("secrets on the real engine", () => {
    let lab: Lab;
    let project: PrivateProject;
    const runs: { readonly code: number | null; readonly text: string }[] = [];

    before(async () => {
        lab = await startLab({ preset: "single", password: PASSWORD });
        project = await privateProgram();
        await runCli(project, lab, ["stack", "init", "test"]);
        const passwordFile = join(project.directory, "password");
        await writeFile(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
        await writeFile(`${passwordFile}.wrong`, WRONG, { mode: 0o600 });
        const connection = { ...connectionTo(lab), passwordFile };
        const service = { ...connection, exchange: { ...connection.exchange, username: "CONTOSO\\svc" } };

        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: [DOMAIN] });
        const changing = ["--yes", "--skip-preview"];
        await run({ ...connection, passwordFile: `${passwordFile}.wrong` }, ["preview", "--json"]);
        await run(connection, ["up", "--yes", "--diff"]);
        lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", Comment: "changed", RequireTLS: true });
        await run(connection, ["preview", "--json"]);
        await run(connection, ["refresh", ...changing, "--json"], { EXCHANGE_TLS_OFFLINE: "true" });
        lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-SendConnector" });
        await run(connection, ["up", "--json", ...changing], { TEST_COMMENT: ROTATED });
        await run(service, ["preview", "--json"]);
    });

    after(async () => {
        await project.remove();
        await lab.stop();
    });

    const run = async (connection: object, args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
        const environment = {
            ...project.environment,
            ...{ TEST_CONNECTION: JSON.stringify(connection), TEST_COMMENT: COMMENT },
            // The wrong and the right one are in files.
            ...{ EXCHANGE_TLS_PASSWORD: "", EXCHANGE_TLS_SERVICE_PASSWORD: SERVICE },
            ...more,
        };
        runs.push(await runCli({ ...project, environment }, { ...lab, password: "" }, args));
    };

    const connector = (name: string) => lab.console.run("Get-SendConnector").find((one) => one.Name === name);

    it("are used: the runs did what they should", () => {
        expect(
            runs.map(({ code }) => code === 0),
            runs.map(({ text }) => text).join("\n"),
        ).to.deep.equal([false, true, true, true, false, false]);
        expect(connector("To Fabrikam")?.Comment).to.match(/^changed/);
        expect(lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList).to.deep.equal([DOMAIN]);
    });

    it("beside what is known only in up: told in the preview, right in the same up", () => {
        expect(runs[1]?.text).to.contain("known only in up: comment, connection");
        expect(connector("Later")?.Comment).to.match(new RegExp(`^beside ${connector("To Fabrikam")?.Guid} \\[pulumi`));
    });

    it("stand in nothing that is printed, be it text or JSON", () => {
        for (const { text } of runs) {
            expect(text.length).to.be.greaterThan(100);
            // Pulumi's SDK puts whole answers into its own debug lines, which up --json prints: ours to count, not to mend.
            const lines = text.split("\n").filter((line) => !/^\{"sequence":.*"severity":"debug"/.test(line));
            for (const line of lines) for (const canary of CANARIES) expect(line).not.to.contain(canary);
        }
    });

    it("stand in no state and no file of the backend, also after a refresh that asked no server", async () => {
        const texts = await filesBelow(join(project.directory, "state"));
        expect(texts.join()).to.contain("SendConnector").and.contain("SchannelSettings");
        for (const text of texts) for (const canary of CANARIES) expect(text).not.to.contain(canary);
    });

    it("as passwords reach the server in no call", () => {
        const transcript = lab.transcript.join("\n");
        for (const canary of [PASSWORD, WRONG]) expect(transcript).not.to.contain(canary);
    });
});

async function privateProgram(): Promise<PrivateProject> {
    const directory = await mkdtemp(join(tmpdir(), "exchange-tls-"));
    const files = {
        "Pulumi.yaml": "name: secrets\nruntime: nodejs\noptions:\n  refresh: always\n",
        "package.json": '{ "name": "secrets", "main": "index.js" }\n',
        "index.js": PROGRAM,
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    for (const folder of ["home", "state"]) await mkdir(join(directory, folder));
    await symlink(join(repositoryRoot(), "node_modules"), join(directory, "node_modules"), "junction");
    const environment = privateEnvironment(directory);
    const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
    return { directory, environment, remove };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(files.map((file) => readFile(file, "utf8")));
}
