import { expect } from "chai";
import { realClock } from "../lab/clock.js";
import { type Lab, type LabConnection, startLab } from "../lab/index.js";
import { dump } from "../lab/registry/dump.js";
import { ExampleStack } from "./example-stack";
import { everything } from "./organisation";

const SERVERS = ["EX01", "EX02"] as const;
const EXAMPLE = "schannel-baseline";

describe("examples/schannel-baseline, run by the real CLI: two runs, a restart after each, destroy", function () {
    this.timeout(120_000);
    let lab: Lab;
    let stack: ExampleStack;
    let ahead = 0;
    const clock = { ...realClock, now: () => new Date(Date.now() + ahead) };

    before(async () => {
        // One server as Exchange 2016 leaves it, one as Exchange 2019 sets it up.
        lab = await startLab({ preset: "dag", releases: ["2016 CU23", "2019 CU15"], clock });
        const servers: Record<string, object> = {};
        for (const name of SERVERS) servers[name] = ownConnection(name, await lab.connectionTo(name));
        stack = await ExampleStack.create(lab, {
            example: EXAMPLE,
            config: () => ({ servers, extendedProtection: true }),
        });
    });

    after(async () => {
        await stack?.remove();
        await lab?.stop();
    });

    /** A start is told from a boot time that wanders by more than a minute. */
    const restart = () => {
        ahead += 2 * 60_000;
        for (const name of SERVERS) lab.organisation.reboot(name);
    };
    const ownConnection = (name: string, { host, port, hostKey }: LabConnection) => {
        const server = lab.organisation.servers.find((one) => one.name === name)?.fqdn;
        return { host, port, hostKey, exchange: { server } };
    };
    const registries = () => SERVERS.map((name) => dump("", lab.registry(name).registry.root));
    const protocol = (version: string) =>
        lab
            .registry("EX01")
            .dword(
                `SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\${version}\\Server`,
                "Enabled",
            );

    it("goes from what is there to the baseline and back", async () => {
        const [organisation, before] = [everything(lab), registries()];

        const preview = await stack.preview();
        expect(preview.code, preview.text).to.equal(0);
        expect(preview.writes).to.deep.equal([]);
        expect(preview.text).to.match(/HKLM.*Protocols\\TLS 1\.2\\Server +Enabled: absent -> DWord 1/);
        expect(preview.text).to.match(/waits for a restart of the server: .*Protocols\\TLS 1\.0\\Server +Enabled/);

        const first = await stack.up();
        expect(first.code, first.text).to.equal(0);
        expect([protocol("TLS 1.2"), protocol("TLS 1.0")]).to.deep.equal([1, undefined]);
        expect(first.text).to.match(/rebootRequired: \{\s+EX01: true\s+EX02: true/);
        expect(first.text).to.contain("the TLS settings of the servers differ");

        restart();
        const second = await stack.up();
        expect(second.code, second.text).to.equal(0);
        expect([protocol("TLS 1.2"), protocol("TLS 1.0")]).to.deep.equal([1, 0]);

        restart();
        const done = await stack.up("--expect-no-changes");
        expect(done.code, done.text).to.equal(0);
        expect(done.writes).to.deep.equal([]);
        expect(await stack.outputs()).to.deep.equal({
            rebootRequired: { EX01: false, EX02: false },
            differences: [],
            healthChecker: { EX01: [], EX02: [] },
        });

        const destroy = await stack.destroy();
        expect(destroy.code, destroy.text).to.equal(0);
        expect(registries()).to.deep.equal(before);
        expect(everything(lab)).to.equal(organisation);
    });
});
