import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { allowListOf, withAllowList } from "../../provider/generate/allow-list";
import { generatedFiles } from "../../provider/generate/files";
import { propertiesDocOf } from "../../provider/generate/properties-doc";
import { sdkArgsOf } from "../../provider/generate/sdk-args";
import { kinds } from "../../provider/resources";
import type { Field } from "../../provider/resources/field";
import { FIXED, FORCEABLE } from "../../provider/resources/schannel-settings/guards/codes";
import { ROWS } from "../../provider/resources/schannel-settings/program/baseline";
import { pathOf } from "../../provider/resources/schannel-settings/registry/place";
import { SETTINGS } from "../../provider/resources/schannel-settings/settings";
import { sendConnector } from "../../provider/resources/send-connector";
import { boolean } from "../../provider/values/boolean";
import { flags } from "../../provider/values/flags";
import { repositoryRoot } from "../repository-root";

describe("generated files", () => {
    for (const { path, text } of generatedFiles) {
        it(`${path} is what the field tables say (npm run generate)`, () => {
            const file = join(repositoryRoot(), path);
            const present = existsSync(file) ? readFileSync(file, "utf8") : "";
            expect(present).to.equal(text(present));
        });
    }

    it("the allow-list holds every parameter of every field, and nothing for what a kind cannot do", () => {
        const list = allowListOf(kinds);
        expect(list["Set-TransportConfig"]).to.deep.equal([
            "Confirm",
            "DomainController",
            "TLSReceiveDomainSecureList",
            "TLSSendDomainSecureList",
        ]);
        expect(list["Remove-SendConnector"]).to.deep.equal(["Confirm", "DomainController", "Identity"]);
        expect(list["Get-TransportConfig"]).to.deep.equal(["DomainController"]);
        expect(Object.keys(list)).not.to.include("Remove-TransportConfig");
        expect(list["New-SendConnector"]).to.include.members(["Name", "RequireTLS", "TlsCertificateName"]);
    });

    it("a parameter stands only with the cmdlet that takes it", () => {
        const list = allowListOf(kinds);
        for (const { cmdlets, fields } of kinds) {
            for (const { only, parameter } of Object.values(fields)) {
                if (cmdlets.create) expect(list[cmdlets.create]?.includes(parameter)).to.equal(only !== "Set");
                expect(list[cmdlets.change]?.includes(parameter)).to.equal(only !== "New");
            }
        }
        expect(list["New-SendConnector"]).to.include("Usage");
        expect(list["Set-SendConnector"]).not.to.include("Usage");
        for (const cmdlet of ["New-SendConnector", "Set-SendConnector"]) {
            expect(list[cmdlet]).not.to.include.members(["Force"]).and.not.to.include.members(["WhatIf"]);
        }
    });

    it("the allow-list holds what rules read beside the objects themselves", () => {
        const list = allowListOf(kinds);
        expect(list["Get-ExchangeCertificate"]).to.deep.equal(["DomainController", "Server"]);
        expect(list["Get-TransportService"]).to.deep.equal(["DomainController", "Identity"]);
        expect(list["Get-TransportServer"]).to.deep.equal(["DomainController", "Identity"]);
    });

    it("docs/properties.md holds every property, rule and exception", () => {
        const text = propertiesDocOf(kinds);
        for (const { fields, rules, crossRules, exceptions } of kinds) {
            for (const name of [...Object.keys(fields), ...Object.keys(exceptions)])
                expect(text).to.contain(`\`${name}\``);
            for (const { code } of [...rules, ...crossRules]) expect(text).to.contain(`| ${code} |`);
        }
        expect(text).not.to.contain("pulumi.Input");
    });

    it("docs/properties.md holds every registry value, guard and row of the baseline of a server's settings", () => {
        const text = propertiesDocOf(kinds);
        for (const { path, values } of SETTINGS) {
            const row = text.split("\n").find((line) => line.startsWith(`| \`${path.join(".")}\` |`));
            for (const { place } of values) {
                expect(row).to.contain(`\`${pathOf(place)}\``);
                expect(row).to.contain(`\`${place.name}\``);
            }
            expect(row?.split(" | ").filter((cell) => cell.trim() === "")).to.deep.equal([]);
        }
        expect(text).to.contain("| `enabled`: 1, 0; `disabled`: 0, 1 |");
        expect(text).to.contain("| `enabled`: 0xffffffff; `disabled`: 0 |");
        for (const code of Object.keys(FORCEABLE)) expect(text).to.contain(`\`force: ["${code}"]\``);
        for (const [code, why] of Object.entries(FIXED)) expect(text).to.contain(`| ${code} | ${why} | nothing |`);
        for (const { tier } of ROWS) expect(text).to.contain(`\n| ${tier} | `);
    });

    it("the arguments say what a type cannot: versions, New only, not shown again", () => {
        const field = { parameter: "X", type: boolean, tls: 0, default: "false", doc: "Some doc." } as const;
        const rows: readonly [field: Partial<Field>, text: RegExp][] = [
            [{ since: "2013" }, /Exchange 2013 and later/],
            [{ since: "2010", until: "2010 SP1" }, /Exchange 2010 only/],
            [{ since: "2007 SP1", until: "2010 SP1" }, /Exchange 2007 SP1 to 2010 only/],
            [{ only: "New" }, /a change later is not written.*\n.*\n.*of New-SendConnector[.]/],
            [{ only: "Set" }, /Written with Set-SendConnector after.*\n.*\n.*of Set-SendConnector[.]/],
            [{ readable: false }, /Cannot be read back/],
            [{ list: { mode: "merge" } }, /pulumi[.]Input<pulumi[.]Input<boolean>\[\]>;[\s\S]*merge.*for x[.]/],
            [
                { flags: flags(["A", "B"], { none: "None" }) },
                /pulumi[.]Input<pulumi[.]Input<"A" [|] "B" [|] "None">\[\]>;/,
            ],
        ];
        for (const [more, text] of rows) {
            const fields = { x: { ...field, since: "2007", ...more } as Field };
            expect(sdkArgsOf({ ...sendConnector, fields })).to.match(text);
        }
        const place = { server: { ...field, since: "2007", only: "New" } as Field };
        expect(sdkArgsOf({ ...sendConnector, perServer: true, fields: place })).to.contain(
            "A change replaces the object",
        );
    });

    it("a stale allow-list is noticed", () => {
        const agent = "# <allow-list>\n$AllowList = @{\n    'Get-X' = @('A')\n}\n# </allow-list>\n";
        expect(withAllowList(agent, { "Get-X": ["A", "B"] })).not.to.equal(agent);
        expect(() => withAllowList("no markers", {})).to.throw(/allow-list/);
    });
});
