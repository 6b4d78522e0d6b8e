import path from "node:path";
import { expect } from "chai";
import { checkout, load } from "./script-modules";

const cli = { place: "in the cache", folder: "/some where/bin", version: "3.259.0" };
const sdk = path.join(checkout, "node_modules", "@pulumi", "pulumi");

describe("set-up: the environment it hands on", () => {
    const env = { PATH: path.dirname(process.execPath), KEPT: "yes" };

    it("puts the CLI and the SDK's plugin first on PATH, and keeps the rest", async () => {
        const { cliEnvironment } = await load("environment");
        expect(cliEnvironment(cli, env)).to.deep.equal({
            ...env,
            PATH: [cli.folder, sdk, env.PATH].join(path.delimiter),
            PULUMI_SKIP_UPDATE_CHECK: "true",
        });
    });

    it("adds this Node where PATH leads to none", async () => {
        const { cliEnvironment } = await load("environment");
        const folders = (cliEnvironment(cli, { PATH: "" }).PATH ?? "").split(path.delimiter);
        expect(folders).to.contain(path.dirname(process.execPath));
    });

    it("says the same as a line for the shell", async () => {
        const { pathLine } = await load("environment");
        expect(pathLine(cli, env, "linux")).to.equal(`export PATH='${cli.folder}:${sdk}':"$PATH"`);
    });

    it("keeps the cache outside the checkout, by the platform's custom", async () => {
        const { cacheFolder } = await load("places");
        expect(cacheFolder("linux", {}, "/h")).to.equal("/h/.cache/pulumi-exchange-tls");
        expect(cacheFolder("linux", { XDG_CACHE_HOME: "/x" }, "/h")).to.equal("/x/pulumi-exchange-tls");
        expect(cacheFolder("darwin", {}, "/h")).to.equal("/h/Library/Caches/pulumi-exchange-tls");
        expect(cacheFolder("win32", { LOCALAPPDATA: "/l" }, "/h")).to.equal("/l/pulumi-exchange-tls");
    });
});
