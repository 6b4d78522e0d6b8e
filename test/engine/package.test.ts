import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import * as sdk from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { repositoryRoot } from "../repository-root";
import { configure, privateEnvironment } from "./private-project";

const run = promisify(execFile);

const PROGRAM = `
import * as exchange from "pulumi-exchange-tls";
const send = new exchange.SendConnector("partner", {
    connection: exchange.connection(),
    name: "To Fabrikam",
    addressSpaces: ["fabrikam.com"],
});
export const guid = send.guid;
`;

/** What a user does: install the package in an empty project, write an ES module, run pulumi. */
describe("the package, packed and installed in an empty project", () => {
    let lab: Lab;
    let folder: string;

    before(async function () {
        this.timeout(180_000);
        lab = await startLab({ preset: "single" });
        folder = await mkdtemp(join(tmpdir(), "exchange-tls-"));
        for (const name of ["home", "state"]) await mkdir(join(folder, name));
        await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: repositoryRoot() });
        const [tarball = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
        const manifest = { name: "user", version: "1.0.0", type: "module", main: "index.js" };
        await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
        // The cache holds what the set-up installed, so that the network is hardly asked.
        const flags = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
        await run("npm", ["install", ...flags, `./${tarball}`], { cwd: folder });
        await writeFile(join(folder, "index.js"), PROGRAM);
        await writeFile(join(folder, "Pulumi.yaml"), "name: user\nruntime: nodejs\n");
    });

    after(async () => {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
        await lab.stop();
    });

    const node = async (args: readonly string[]) =>
        (await run(process.execPath, [...args], { cwd: folder })).stdout.trim();
    const cli = async (args: readonly string[]) => {
        const env = { ...process.env, ...privateEnvironment(folder), EXCHANGE_TLS_PASSWORD: lab.password };
        return (await run("pulumi", [...args, "--non-interactive"], { cwd: folder, env })).stdout;
    };

    it("is loaded by require and by import, with the same names", async () => {
        const names = Object.keys(sdk).sort().join();
        expect(names).to.contain("SendConnector,TransportConfig");
        const print =
            "console.log(Object.keys(x).filter((n) => !/^(default|module|__esModule)/.test(n)).sort().join())";
        expect(await node(["-e", `const x = require("pulumi-exchange-tls"); ${print}`])).to.equal(names);
        expect(
            await node(["--input-type=module", "-e", `import * as x from "pulumi-exchange-tls"; ${print}`]),
        ).to.equal(names);
    });

    it("brings one copy of the Pulumi SDK", async () => {
        const inside = await readdir(join(folder, "node_modules", "pulumi-exchange-tls")).then((all) => all.sort());
        expect(inside).not.to.include("node_modules");
        expect(await readdir(join(folder, "node_modules", "@pulumi"))).to.have.members(["command", "pulumi"]);
    });

    it("brings the command exchange-tls, and finds it from the program's folder as TransportRestart does", async () => {
        const bin = join(
            folder,
            "node_modules",
            ".bin",
            process.platform === "win32" ? "exchange-tls.cmd" : "exchange-tls",
        );
        const shell = process.platform === "win32";
        expect((await run(bin, ["--help"], { cwd: folder, shell })).stdout).to.contain("restart-transport");
        const found = await node(["-e", 'require("pulumi-exchange-tls/cli").main(["--help"])']);
        expect(found).to.contain("restart-transport");
    });

    it("brings neither tests nor the lab nor a generator", async () => {
        const dist = join(folder, "node_modules", "pulumi-exchange-tls", "dist");
        expect((await readdir(dist)).sort()).to.deep.equal(["provider", "sdk"]);
        expect(await readdir(join(dist, "provider"))).not.to.include("generate");
        expect(await readdir(join(dist, "provider", "agent"))).to.deep.equal(["agent.ps1"]);
    });

    it("works from an ES module: up, again, destroy", async () => {
        await configure({ directory: folder }, lab);
        await cli(["stack", "init", "test"]);
        await cli(["up", "--yes", "--skip-preview"]);
        expect(lab.console.run("Get-SendConnector")).to.have.length(1);
        expect(await cli(["up", "--yes", "--skip-preview", "--refresh"])).to.contain("2 unchanged");
        await cli(["destroy", "--yes", "--skip-preview"]);
        expect(lab.console.run("Get-SendConnector")).to.deep.equal([]);
    });
});
