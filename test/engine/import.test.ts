import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { SendConnector } from "../../sdk";
import { type Directory, differences, directoryOf } from "../conformance/driver/directory";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { runCli } from "./cli-process";
import { connectionTo } from "./inline-stack";
import { type PrivateProject, privateProject } from "./private-project";

const MAIN = join(__dirname, "..", "..", "provider", "cli", "main.js");
const KINDS = ["send", "receive", "lists"].flatMap((kind) => ["--kind", kind]);

/** What somebody does who takes a grown organisation into a stack: export, import, preview, change, look, destroy. */
describe("export, pulumi import and get() with the real CLI", () => {
    let lab: Lab;
    let project: PrivateProject;
    let untouched: Directory;
    let registry: string;

    const program = () => join(project.directory, "index.ts");
    const run = async (...args: readonly string[]) => {
        const mark = lab.meter.mark();
        const { code, text } = await runCli(project, lab, args);
        return { code, text, writes: writes(lab.meter.since(mark)).map(({ cmd }) => cmd) };
    };
    const exported = async (...args: readonly string[]) => {
        const given = {
            EXCHANGE_TLS_CONNECTION: JSON.stringify(connectionTo(lab)),
            EXCHANGE_TLS_PASSWORD: lab.password,
        };
        const child = spawn(process.execPath, [MAIN, "export", ...args], { env: { ...process.env, ...given } });
        let text = "";
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk));
        const [code] = await once(child, "close");
        return { code, text };
    };

    before(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        lab.console.run("New-SendConnector", { Name: 'Zu Müller\'s "x"', AddressSpaces: ["fabrikam.com"] });
        lab.console.run("New-ReceiveConnector", {
            ...{ Name: "1. Relay", Server: "EX01", TransportRole: "FrontendTransport", Bindings: ["0.0.0.0:25"] },
            ...{ RemoteIPRanges: ["10.1.0.0/24"], PermissionGroups: "AnonymousUsers", AuthMechanism: "Tls" },
        });
        untouched = directoryOf(lab);
        registry = lab.registry("EX01").dump("");
        project = await privateProject("partner-tls");
    });
    after(async () => {
        await project.remove();
        await lab.stop();
    });

    it("the files take the organisation into a stack, and the first preview is empty and silent", async () => {
        const there = await exported("--out", project.directory);
        expect(there.code, there.text).to.equal(3);
        expect(there.text).to.contain("index.ts is there already").and.contain("--force");
        const found = await exported("--out", project.directory, "--force", "--schannel", ...KINDS);
        expect(found.code, found.text).to.equal(0);
        const file = await readFile(join(project.directory, "import.json"), "utf8");
        expect(file).not.to.contain("__urn").and.not.contain(lab.password);

        expect(await run("stack", "init", "test")).to.include({ code: 0 });
        const [, words = ""] = /^ {2}pulumi (import .*)$/m.exec(found.text) ?? [];
        const imported = await run(...words.split(" "), "--skip-preview");
        expect(imported.code, imported.text).to.equal(0);
        expect(imported.text).to.match(/= 4 imported/);
        const preview = await run("preview", "--diff", "--expect-no-changes");
        expect(preview.code, preview.text).to.equal(0);
        expect(preview.text)
            .to.match(/5 unchanged/)
            .and.not.match(/exchange:\w+: \((refresh|update)\)|--outputs:--/);
        expect([...imported.writes, ...preview.writes]).to.deep.equal([]);
    });

    it("what the program changes is written, and get() tells of all four kinds without owning them", async () => {
        const [send] = lab.organisation.sendConnectors;
        const [receive] = lab.organisation.receiveConnectors;
        const text = await readFile(program(), "utf8");
        const gets = `
            const of = { connection };
            const send = exchange.SendConnector.get("a", "${send?.guid}", of);
            const receive = exchange.ReceiveConnector.get("b", "${receive?.guid}", of);
            const lists = exchange.TransportConfig.get("c", "transport-config", of);
            const settings = exchange.SchannelSettings.get("d", "EX01", of);
            export const names = [send.name, receive.name, settings.computer];
            export const spaces = send.addressSpaces;
            export const found = lists.tlsSendDomainSecureList;
            export const leaves = [send.onDestroy, lists.onDestroy];
        `;
        await writeFile(program(), text.replace("requireTls: false", "requireTls: true") + gets);
        const up = await run("up", "--yes", "--skip-preview");
        expect(up.code, up.text).to.equal(0);
        expect(up.writes).to.deep.equal(["Set-SendConnector"]);
        expect(JSON.parse((await run("stack", "output", "--json")).text)).to.deep.equal({
            names: ['Zu Müller\'s "x"', receive?.settings.Name, "EX01"],
            spaces: ["SMTP:fabrikam.com;1"],
            found: ["partner-01.example", "partner-02.example", "partner-03.example"],
            leaves: ["leaves the send connector as it is", "leaves the transport config as it is"],
        });
    });

    it("destroy leaves the organisation as it was before the export", async () => {
        const end = await run("destroy", "--yes", "--skip-preview");
        expect(end.code, end.text).to.equal(0);
        expect(end.writes).to.deep.equal(["Set-SendConnector"]);
        expect(differences(untouched, directoryOf(lab))).to.deep.equal([]);
        expect(lab.registry("EX01").dump("")).to.equal(registry);
    });

    it("the option import is refused with what to do instead", () => {
        const args = { connection: connectionTo(lab), name: "x", addressSpaces: ["x.com"] };
        expect(() => new SendConnector("x", args, { import: "y" })).to.throw(
            /SendConnector 'x': .*`import`.*adopt: true.*exchange-tls export.*pulumi import --file/,
        );
    });
});
