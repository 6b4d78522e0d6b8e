import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { SendConnector } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { runCli } from "./cli-process";
import { connectionTo, InlineStack, type Run, writeCount } from "./inline-stack";
import { privateProject } from "./private-project";

const DAY = 24 * 60 * 60 * 1000;

describe("change window and audit log under the real engine", function () {
    this.timeout(120_000);
    let lab: Lab;
    let stack: InlineStack;
    let file: string;
    /** Not today, whenever that is. */
    const date = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);
    const CLOSED = `["2026-01-02 03:00-04:00 UTC","${date} 00:00-01:00 UTC"]`;
    const NEXT = new RegExp(`next window: \\w{3} ${date} 00:00-01:00 UTC, in [23] days`);

    before(async () => {
        lab = await startLab({ preset: "single" });
        stack = await InlineStack.create(lab);
        file = join(stack.directory, "audit.jsonl");
        stack.program = () => {
            const connection = connectionTo(lab);
            for (const name of ["fabrikam", "contoso"]) {
                new SendConnector(name, { connection, name: `To ${name}`, addressSpaces: [`${name}.com`] });
            }
        };
        await stack.configure({ "exchange-tls:changeWindow": CLOSED, "exchange-tls:auditLog": file });
    });
    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    const lines = async () =>
        (await readFile(file, "utf8"))
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line));
    const expectRefused = (run: Run) => {
        expect(run.failed, run.text).to.equal(true);
        expect(writeCount(run)).to.equal(0);
        expect(run.text)
            .to.match(/writing failed: it is outside the change window; /)
            .and.match(NEXT);
        expect(run.text).not.to.match(/^\s+at /m);
    };

    it("a preview works, and says once that up would be refused", async () => {
        const run = await stack.preview({ diff: false });
        expect(run.failed, run.text).to.equal(false);
        const words = "pulumi up would be refused now: it is outside the change window; next window: ";
        expect(summary(run.text).split(words), run.text).to.have.length(2);
        expect(run.text).to.match(NEXT);
    });

    it("up is refused: one line for each resource, nothing sent, nothing in the state but the configuration", async () => {
        const run = await stack.up({ skipPreview: true });
        expectRefused(run);
        expect(await stack.resources()).to.deep.equal([]);
        expect((await lines()).map(({ cmdlet, outcome }) => `${cmdlet} ${outcome}`)).to.deep.equal([
            "New-SendConnector not sent",
            "New-SendConnector not sent",
        ]);
    });

    it("up with a reason writes, says so once, and puts the reason on record", async () => {
        stack.environment.EXCHANGE_TLS_OUTSIDE_WINDOW = "incident 4711";
        const run = await stack.up({ skipPreview: true });
        delete stack.environment.EXCHANGE_TLS_OUTSIDE_WINDOW;
        expect(run.failed, run.text).to.equal(false);
        expect(run.text).to.include("because EXCHANGE_TLS_OUTSIDE_WINDOW says: incident 4711");
        const sent = (await lines()).slice(2);
        expect(sent.map(({ outcome, outsideWindow }) => `${outcome}: ${outsideWindow}`)).to.deep.equal([
            "accepted: incident 4711",
            "accepted: incident 4711",
        ]);
        expect(sent[0]).to.include({ stack: "organization/engine-test/test", computer: "EX01" });
        expect(sent.map(({ urn }) => urn.split("::").at(-1)).sort()).to.deep.equal(["contoso", "fabrikam"]);
    });

    it("destroy takes the window of the last up, whatever the stack says since; the environment goes first", async () => {
        await stack.configure({ "exchange-tls:changeWindow": "daily 00:00-24:00 UTC" });
        expectRefused(await stack.destroy());
        expect(await stack.resources()).to.have.length(2);
        stack.environment.EXCHANGE_TLS_CHANGE_WINDOW = "daily 00:00-24:00 UTC";
        const run = await stack.destroy();
        expect(run.failed, run.text).to.equal(false);
        expect(writeCount(run)).to.equal(2);
        expect((await lines()).slice(-2).map(({ cmdlet, after }) => `${cmdlet} ${after}`)).to.deep.equal([
            "Remove-SendConnector null",
            "Remove-SendConnector null",
        ]);
    });
});

describe("a setting that does not exist, under the real CLI", () => {
    it("ends the program in one line, also from Pulumi.yaml, and nothing is read", async () => {
        const lab = await startLab({ preset: "single" });
        const project = await privateProject("partner-tls");
        try {
            const settings = "\nconfig:\n    exchange-tls:chanegWindow: Sat 22:00-02:00 UTC\n";
            await appendFile(join(project.directory, "Pulumi.yaml"), settings);
            await writeFile(join(project.directory, "index.ts"), PROGRAM);
            await runCli(project, lab, ["stack", "init", "dev"]);
            const mark = lab.meter.mark();
            const { code, text } = await runCli(project, lab, ["up", "--yes", "--skip-preview"]);
            expect(code, text).to.not.equal(0);
            const words =
                "there is no setting exchange-tls:chanegWindow (is it exchange-tls:changeWindow?). Nothing was done.";
            expect(summary(text).split(words), text).to.have.length(2);
            expect(text).not.to.match(/^\s+at /m);
            expect(lab.meter.since(mark).calls).to.deep.equal([]);
        } finally {
            await project.remove();
            await lab.stop();
        }
    });
});

/** The CLI shows each line while it runs, and then again here. */
function summary(text: string): string {
    return text.slice(text.indexOf("Diagnostics:"));
}

const PROGRAM = `import { SendConnector } from "pulumi-exchange-tls";
const connection = { host: "127.0.0.1", username: "svc", hostKey: "SHA256:x" };
for (const name of ["a", "b"]) new SendConnector(name, { connection, name, addressSpaces: [name + ".com"] });
`;
