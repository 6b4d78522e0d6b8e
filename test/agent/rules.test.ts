import { expect } from "chai";
import { agentText } from "./agent-script";
import { nodesIn, parsePowerShell, textsOf } from "./grammar";
import { forbidden, ownCmdlets, untidy, withoutComments } from "./rules";

const code = withoutComments(agentText);

describe("agent.ps1: rules", () => {
    const looks = [
        ...forbidden.map((rule) => ({ ...rule, text: code })),
        ...untidy.map((rule) => ({ ...rule, text: agentText })),
    ];
    for (const { what, pattern, sample, text } of looks) {
        it(`keeps out: ${what}`, () => {
            expect(sample).to.match(pattern);
            expect(pattern.exec(text)?.[0]).to.equal(undefined);
        });
    }

    it("ends with a line end", () => {
        expect(agentText.endsWith("}\n")).to.equal(true);
    });

    it("calls nothing but its own functions and six cmdlets, none by an alias", async () => {
        const root = await parsePowerShell(agentText);
        const known = new Set([...textsOf(root, "function_name"), ...ownCmdlets]);
        expect(textsOf(root, "command_name").filter((name) => !known.has(name))).to.deep.equal([]);
    });

    it("uses approved verbs only", async () => {
        const verbs =
            /^(Add|Clear|Close|ConvertFrom|ConvertTo|Get|Hide|Invoke|New|Open|Read|Receive|Remove|Resolve|Restart|Select|Set|Split|Start|Step|Stop|Test|Wait|Watch|Write)-[A-Z]/;
        const names = textsOf(await parsePowerShell(agentText), "function_name");
        expect(names.filter((name) => !verbs.test(name))).to.deep.equal([]);
    });

    it("says the language mode before it uses anything that ConstrainedLanguage forbids", () => {
        const start = code.slice(0, code.indexOf("exit 1"));
        const types = [...start.matchAll(/\[([\w.]+)\]/g)].map(([, name]) => name);
        expect(new Set(types)).to.deep.equal(new Set(["string", "guid"]));
        expect(start).not.to.include("New-Object");
    });

    it("obtains a registry in one function, and asks Windows for the boot time in one", async () => {
        const functions = [...nodesIn(await parsePowerShell(agentText))].filter(
            (node) => node.type === "function_statement",
        );
        const holding = (text: string) =>
            functions.filter((node) => node.text.includes(text)).map((node) => node.text.split(" ")[1]);
        expect(holding("[Microsoft.Win32.")).to.deep.equal(["Get-RegistryRoot"]);
        expect(holding("Get-CimInstance @")).to.deep.equal(["Get-BootTime"]);
    });

    it("closes every key that it opens, whatever happens", async () => {
        const functions = [...nodesIn(await parsePowerShell(agentText))].filter(
            (node) => node.type === "function_statement",
        );
        for (const { text } of functions) {
            const opened = text.match(/= (\$Root\.(OpenSubKey|CreateSubKey)\(|Get-RegistryRoot )/g)?.length ?? 0;
            expect(text.match(/\b\w*(key|root)\.Dispose\(\)/g)?.length ?? 0, text).to.equal(opened);
        }
    });

    it("has an allow-list between its marker lines that the generator can rewrite", () => {
        const block = /^# <allow-list>\n\$AllowList = @\{\n([\s\S]*?)^\}\n# <\/allow-list>$/m.exec(agentText)?.[1];
        const entries = [...(block ?? "").matchAll(/^ {4}'(\w+-\w+)' = @\(([^)]*)\)$/gm)];
        const cmdlets = entries.map(([, cmdlet]) => cmdlet);
        expect(cmdlets).to.include("Get-ExchangeServer");
        expect(cmdlets).to.deep.equal([...cmdlets].sort());
        expect(entries.map(([entry]) => `${entry}\n`).join("")).to.equal(block);
        for (const [, cmdlet, parameters] of entries) {
            expect(parameters, cmdlet).to.match(/^\s*('\w+'(,\s+)?)+\s*$/);
        }
    });
});
