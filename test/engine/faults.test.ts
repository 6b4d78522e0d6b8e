import { expect } from "chai";
import { ReceiveConnector, SendConnector, type SendConnectorArgs, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, operations, type Run, writeCount } from "./inline-stack";

const PARTNER = "fabrikam.com";

/** Each single fault at each write stands in test/lifecycle/faults; here is what the engine makes of them. */
describe("faults on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        stack = await InlineStack.create(lab);
        declare();
    });

    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const declare = (more: Partial<SendConnectorArgs> = {}, connection = connectionTo(lab)) => {
        stack.program = () => {
            const named = { connection, name: "To Fabrikam", addressSpaces: [PARTNER] };
            new SendConnector("partner", { ...named, requireTls: true, ...more });
            const lists = { tlsSendDomainSecureList: [PARTNER], tlsReceiveDomainSecureList: [PARTNER] };
            new TransportConfig("partner", { connection, ...lists });
        };
    };
    const connectors = () => lab.console.run("Get-SendConnector");
    const lists = () => {
        const [config] = lab.console.run("Get-TransportConfig");
        return [config?.TLSSendDomainSecureList, config?.TLSReceiveDomainSecureList] as unknown as string[][];
    };
    const expectDesired = () => {
        expect(connectors().map((one) => [String(one.Name), one.RequireTLS])).to.deep.equal([["To Fabrikam", true]]);
        for (const list of lists()) {
            expect(list.filter((domain) => domain === PARTNER)).to.have.length(1);
            expect(list).to.have.length(4);
        }
    };
    const succeed = async (run: Promise<Run>) => {
        const done = await run;
        expect(done.failed, done.text).to.equal(false);
        return done;
    };

    it("of five resources two fail: the other three are done and recorded, and the next preview lists exactly the rest", async () => {
        stack.program = () => {
            const connection = connectionTo(lab);
            for (const domain of ["a.com", "b.com", "c.com"]) {
                new SendConnector(domain, { connection, name: `To ${domain}`, addressSpaces: [domain] });
            }
            // Made by one call, finished by a second.
            new ReceiveConnector("relay", {
                ...{ connection, server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
                ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"], bareLinefeedRejectionEnabled: true },
            });
            new TransportConfig("lists", { connection, tlsSendDomainSecureList: ["a.com"] });
        };
        lab.faults.inject({ fault: "cmdlet-error", cmd: "New-SendConnector", nth: 2 });
        lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-ReceiveConnector" });
        const first = await stack.up();
        expect(first.failed).to.equal(true);
        const [missing = "", ...more] = ["a.com", "b.com", "c.com"].filter(
            (domain) => !connectors().some((one) => String(one.Name) === `To ${domain}`),
        );
        expect(more).to.deep.equal([]);
        expect(first.text).to.match(new RegExp(`send connector 'To ${missing}'.*New-SendConnector`));
        expect(first.text).to.match(/receive connector 'EX01\\Relay'.*Set-ReceiveConnector/);
        const state = await stack.resources();
        expect(state.map(({ urn }) => urn)).to.have.length(4);
        expect(
            state.filter(({ initErrors }) => initErrors?.length === 1).map(({ urn }) => urn.split("::").at(-1)),
        ).to.deep.equal(["relay"]);
        expect(lists()[0]).to.include("a.com");

        const next = await stack.preview();
        expect(operations(next).filter((op) => op !== "refresh" && op !== "same")).to.have.members([
            "create",
            "update",
        ]);
        const commands = [...new Set(next.text.match(/(?:New|Set)-\S+Connector -\S+ '[^']*'/g) ?? [])];
        expect(commands).to.have.members([
            `New-SendConnector -Name 'To ${missing}'`,
            "Set-ReceiveConnector -Identity 'EX01\\Relay'",
        ]);
        const second = await succeed(stack.up());
        expect(writes(second.reading).map(({ cmd }) => cmd)).to.have.members([
            "New-SendConnector",
            "Set-ReceiveConnector",
        ]);
        expect((await stack.resources()).flatMap(({ initErrors = [] }) => initErrors)).to.deep.equal([]);
    });

    it("lost answers and a crash: no duplicate, the desired state, nothing left at destroy", async () => {
        lab.faults.inject({ fault: "agent-crash", cmd: "New-SendConnector" });
        lab.faults.inject({ fault: "cut-before-answer", cmd: "Set-TransportConfig" });
        const first = await stack.up();
        expect(lab.transcript.join("\n")).to.contain("fault agent-crash").and.contain("fault cut-before-answer");
        if (first.failed) await succeed(stack.up());
        expectDesired();
        expect(writeCount(await succeed(stack.up()))).to.equal(0);
        await succeed(stack.destroy());
        expect(connectors()).to.deep.equal([]);
        for (const list of lists()) expect(list).to.have.length(3).and.not.include(PARTNER);
    });

    it("refused before anything is asked: a rule's violation, a wrong host key; shown: what exists already", async () => {
        declare({ ignoreStartTls: true });
        const rule = await stack.preview();
        expect(rule.failed).to.equal(true);
        expect(rule.text).to.contain("(S3)").and.not.contain("at Object.");

        declare({}, { ...connectionTo(lab), hostKey: `SHA256:${"A".repeat(43)}` });
        const stranger = await stack.preview();
        expect(stranger.failed).to.equal(true);
        expect(stranger.text).to.contain(lab.connection.hostKey).and.contain("A".repeat(43));
        expect(stranger.reading.authentications).to.deep.equal({});
        expect(stranger.reading.exchanges).to.deep.equal({ open: 0, batch: 0 });

        declare();
        lab.console.run("New-SendConnector", { Name: "TO FABRIKAM", AddressSpaces: ["fabrikam.com;7"] });
        const existing = await stack.up();
        expect(existing.failed).to.equal(true);
        expect(existing.text)
            .to.contain("exists already")
            .and.contain("SMTP:fabrikam.com;7")
            .and.contain("requireTls: false")
            .and.contain("adopt: true");
        expect(connectors().map((one) => one.RequireTLS)).to.deep.equal([false]);
    });

    it("no server and no right to read are never absence: the run stops, the state stays; what is gone is made anew", async () => {
        await succeed(stack.up());
        const before = await stack.resources();
        await lab.faults.refuseDials();
        const away = await stack.up();
        await lab.faults.acceptDials();
        expect(away.failed).to.equal(true);
        expect(away.text)
            .to.contain(`127.0.0.1:${lab.connection.port}`)
            .and.match(/refused/i);

        lab.organisation.hiddenCmdlets.add("Get-SendConnector");
        const denied = await stack.up();
        lab.organisation.hiddenCmdlets.clear();
        expect(denied.failed).to.equal(true);
        expect(denied.text).to.contain("Get-SendConnector").and.contain("role");
        expect(writeCount(denied)).to.equal(0);
        expect(await stack.resources()).to.deep.equal(before);

        for (const refresh of [true, false]) {
            lab.console.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false });
            const run = await succeed(stack.up({ refresh }));
            expect(operations(run)).to.include(refresh ? "create" : "create-replacement");
            expectDesired();
        }
    });
});
