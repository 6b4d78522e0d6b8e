import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { Places } from "./places.js";
import { powerShellProgram } from "./power-shell-program.js";
import { writeWrapper } from "./wrapper.js";

const run = promisify(execFile);
const FLAGS = ["-NoLogo", "-NoProfile", "-NonInteractive", "-File"];

describe("lab's powershell.exe", () => {
    let places: Places;

    beforeEach(async function () {
        if (process.platform === "win32") this.skip();
        places = await Places.make();
    });

    afterEach(() => places?.remove());

    /** Runs it with a program in PowerShell's place that prints where it is and what it is given. */
    async function started(path: string): Promise<{ at: string; home: string; kept: string; args: string[] }> {
        const print = "const { HOME: home, DOTNET_X: kept } = process.env;";
        const script = `${print} console.log(JSON.stringify({ at: process.cwd(), home, kept, args: process.argv.slice(2) }))`;
        const stand = places.file("it's pwsh.js");
        await writeFile(stand, script);
        process.env.DOTNET_X = "a 'b' $c";
        const program = powerShellProgram("pwsh");
        delete process.env.DOTNET_X;
        await writeWrapper(places, { ...program, command: [process.execPath, stand] });
        const { stdout } = await run(join(places.bin, "powershell.exe"), [...FLAGS, path], {
            timeout: 10_000,
            env: {},
        });
        return JSON.parse(stdout);
    }

    it("hands PowerShell the script by a path without a colon, in a home of its own", async () => {
        await writeFile(join(places.drive, "ProgramData", "a.ps1"), "");
        const { at, home, kept, args } = await started("C:/ProgramData/a.ps1");
        expect([at, home, kept]).to.deep.equal([places.home, places.home, "a 'b' $c"]);
        expect(args.slice(0, 4)).to.deep.equal(FLAGS);
        expect(args[4]).not.to.contain(":");
        expect(existsSync(resolve(at, args[4] ?? ""))).to.equal(true);
    });

    it("leaves any other path alone", async () => {
        expect((await started("/opt/agent.ps1")).args).to.deep.equal([...FLAGS, "/opt/agent.ps1"]);
    });
});
