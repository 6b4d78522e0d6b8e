import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { allowListOf, withAllowList } from "../../provider/generate/allow-list";
import { generatedFiles } from "../../provider/generate/files";
import { kinds } from "../../provider/resources";
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

    it("a stale allow-list is noticed", () => {
        const agent = "# <allow-list>\n$AllowList = @{\n    'Get-X' = @('A')\n}\n# </allow-list>\n";
        expect(withAllowList(agent, { "Get-X": ["A", "B"] })).not.to.equal(agent);
        expect(() => withAllowList("no markers", {})).to.throw(/allow-list/);
    });
});
