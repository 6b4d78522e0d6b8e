import { expect } from "chai";
import { ReceiveConnector, SendConnector, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, linesOf, operations, type Run } from "./inline-stack";

/** What people see of a change by hand. What the provider compares stands in test/lifecycle/drift-lines. */
describe("drift, as the engine shows it", () => {
    let lab: Lab;
    let stack: InlineStack;

    before(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 2 });
        stack = await InlineStack.create(lab);
        stack.program = () => {
            const connection = connectionTo(lab);
            const spaces = ["a.com", "B.com;5", "c.com"];
            new SendConnector("send", { connection, name: "To Partners", addressSpaces: spaces, requireTls: true });
            new ReceiveConnector("receive", {
                ...{ connection, server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
                ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24", "10.2.0.1", "10.3.0.0-10.3.0.9"] },
                ...{ permissionGroups: ["AnonymousUsers", "ExchangeUsers"], maxMessageSize: "36 MB" },
            });
            const lists = { tlsSendDomainSecureList: ["a.com", "B.com"], standalone: true };
            new TransportConfig("lists", { connection, ...lists });
        };
        const up = await stack.up();
        expect(up.failed, up.text).to.equal(false);
    });
    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    const byHand = (send: object, receive: object, list: object) => {
        lab.console.run("Set-SendConnector", { Identity: "To Partners", ...send });
        lab.console.run("Set-ReceiveConnector", { Identity: "EX01\\Relay", ...receive });
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: list as string[] });
    };
    const planned = (run: Run) => operations(run).filter((op) => op !== "refresh" && op !== "same");

    it("order, case and spelling alone never show, with refresh and without", async () => {
        const ranges = { RemoteIPRanges: ["10.3.0.0-10.3.0.9", "10.2.0.1", "10.1.0.0-10.1.0.255"] };
        byHand(
            { AddressSpaces: ["SMTP:C.com;1", "smtp:b.com;5", "A.COM"] },
            { ...ranges, PermissionGroups: "ExchangeUsers, AnonymousUsers", MaxMessageSize: "37748736" },
            { Add: ["theirs.com"] },
        );
        for (const options of [{ expectNoChanges: true }, { expectNoChanges: true, refresh: false }]) {
            const run = await stack.preview(options);
            expect(run.failed, run.text).to.equal(false);
            expect(planned(run)).to.deep.equal([]);
            expect(run.text).not.to.match(/^\s*[~+-] (?!pulumi)/m);
            expect(linesOf(run)).to.deep.equal({});
        }
    });

    const WORDS = {
        send: ["addressSpaces: + SMTP:a.com;1, - SMTP:late.com;1", "requireTls: false -> true"],
        receive: ["maxMessageSize: 1MB -> 36MB", "permissionGroups: + ExchangeUsers", "remoteIpRanges: + 10.2.0.1"],
        lists: ["tlsSendDomainSecureList: + a.com"],
    };
    const words = (run: Run) =>
        Object.fromEntries(
            Object.entries(linesOf(run)).map(([name, lines]) => [
                name,
                lines.filter((line) => /^[a-z]\w+: /.test(line)).sort(),
            ]),
        );

    it("with refresh: each property live and as it will be, single entries of lists, and the same in words once", async () => {
        byHand(
            { RequireTLS: false, AddressSpaces: ["b.com;5", "c.com", "late.com"] },
            {
                PermissionGroups: "AnonymousUsers",
                MaxMessageSize: "1MB",
                RemoteIPRanges: ["10.1.0.0/24", "10.3.0.0-10.3.0.9"],
            },
            { Remove: ["a.com"] },
        );
        const run = await stack.preview({ expectNoChanges: true });
        expect(run.failed).to.equal(true);
        expect(planned(run)).to.deep.equal(["update", "update", "update"]);
        for (const shown of [
            /~ requireTls\s*: false => true/,
            /~ addressSpaces: \[\n\s*\+ \[0\]: "a\.com"\n\s*\[1\]: "B\.com;5"\n\s*\[2\]: "c\.com"\n\s*- \[3\]: "SMTP:late\.com;1"\n/,
            /~ maxMessageSize\s*: "1MB" => "36 MB"/,
            /~ remoteIpRanges\s*: \[\n\s*\[0\]: "10\.1\.0\.0\/24"\n\s*\+ \[1\]: "10\.2\.0\.1"\n/,
            /~ permissionGroups: \[\n\s*\[0\]: "AnonymousUsers"\n\s*\+ \[1\]: "ExchangeUsers"\n/,
            /~ tlsSendDomainSecureList: \[\n\s*\+ \[0\]: "a\.com"\n/,
        ]) {
            expect(run.text).to.match(shown);
        }
        expect(run.text).not.to.contain("theirs.com");
        expect(words(run)).to.deep.equal(WORDS);
    });

    it("without refresh: an update of each, and the words tell what the engine does not", async () => {
        const run = await stack.preview({ refresh: false });
        expect(planned(run)).to.deep.equal(["update", "update", "update"]);
        expect(words(run)).to.deep.equal(WORDS);
    });

    it("refresh --preview-only shows what became of each, tells no command and keeps nothing", async () => {
        const before = await stack.resources();
        const run = await stack.previewRefresh();
        expect(run.failed, run.text).to.equal(false);
        expect(run.text)
            .to.contain("[diff: ~addressSpaces,requireTls]")
            .and.contain("[diff: ~maxMessageSize,permissionGroups,remoteIpRanges]")
            .and.contain("[diff: ~tlsSendDomainSecureList]");
        expect(linesOf(run)).to.deep.equal({});
        expect(await stack.resources()).to.deep.equal(before);
    });

    it("up without refresh repairs it, and tells the same words", async () => {
        const run = await stack.up({ refresh: false });
        expect(run.failed, run.text).to.equal(false);
        expect(words(run)).to.deep.equal(WORDS);
        expect(writes(run.reading)).to.have.length(3);
        const again = await stack.preview({ expectNoChanges: true });
        expect(again.failed, again.text).to.equal(false);
        expect(linesOf(again)).to.deep.equal({});
    });
});
