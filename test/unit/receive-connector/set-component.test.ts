import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const connection = { host: "ex01.contoso.com", username: "CONTOSO\\svc-tls", hostKey: "SHA256:x" };
const base = { connection, name: "From Fabrikam", bindings: ["0.0.0.0:25"], fqdn: "mail.contoso.com" };

describe("the component of a receive connector on several servers", () => {
    it("has one child for each server, and none waits for another", async () => {
        // In a process of its own: Pulumi's mocks are global.
        const script = `(async () => {
            const pulumi = require("@pulumi/pulumi");
            const made = [];
            const newResource = ({ type, name, inputs }) => {
                made.push([type, name, inputs.server]);
                return { id: name, state: inputs };
            };
            await pulumi.runtime.setMocks({ newResource, call: () => ({}) }, "project", "stack", false, "organization");
            const { ReceiveConnectorSet } = require(process.argv[1]);
            const { connectors } = new ReceiveConnectorSet("fabrikam", JSON.parse(process.argv[2]));
            const urns = Object.values(connectors).map(({ urn }) => new Promise((done) => urn.apply(done)));
            const texts = await Promise.all(urns);
            console.log(JSON.stringify({ made, keys: Object.keys(connectors), texts }));
        })()`;
        const module = join(__dirname, "../../../sdk/receive-connector-set");
        const args = JSON.stringify({ ...base, servers: ["EX01", "ex02.contoso.com"] });
        const { stdout } = await promisify(execFile)(process.execPath, ["-e", script, module, args]);
        const { made, keys, texts } = JSON.parse(stdout);
        expect(keys).to.deep.equal(["EX01", "EX02"]);
        const child = "pulumi-nodejs:dynamic/exchange:ReceiveConnector";
        expect(made).to.deep.include.members([
            ["exchange-tls:index:ReceiveConnectorSet", "fabrikam", null],
            [child, "fabrikam-EX01", "EX01"],
            [child, "fabrikam-EX02", "ex02.contoso.com"],
        ]);
        for (const urn of texts) expect(urn).to.contain("exchange-tls:index:ReceiveConnectorSet$");
    });
});
