import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { installCertificate } from "../examples/organisation";
import { type Lab, startLab } from "../lab/index.js";
import { repositoryRoot } from "../repository-root";
import { GoldenStack } from "./stack";

/** The engine refreshes as many resources at once as it may, and prints them as they come. */
const IN_ORDER = ["--parallel", "1"];
const PREVIEW = ["preview", "--diff", ...IN_ORDER];
const PREVIEW_JSON = ["preview", "--json", ...IN_ORDER];
const UP = ["up", "--yes", "--skip-preview", "--diff", ...IN_ORDER];

interface Step {
    readonly name: string;
    /** The program's step, where it is another's. */
    readonly program?: string;
    /** What happens on the server before. */
    readonly meanwhile?: (lab: Lab) => unknown;
    /** `preview` where nothing else is said. */
    readonly text?: readonly string[];
    readonly json?: readonly string[];
    /** What happens on the server afterwards, and what is applied, so that the next step begins from there. */
    readonly afterwards?: (lab: Lab, stack: GoldenStack) => unknown;
}

const identity = { Identity: "To Fabrikam" };
const receiver = { Identity: "EX01\\From Fabrikam" };

/** One stack's story: each step's output in text and as JSON is a file that was read in full by a person. */
const steps: readonly Step[] = [
    { name: "create", afterwards: (_, stack) => stack.run("create", UP) },
    { name: "no change" },
    {
        name: "one drifted property",
        meanwhile: ({ console }) => console.run("Set-SendConnector", { ...identity, MaxMessageSize: "10MB" }),
        afterwards: ({ console }) => console.run("Set-SendConnector", { ...identity, MaxMessageSize: "36MB" }),
    },
    {
        name: "list drift both ways",
        meanwhile: ({ console }) => {
            console.run("Set-ReceiveConnector", { ...receiver, RemoteIPRanges: ["198.51.100.7", "192.0.2.99"] });
            console.run("Set-TransportConfig", {
                TLSSendDomainSecureList: { Remove: ["fabrikam.com"], Add: ["theirs.example"] },
            });
        },
        afterwards: (_, stack) => stack.run("list drift both ways", UP),
    },
    {
        name: "adoption",
        meanwhile: ({ console }) => {
            console.run("New-SendConnector", { Name: "Outbound", AddressSpaces: ["*"], Fqdn: "ex01.contoso.com" });
            console.run("New-SendConnector", { Name: "By hand", AddressSpaces: ["by-hand.example"] });
        },
        afterwards: ({ console }) => {
            for (const Identity of ["Outbound", "By hand"]) {
                console.run("Remove-SendConnector", { Identity, Confirm: false });
            }
        },
    },
    { name: "replacement" },
    { name: "unknown input" },
    { name: "unreachable server" },
    { name: "refused rule" },
    {
        name: "partial failure",
        json: [],
        text: UP,
        meanwhile: ({ faults }) => faults.inject({ fault: "cmdlet-error", cmd: "Set-TransportConfig" }),
    },
    {
        name: "after the partial failure",
        program: "partial failure",
        afterwards: (_, stack) => stack.run("partial failure", UP),
    },
    {
        name: "destroy",
        json: ["destroy", "--preview-only", "--json", ...IN_ORDER],
        text: ["destroy", "--yes", "--skip-preview", "--diff", ...IN_ORDER],
    },
];

describe("golden outputs of the real CLI", () => {
    let lab: Lab;
    let stack: GoldenStack;

    before(async () => {
        lab = await startLab({ preset: "dag", foreignDomains: 3 });
        installCertificate(lab, ["EX01", "EX02"], "mail.contoso.com");
        stack = await GoldenStack.create(lab);
    });

    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    steps.forEach(({ name, program = name, meanwhile, text = PREVIEW, json = PREVIEW_JSON, afterwards }, index) => {
        it(`${name}: as it was read and agreed upon`, async () => {
            meanwhile?.(lab);
            const file = `${String(index + 1).padStart(2, "0")}-${name.replaceAll(" ", "-")}`;
            for (const [kind, command] of [
                ["json", json],
                ["txt", text],
            ] as const) {
                if (command.length > 0) await expectGolden(`${file}.${kind}`, await stack.run(program, command));
            }
            await afterwards?.(lab, stack);
        });
    });
});

/** GOLDEN=write takes the output as it is; then it is read in full before it is committed. */
async function expectGolden(name: string, output: string): Promise<void> {
    const file = join(repositoryRoot(), "test/golden/outputs", name);
    if (process.env.GOLDEN === "write") await writeFile(file, output);
    expect(output).to.equal(await readFile(file, "utf8"), `${name}; GOLDEN=write npm test golden takes the new text`);
}
