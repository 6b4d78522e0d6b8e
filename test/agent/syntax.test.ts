import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { repositoryRoot } from "../repository-root";
import { agentText } from "./agent-script";
import { mistakesIn, nodesIn, parsePowerShell, textsOf } from "./grammar";

describe("agent.ps1: syntax", () => {
    it("parses without a mistake", async () => {
        expect(mistakesIn(await parsePowerShell(agentText))).to.deep.equal([]);
    });

    const mutations: [what: string, from: string, to: string][] = [
        ["a brace that is never closed", "foreach ($line in $input) {", "foreach ($line in $input) {{"],
        ["a parenthesis too few", "if ($languageMode -ne 'FullLanguage') {", "if ($languageMode -ne 'FullLanguage' {"],
        ["a string that does not end", "'UnknownOp'", "'UnknownOp"],
        ["an operator without its right side", "$Depth -gt 32", "$Depth -gt"],
        ["a ternary", "$read = $Command -match '^(Get|Test)-'", "$read = $Command ? 1 : 2"],
        ["a hashtable that is never closed", "$parameters = @{}", "$parameters = @{"],
    ];
    for (const [what, from, to] of mutations) {
        it(`would not parse with ${what}`, async () => {
            expect(agentText).to.include(from);
            expect(mistakesIn(await parsePowerShell(agentText.replace(from, () => to)))).not.to.deep.equal([]);
        });
    }

    it("reads $input once, at its top level, where the host looks for it", async () => {
        const inputs = [...nodesIn(await parsePowerShell(agentText))].filter(
            (node) => node.type === "variable" && node.text.toLowerCase() === "$input",
        );
        expect(inputs).to.have.length(1);
        for (let node = inputs[0]?.parent; node; node = node.parent) {
            expect(node.type).not.to.equal("function_statement");
            expect(node.type).not.to.equal("script_block_expression");
        }
    });

    it("hands every function to the threads of its own, and no other", async () => {
        const block = /^\$AgentFunctions = @\(\n([\s\S]*?)^\)$/m.exec(agentText)?.[1] ?? "";
        const handed = [...block.matchAll(/'([^']+)'/g)].map(([, name]) => name);
        const defined = textsOf(await parsePowerShell(agentText), "function_name");
        expect([...handed].sort()).to.deep.equal([...defined].sort());
    });
});

describe("agent.ps1: modules that stand in for others", () => {
    const modules = [
        "exchange-stub.psm1",
        join("local-stub", "TLS", "TLS.psm1"),
        join("local-stub", "TLS", "TLS.psd1"),
    ];
    for (const name of modules) {
        it(`${name} parses`, async () => {
            const text = readFileSync(join(repositoryRoot(), "test", "agent", name), "utf8");
            expect(mistakesIn(await parsePowerShell(text))).to.deep.equal([]);
        });
    }
});
