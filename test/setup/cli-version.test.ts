import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { checkout, load } from "./script-modules";

const cases: [text: string, minimum: string, enough: boolean][] = [
    ["v3.248.0", "3.248.0", true],
    ["3.248.1", "3.248.0", true],
    ["v3.259.0", "3.248.0", true],
    ["v3.247.9", "3.248.0", false],
    ["v3.1000.0", "3.248.0", true],
    ["v3.99.9", "3.248.0", false],
    ["v3.260.0-alpha.1762000000+dirty", "3.248.0", true],
    ["v2.300.0", "3.248.0", false],
    ["v4.0.0", "3.248.0", false],
    ["  v3.250.0\n", "3.248.0", true],
    ["", "3.248.0", false],
    ["pulumi: command not found", "3.248.0", false],
];

describe("set-up: version of the Pulumi CLI", () => {
    for (const [text, minimum, enough] of cases) {
        it(`${JSON.stringify(text)} is ${enough ? "" : "not "}enough where ${minimum} is wanted`, async () => {
            const { isNewEnough } = await load("cli-version");
            expect(isNewEnough(text, minimum)).to.equal(enough);
        });
    }

    it("asks for no CLI older than the SDK that package.json pins", async () => {
        const { minimumVersion } = await load("cli-version");
        const manifest = JSON.parse(readFileSync(path.join(checkout, "package.json"), "utf8"));
        expect(manifest.devDependencies["@pulumi/pulumi"]).to.equal(minimumVersion);
    });
});
