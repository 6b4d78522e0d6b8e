import { mkdirSync } from "node:fs";
import path from "node:path";
import { folderOnPath } from "./cli-places.mjs";
import { languageHostVersion, wantedVersion } from "./cli-version.mjs";
import { Fault } from "./fault.mjs";
import { reasonOf } from "./go-failure.mjs";
import { root } from "./places.mjs";
import { say } from "./say.mjs";
import { step } from "./step.mjs";

const sdk = "github.com/pulumi/pulumi/sdk/v3";
const programs = [
    // The small one first: when Go cannot download here, that shows at once.
    {
        name: "pulumi-language-nodejs",
        source: `${sdk}/nodejs/cmd/pulumi-language-nodejs`,
        version: languageHostVersion,
        takes: "about 20 s",
    },
    {
        name: "pulumi",
        source: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
        version: wantedVersion,
        takes: "3 to 6 minutes, this once",
    },
];

/** Builds CLI and language host from their Go modules, with committed sums; gives the reason when it cannot. */
export async function buildWithGo(folder) {
    if (folderOnPath("go", process.env.PATH ?? "") === undefined) {
        return "Go, which could build it, is not on PATH";
    }
    mkdirSync(path.join(folder, "bin"));
    for (const program of programs) {
        say(`Pulumi CLI: builds ${program.name} ${program.version} from its Go module (${program.takes}).`);
        const done = await goBuild(program, path.join(folder, "bin"));
        if (/no space left|not enough space/i.test(done.output)) {
            throw new Fault(
                `The disk is full: Go could not build ${program.name} into ${path.dirname(folder)}.`,
                "make room there, in the temporary folder and in `go env GOCACHE`, then run the same command again",
            );
        }
        if (!done.ok) {
            return `Go could not build ${program.name}: ${reasonOf(done.output)}`;
        }
        say(`Pulumi CLI: ${program.name} built in ${done.seconds} s.`);
    }
    return undefined;
}

function goBuild({ name, source, version }, folder) {
    const output = path.join(folder, process.platform === "win32" ? `${name}.exe` : name);
    const link = `-s -w -X ${sdk}/go/common/version.Version=v${version}`;
    const flags = ["-mod=readonly", "-tags", "osusergo,grpcnotrace", "-ldflags", link, "-o", output];
    return step({
        label: `go build ${name}`,
        command: "go",
        args: ["build", ...flags, source],
        cwd: path.join(root, "test", "setup", "go", name),
        // A workspace file in a parent folder of the checkout would replace the committed sums.
        env: { ...process.env, GOWORK: "off" },
        limit: 30 * 60_000,
    });
}
