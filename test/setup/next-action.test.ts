import { expect } from "chai";
import { load } from "./script-modules";

const npm: [output: string, next: RegExp][] = [
    ["spawn npm ENOENT", /install Node\.js together with npm/],
    ["npm error code ENOSPC\nnpm error nospc write", /make room on the disk/],
    ["npm error code ENOTFOUND", /check the network/],
    ["npm error code E401", /log in to the registry/],
    ["npm error code SELF_SIGNED_CERT_IN_CHAIN", /NODE_EXTRA_CA_CERTS/],
    ["npm error code EACCES", /writable for this user/],
    ["npm error code EUSAGE", /npm install/],
    ["npm error code EINTEGRITY", /npm cache verify/],
    ["something nobody foresaw", /npm ci/],
];

const go: [output: string, reason: RegExp][] = [
    ["dial tcp: lookup somewhere: no such host", /check the network/],
    ["verifying module: checksum mismatch", /do not go on/],
    ["go: go.mod requires go >= 1.25 (running go 1.20)", /install a current one/],
    ["undefined: x", /^undefined: x$/],
];

describe("set-up: every failure names the next action", () => {
    for (const [output, next] of npm) {
        it(`npm: ${output.split("\n")[0]}`, async () => {
            expect((await load("npm-failure")).nextAfterNpm(output)).to.match(next);
        });
    }

    for (const [output, reason] of go) {
        it(`Go: ${output}`, async () => {
            expect((await load("go-failure")).reasonOf(output)).to.match(reason);
        });
    }

    for (const platform of ["linux", "darwin", "win32"] as const) {
        it(`no CLI on ${platform}: the command that installs one`, async () => {
            expect((await load("install-hint")).installHint(platform)).to.match(/^install Pulumi with `.*pulumi.*`/);
        });
    }

    it("a disk that is full or closed", async () => {
        const { asFault } = await load("file-fault");
        for (const code of ["ENOSPC", "EACCES", "EROFS", "ENOTDIR"]) {
            const fault = asFault(Object.assign(new Error(code), { code, path: "/cache" }));
            expect(fault)
                .to.have.property("next")
                .that.matches(/then run the same command again$/);
        }
        const bug = new TypeError("ours");
        expect(asFault(bug)).to.equal(bug);
    });

    it("npm's reason comes without its usage and warnings", async () => {
        const { npmReason } = await load("npm-failure");
        const output = ["npm warn x", "npm error code EUSAGE", "npm error", "npm error not in sync"].join("\n");
        expect(npmReason(output)).to.equal("    npm error code EUSAGE\n    npm error not in sync");
    });
});
