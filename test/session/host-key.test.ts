import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { fingerprintOf, isExpected } from "../../provider/session/ssh/host-key";
import { keyPair } from "./key-pair";

describe("session: host key", () => {
    const key = keyPair().parsed;
    const fingerprint = fingerprintOf(key.getPublicSSH());
    const other = `SHA256:${"A".repeat(43)}`;

    it("prints the fingerprint as ssh-keygen does", function () {
        let printed: string;
        try {
            const line = `${key.type} ${key.getPublicSSH().toString("base64")} test\n`;
            printed = execFileSync("ssh-keygen", ["-lf", "-"], { input: line, encoding: "utf8" });
        } catch {
            this.skip();
        }
        expect(printed.split(" ")[1]).to.equal(fingerprint);
    });

    for (const [name, expected, right] of [
        ["the only one", [fingerprint], true],
        ["the first of two", [fingerprint, other], true],
        ["the second of two", [other, fingerprint], true],
        ["another", [other], false],
        ["none", [], false],
        ["a beginning of it", [fingerprint.slice(0, -1)], false],
        ["the same in another case", [fingerprint.toLowerCase()], false],
    ] as const) {
        it(`answers exactly ${right} to ${name}`, () => {
            expect(isExpected(fingerprint, expected)).to.equal(right);
        });
    }
});
