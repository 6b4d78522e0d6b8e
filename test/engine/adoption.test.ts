import { expect } from "chai";
import { ReceiveConnector, SendConnector, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, writeCount } from "./inline-stack";

/** What is remembered of earlier values has to survive the engine: refresh, update and destroy. */
describe("objects that exist already, on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "single" });
        lab.console.run("Set-TransportConfig", {
            TLSSendDomainSecureList: ["fabrikam.com", "theirs.com", "other.com"],
        });
        stack = await InlineStack.create(lab);
    });

    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const makeByHand = (name: string, domain: string, more = {}) =>
        lab.console.run("New-SendConnector", { Name: name, AddressSpaces: [domain], Comment: "by hand", ...more });
    const succeed = async (command: "up" | "destroy" | "preview") => {
        const run = await stack[command]();
        expect(run.failed, run.text).to.equal(false);
        return run;
    };
    const named = (name: string) => lab.console.run("Get-SendConnector").find((one) => String(one.Name) === name);
    /** Every connector without what every write changes. */
    const connectors = () =>
        ["Get-SendConnector", "Get-ReceiveConnector"].flatMap((cmdlet) =>
            lab.console
                .run(cmdlet)
                .map((one) =>
                    JSON.stringify(one, (key, value) =>
                        /^When|^OriginatingServer|^RunspaceId/.test(key) ? undefined : value,
                    ),
                )
                .sort(),
        );
    const sendList = () => lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList;

    it("are taken over, put back as they were, owned or left, as the program says", async () => {
        const tls = { RequireTLS: true, TlsAuthLevel: "DomainValidation", TlsDomain: "mail.fabrikam.com" };
        makeByHand("Back", "fabrikam.com", tls);
        const before = connectors();
        makeByHand("Later", "later.com");
        makeByHand("Own", "own.com");
        let entries = ["Fabrikam.com", "new.com", "gone.com"];
        stack.program = () => {
            const connection = connectionTo(lab);
            const back = { requireTls: false, port: 2525, fqdn: "mail.contoso.com", enabled: true };
            const args = (name: string, domain: string) => ({ connection, name, addressSpaces: [domain] });
            new SendConnector("back", { ...args("Back", "fabrikam.com"), adopt: true, ...back });
            const later = { port: 2525, fqdn: "mail.contoso.com" };
            new SendConnector("later", { ...args("Later", "later.com"), adopt: true, ...later });
            new SendConnector("own", { ...args("Own", "own.com"), adopt: "own" });
            new SendConnector("late", { ...args("Late", "late.com"), adopt: true, port: 2525 });
            new ReceiveConnector("built-in", {
                ...{ connection, server: "EX01", name: "Default Frontend EX01", adopt: true },
                ...{ maxMessageSize: "50MB", banner: "220 mail.contoso.com", tarpitInterval: 7_500 },
            });
            new TransportConfig("found", { connection, tlsSendDomainSecureList: entries });
            const other = { tlsSendDomainSecureList: ["other.com"] };
            new TransportConfig("own", { connection, ...other, adopt: "own" });
        };
        const preview = await succeed("preview");
        expect(preview.text).to.contain("Set-SendConnector").and.contain("-TlsDomain $null");
        expect(preview.text).to.contain("exists already: taken over (nothing to change)");

        // Somebody is quicker: what is made between reading and writing is found, not ours.
        const quicker = () => makeByHand("Late", "late.com", { Port: 26 });
        lab.faults.before("New-SendConnector", 1, () => void quicker());
        lab.faults.before("Set-TransportConfig", 1, () => {
            const lists = { TLSSendDomainSecureList: { Add: ["quick.com", "new.com"], Remove: ["theirs.com"] } };
            lab.console.run("Set-TransportConfig", lists);
        });
        const up = await succeed("up");
        expect(up.text).to.contain("already has fabrikam.com: found, not ours");
        expect(sendList()).to.have.members(["fabrikam.com", "other.com", "quick.com", "new.com", "gone.com"]);
        expect(named("Back")).to.deep.include({ RequireTLS: false, Port: 2525, TlsDomain: null, Comment: "by hand" });
        const told = (await stack.resources()).map(({ urn, outputs }) => [urn.split("::").at(-1), outputs.onDestroy]);
        expect(new Map(told as [string, string][]).get("back")).to.equal(
            "puts back fqdn to (none), port to 25, requireTls to true, tlsAuthLevel to DomainValidation, tlsDomain to mail.fabrikam.com",
        );

        // What leaves the program goes, unless it was found.
        entries = ["new.com"];
        const second = await succeed("up");
        expect(writes(second.reading).map(({ cmd }) => cmd)).to.deep.equal(["Set-TransportConfig"]);
        expect(sendList()).to.have.members(["fabrikam.com", "other.com", "quick.com", "new.com"]);

        lab.console.run("Set-SendConnector", { Identity: "Later", Port: 27 });
        const gone = await succeed("destroy");
        expect(gone.text).to.contain("port is 27");
        expect(named("Later")).to.deep.include({ Port: 27, Fqdn: null });
        expect(named("Late")).to.deep.include({ Port: 26 });
        expect(named("Own")).to.equal(undefined);
        for (const name of ["Later", "Late"])
            lab.console.run("Remove-SendConnector", { Identity: name, Confirm: false });
        expect(connectors()).to.deep.equal(before);
        expect(sendList()).to.have.members(["fabrikam.com", "quick.com", "new.com"]);
    });

    it("exact writes the list as it stands, and destroy puts the previous one back", async () => {
        stack.exact = true;
        stack.program = () => {
            const listModes = { tlsSendDomainSecureList: "exact" } as const;
            const connection = connectionTo(lab);
            new TransportConfig("partner", { connection, tlsSendDomainSecureList: ["new.com"], listModes });
        };
        await succeed("up");
        expect(sendList()).to.deep.equal(["new.com"]);
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["by-hand.com"] } });
        const drift = await stack.up({ diff: true });
        expect(drift.text).to.contain('- [1]: "by-hand.com"');
        expect(writeCount(drift)).to.equal(1);
        expect(sendList()).to.deep.equal(["new.com"]);
        await succeed("destroy");
        expect(sendList()).to.have.members(["fabrikam.com", "theirs.com", "other.com"]);
    });
});
