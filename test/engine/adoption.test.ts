import { expect } from "chai";
import { SendConnector, type SendConnectorArgs, TransportConfig, type TransportConfigArgs } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, writeCount } from "./inline-stack";

describe("objects that exist already, on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "single" });
        lab.console.run("New-SendConnector", {
            Name: "To Fabrikam",
            AddressSpaces: ["fabrikam.com"],
            RequireTLS: true,
            TlsAuthLevel: "DomainValidation",
            TlsDomain: "mail.fabrikam.com",
            Comment: "by hand",
        });
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: ["fabrikam.com", "other.com"] });
        stack = await InlineStack.create(lab);
    });

    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const declareConnector = (args: Partial<SendConnectorArgs>) => {
        stack.program = () => {
            const connection = connectionTo(lab);
            new SendConnector("partner", { connection, name: "To Fabrikam", addressSpaces: ["fabrikam.com"], ...args });
        };
    };
    const declareLists = (args: Partial<TransportConfigArgs>) => {
        stack.program = () => {
            new TransportConfig("partner", { connection: connectionTo(lab), ...args });
        };
    };
    const succeed = async (command: "up" | "destroy") => {
        const run = await stack[command]();
        expect(run.failed, run.text).to.equal(false);
        return run;
    };
    /** The object without what every write changes. */
    const connector = () => {
        const [one] = lab.console.run("Get-SendConnector");
        return JSON.stringify(one, (key, value) =>
            /^When|^OriginatingServer|^RunspaceId/.test(key) ? undefined : value,
        );
    };
    const sendList = () => lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList;

    it("adopt: true writes the difference; destroy leaves the connector exactly as it was", async () => {
        const before = connector();
        declareConnector({ adopt: true, requireTls: false, port: 2525, fqdn: "mail.contoso.com", enabled: true });
        const preview = await stack.preview();
        expect(preview.text).to.contain("Set-SendConnector").and.contain("-TlsDomain $null");
        await succeed("up");
        const [live] = lab.console.run("Get-SendConnector");
        expect(live).to.deep.include({ RequireTLS: false, Port: 2525, TlsDomain: null, Comment: "by hand" });
        const [resource] = await stack.resources();
        expect(resource?.outputs.onDestroy).to.equal(
            "puts back fqdn to (none), port to 25, requireTls to true, tlsAuthLevel to DomainValidation, tlsDomain to mail.fabrikam.com",
        );
        expect(writeCount(await succeed("up"))).to.equal(0);
        await succeed("destroy");
        expect(connector()).to.equal(before);
    });

    it("adopt: true: a later change by hand is left and named at destroy, the rest is put back", async () => {
        declareConnector({ adopt: true, port: 2525, fqdn: "mail.contoso.com" });
        await succeed("up");
        lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", Port: 26 });
        const run = await succeed("destroy");
        expect(run.text).to.contain("port is 26");
        expect(lab.console.run("Get-SendConnector")[0]).to.deep.include({ Port: 26, Fqdn: null });
    });

    it('adopt: "own": destroy removes it', async () => {
        declareConnector({ adopt: "own", requireTls: true });
        expect(writeCount(await succeed("up"))).to.equal(0);
        await succeed("destroy");
        expect(lab.console.run("Get-SendConnector")).to.deep.equal([]);
    });

    it("an entry that was found stays at destroy, and the log says so", async () => {
        declareLists({ tlsSendDomainSecureList: ["Fabrikam.com", "new.com"] });
        const run = await succeed("up");
        expect(run.text).to.contain("already has fabrikam.com: found, not ours");
        await succeed("destroy");
        expect(sendList()).to.deep.equal(["fabrikam.com", "other.com"]);
    });

    it('an entry claimed by adopt: "own" goes at destroy', async () => {
        declareLists({ tlsSendDomainSecureList: ["fabrikam.com"], adopt: "own" });
        await succeed("up");
        await succeed("destroy");
        expect(sendList()).to.deep.equal(["other.com"]);
    });

    it("an entry that leaves the program goes; a found one stays", async () => {
        declareLists({ tlsSendDomainSecureList: ["fabrikam.com", "new.com"] });
        await succeed("up");
        declareLists({ tlsSendDomainSecureList: [] });
        await succeed("up");
        expect(sendList()).to.deep.equal(["fabrikam.com", "other.com"]);
        expect(writeCount(await succeed("up"))).to.equal(0);
    });

    it("exact writes the list as it stands, and destroy puts the previous one back", async () => {
        stack.exact = true;
        declareLists({ tlsSendDomainSecureList: ["new.com"], listModes: { tlsSendDomainSecureList: "exact" } });
        await succeed("up");
        expect(sendList()).to.deep.equal(["new.com"]);
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["by-hand.com"] } });
        const drift = await stack.preview();
        expect(drift.text).to.contain('- [1]: "by-hand.com"');
        await succeed("up");
        expect(sendList()).to.deep.equal(["new.com"]);
        await succeed("destroy");
        expect(sendList()).to.have.members(["fabrikam.com", "other.com"]);
    });

    it("somebody who edits the list between reading and writing loses nothing", async () => {
        declareLists({ tlsSendDomainSecureList: ["a.com", "b.com"] });
        lab.faults.before("Set-TransportConfig", 1, () => {
            lab.console.run("Set-TransportConfig", {
                TLSSendDomainSecureList: { Add: ["late.com"], Remove: ["other.com"] },
            });
        });
        await succeed("up");
        expect(sendList()).to.have.members(["fabrikam.com", "late.com", "a.com", "b.com"]);
    });

    it("somebody who adds our entry first keeps it at destroy", async () => {
        declareLists({ tlsSendDomainSecureList: ["a.com", "b.com"] });
        lab.faults.before("Set-TransportConfig", 1, () => {
            lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["a.com"] } });
        });
        await succeed("up");
        expect(sendList()).to.include.members(["a.com", "b.com"]);
        await succeed("destroy");
        expect(sendList()).to.have.members(["fabrikam.com", "other.com", "a.com"]);
    });
});
