import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { repositoryRoot } from "../repository-root";
import { COMMAND_VERSION } from "./index";

const read = (path: string) => JSON.parse(readFileSync(join(repositoryRoot(), path), "utf8"));

describe("@pulumi/command", () => {
    // npm's `latest` is an old release under a higher number, whose plugin does not exist.
    it(`is pinned to ${COMMAND_VERSION}, and that is what is installed and asked of the engine`, () => {
        expect(read("package.json").dependencies["@pulumi/command"]).to.equal(COMMAND_VERSION);
        const installed = read("node_modules/@pulumi/command/package.json");
        expect(installed.version).to.equal(COMMAND_VERSION);
        expect(installed.pulumi).to.include({ name: "command", version: COMMAND_VERSION });
    });
});
