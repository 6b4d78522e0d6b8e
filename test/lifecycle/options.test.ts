import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { differences, directoryOf } from "../conformance/driver/directory";
import type { Place } from "../conformance/driver/place";
import { Stack, urnOf } from "../conformance/driver/stack";
import { JointStack } from "../conformance/driver/together";
import { usePlace } from "../conformance/driver/use-place";
import { expectNothing, succeed, written } from "../conformance/suite/bench";

/** What the sdk's classes hand over of the options `ignoreChanges` and `replaceOnChanges`, as the engine uses them. */
describe("options that name properties", () => {
    let place: Place;
    usePlace({ preset: "single", foreignDomains: 2 }, (opened) => {
        place = opened;
    });

    const change = (cmd: string, par: Record<string, string | number | boolean | string[]>) =>
        place.lab.console.run(cmd, par);
    const send = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], requireTls: true, port: 2525 };
    const relay = {
        ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport", bindings: ["0.0.0.0:2526"] },
        ...{ remoteIpRanges: ["10.1.0.0/24"], permissionGroups: ["AnonymousUsers"] },
    };

    for (const ignored of [["requireTls"], ["*"]]) {
        it(`ignoreChanges ${ignored}: the live value stays, also where the program has another one by now`, async () => {
            const stack = new Stack(place, sendConnector);
            await succeed(stack.up({ ...send, __ignored: ignored }));
            expect(directoryOf(place.lab).get(stack.state?.id ?? "")?.properties).to.include({ RequireTLS: true });
            change("Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: false });
            // As without refresh: the engine hands over what the state holds.
            await expectNothingWritten(stack.up({ ...send, __ignored: ignored }));
            const run = await succeed(stack.up({ ...send, requireTls: true, port: 26, __ignored: ["requireTls"] }));
            expect(written(run)).to.deep.equal([{ cmd: "Set-SendConnector", par: { Port: 26 } }]);
            // Without the option it is what the program says again.
            const back = await succeed(stack.up({ ...send, port: 26 }));
            expect(written(back)).to.deep.equal([{ cmd: "Set-SendConnector", par: { RequireTLS: true } }]);
            await expectNothing(stack.up({ ...send, port: 26 }));
        });
    }
    const expectNothingWritten = async (run: ReturnType<Stack["up"]>) =>
        expect(written(await succeed(run))).to.deep.equal([]);

    it("ignoreChanges on what was taken over: destroy leaves the later change, and puts back the rest", async () => {
        change("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], Port: 24 });
        const before = directoryOf(place.lab);
        const stack = new Stack(place, sendConnector);
        const program = {
            name: "To Fabrikam",
            addressSpaces: ["fabrikam.com"],
            adopt: true,
            port: 2525,
            requireTls: true,
        };
        await succeed(stack.up({ ...program, __ignored: ["port"] }));
        change("Set-SendConnector", { Identity: "To Fabrikam", Port: 27 });
        await succeed(stack.up({ ...program, fqdn: "mail.contoso.com", __ignored: ["port"] }));
        const gone = await succeed(stack.destroy());
        expect(gone.log.join("\n")).to.contain("port is 27");
        expect(differences(before, directoryOf(place.lab))).to.deep.equal(["send connector To Fabrikam: Port"]);
    });

    it("ignoreChanges on a merged list: nothing is added and nothing taken, and what is ours still goes at destroy", async () => {
        const stack = new Stack(place, transportConfig);
        const program = {
            tlsSendDomainSecureList: ["a.com", "b.com"],
            standalone: true,
            __ignored: ["tlsSendDomainSecureList"],
        };
        await succeed(stack.up(program));
        change("Set-TransportConfig", { TLSSendDomainSecureList: ["b.com", "theirs.com"] });
        const other = { ...program, tlsSendDomainSecureList: ["c.com"], tlsReceiveDomainSecureList: ["r.com"] };
        const run = await succeed(stack.up(other));
        expect(written(run).flatMap(({ par }) => Object.keys(par))).to.deep.equal(["TLSReceiveDomainSecureList"]);
        await succeed(stack.destroy());
        const [config] = place.lab.console.run("Get-TransportConfig");
        expect(config?.TLSSendDomainSecureList).to.deep.equal(["theirs.com"]);
    });

    for (const [kind, program, changed, commands] of [
        [sendConnector, send, { comment: "another" }, ["Remove-SendConnector", "New-SendConnector"]],
        [receiveConnector, relay, { maxMessageSize: "5MB" }, ["Remove-ReceiveConnector", "New-ReceiveConnector"]],
    ] as const) {
        it(`replaceOnChanges of a ${kind.noun}: told as it is done, and its old self is in nobody's way`, async () => {
            const stack = new Stack(place, kind);
            const replaced = { __replacedBy: Object.keys(changed) };
            await succeed(stack.up({ ...program, ...replaced }));
            const id = stack.state?.id;
            const planned = await succeed(stack.preview({ ...program, ...replaced, ...changed }));
            expect(planned.operation).to.equal("replace");
            expect(planned.log.map((line) => line.split(" ")[0])).to.include.members([...commands]);
            const run = await succeed(stack.up({ ...program, ...replaced, ...changed }));
            expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(commands);
            expect(stack.state?.id).not.to.equal(id);
            await expectNothing(stack.up({ ...program, ...replaced, ...changed }));
        });
    }

    it("replaceOnChanges: another property, and another spelling of this one, replace nothing", async () => {
        const stack = new Stack(place, sendConnector);
        const replaced = { __replacedBy: ["addressSpaces"] };
        await succeed(stack.up({ ...send, ...replaced }));
        const run = await stack.preview({ ...send, ...replaced, addressSpaces: ["SMTP:FABRIKAM.com;1"], port: 26 });
        expect(run.operation).to.equal("update");
    });

    it("--replace: told as it is done", async () => {
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(send));
        const run = await succeed(stack.replace(send));
        const commands = ["Remove-SendConnector", "New-SendConnector"];
        expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(commands);
        const told = run.log.map((line) => line.split(" ")[0] ?? "").filter((word) => /^[A-Z]\w+-/.test(word));
        expect(told).to.deep.equal(commands);
    });

    it("--replace of what was taken over: its values go back and come anew", async () => {
        change("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], Port: 24 });
        const program = { ...send, adopt: true };
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(program));
        const run = await succeed(stack.replace(program));
        expect(written(run).map(({ par }) => par.Port)).to.deep.equal([24, 2525]);
        const told = run.log.filter((line) => line.startsWith("Set-")).map((line) => /-Port (\d+)/.exec(line)?.[1]);
        expect(told).to.deep.equal(["24", "2525"]);
    });

    for (const [what, kind, program] of [
        ["a connector of ours", sendConnector, send],
        ["a connector that was taken over", sendConnector, { ...send, name: "Theirs", adopt: true }],
        ["the lists", transportConfig, { tlsSendDomainSecureList: ["fabrikam.com"], standalone: true }],
    ] as const) {
        for (const renamed of [false, true]) {
            it(`--replace without refresh, ${what}${renamed ? ", renamed by an alias" : ""}: no preview can tell it, so nothing is done`, async () => {
                change("New-SendConnector", { Name: "Theirs", AddressSpaces: ["theirs.com"], Port: 24 });
                const old = new Stack(place, kind);
                await succeed(old.up(program));
                // Outputs hold the name of before the alias as long as nothing is updated.
                const stack = renamed ? new Stack(place, kind, urnOf(kind, "renamed")) : old;
                const { state } = old;
                stack.state = state && { ...state, inputs: { ...state.inputs, __urn: stack.urn } };
                const before = directoryOf(place.lab);
                const run = await stack.replace(program, { refresh: false });
                expect(run.errors.join()).to.match(/with --refresh|of another Pulumi resource/);
                expect(run.log.join()).not.to.contain("made by an earlier run");
                expect(run.reading.calls.filter(({ kind: call }) => call === "write")).to.deep.equal([]);
                expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
                expect(stack.state?.outputs).to.deep.equal(state?.outputs);
            });
        }
    }

    it("a resource that was renamed with an alias is replaced as any other", async () => {
        const named = (name: string) => new Stack(place, receiveConnector, urnOf(receiveConnector, name));
        const [old, renamed] = [named("old"), named("new")];
        await succeed(old.up({ ...relay, maxHopCount: 40 }));
        renamed.state = old.state;
        const run = await succeed(renamed.up({ ...relay, maxHopCount: 50, __replacedBy: ["maxHopCount"] }));
        expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(["Remove-ReceiveConnector", "New-ReceiveConnector"]);
    });

    it("a resource that is renamed in the program without an alias is refused, and the way out named", async () => {
        const stack = new JointStack(place);
        await stack.up([sendConnector, "old", send]);
        const run = await stack.up([sendConnector, "new", send]);
        expect(run.errors.join()).to.match(/'To Fabrikam' exists already.*the option aliases/);
        expect(run.reading.calls.filter(({ kind }) => kind === "write")).to.deep.equal([]);
    });

    it("a password authentication that cannot be declared is refused in preview (S11)", async () => {
        const smartHosts = ["relay.contoso.com"];
        const run = await new Stack(place, sendConnector).preview({
            ...send,
            smartHosts,
            smartHostAuthMechanism: "BasicAuth",
        });
        expect(run.errors.join()).to.contain("(S11)");
    });
});
