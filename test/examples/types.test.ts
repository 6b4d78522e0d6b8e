import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as ts from "typescript";
import { exported } from "../conformance/driver/exported";
import { Place } from "../conformance/driver/place";
import { repositoryRoot } from "../repository-root";

const folder = join(repositoryRoot(), "examples");
const examples = readdirSync(folder);

describe("the examples as projects", () => {
    it("compile with the options that each of them has, against the built package; so does what an export writes", async function () {
        this.timeout(60_000);
        const [first = "", ...others] = examples.map((name) =>
            readFileSync(join(folder, name, "tsconfig.json"), "utf8"),
        );
        for (const other of others) expect(other).to.equal(first);
        const { options } = ts.convertCompilerOptionsFromJson(JSON.parse(first).compilerOptions, folder);
        const place = await Place.open({ preset: "hybrid", foreignDomains: 1 });
        const flags = ["--built-in", "--schannel", "--all-properties"];
        const { program: text, code, told } = await exported(place, ...flags).finally(() => place.close());
        expect(code, told).to.equal(0);
        const written = join(folder, "partner-tls", "exported.ts");

        const host = ts.createCompilerHost(options);
        const onDisk = host.readFile.bind(host);
        host.readFile = (file) => (file === written ? text : onDisk(file));
        const { fileExists } = host;
        host.fileExists = (file) => file === written || fileExists(file);
        const programs = examples.map((name) => join(folder, name, "index.ts"));
        const program = ts.createProgram([...programs, written], { ...options, types: ["node"] }, host);
        expect(program.getSourceFile(written)?.text).to.equal(text);
        const said = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
            return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
        });
        expect(said).to.deep.equal([]);
    });

    for (const name of examples) {
        it(`${name} reads live state in previews, and finds this package`, () => {
            const project = readFileSync(join(folder, name, "Pulumi.yaml"), "utf8");
            expect(project).to.match(new RegExp(`^name: ${name}$`, "m"));
            expect(project).to.match(/^options:\n {4}refresh: always$/m);
            const { main, dependencies } = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8"));
            expect(main).to.equal("index.ts");
            expect(dependencies).to.have.property("pulumi-exchange-tls", "file:../..");
        });
    }
});
