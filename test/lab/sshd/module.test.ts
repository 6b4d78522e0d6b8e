import { expect } from "chai";
import { mistakesIn, parsePowerShell, textsOf } from "../../agent/grammar.js";
import { CATALOGUE, existsOn } from "../cmdlets/catalogue.js";
import { type Lab, startLab } from "../lab.js";
import { CmdletService } from "./cmdlet-service.js";
import { type CmdletAddress, moduleText } from "./module.js";

/** As far as it can be told without a PowerShell: the text, and the other end of the loopback. */
describe("lab's module for PowerShell", () => {
    let lab: Lab;
    let service: CmdletService;
    let address: CmdletAddress;

    beforeEach(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 2 });
        service = new CmdletService(lab.parts);
        address = await service.start();
    });

    afterEach(async () => {
        await service.stop();
        await lab.stop();
    });

    const text = () => moduleText("2019", lab.switches, address);
    const ask = async (name: string, par: object, token = address.token) => {
        const headers = { "x-lab-token": token, "content-type": "application/json" };
        const body = JSON.stringify({ name, par });
        const response = await fetch(address.uri, {
            method: "POST",
            headers,
            body,
            signal: AbortSignal.timeout(5_000),
        });
        return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
    };

    it("parses, is plain ASCII and has a function for every cmdlet", async () => {
        const root = await parsePowerShell(text());
        expect(mistakesIn(root)).to.deep.equal([]);
        expect(text()).to.match(/^[\n\x20-\x7e]*$/);
        expect(textsOf(root, "function_name")).to.include.members(
            CATALOGUE.filter((cmdlet) => existsOn(cmdlet, "2019")).map(({ name }) => name),
        );
    });

    it("leaves to PowerShell's binder what it can bind", () => {
        const [, setter = ""] = /function Set-SendConnector \{([\s\S]*?)\n\}/.exec(text()) ?? [];
        for (const part of [
            "[CmdletBinding(SupportsShouldProcess)]",
            "[Parameter(Mandatory)][string]$Identity",
            "[bool]$RequireTLS",
            "[int]$Port",
            "[string[]]$AddressSpaces",
            "[object]$SmartHosts",
            "[object]$TlsDomain",
        ]) {
            expect(setter).to.contain(part);
        }
        // Of Exchange 2010 only; PowerShell brings its own.
        expect(setter).not.to.match(/\$(?:LinkedReceiveConnector|Confirm|WhatIf)\b/);
    });

    it("marks texts by their kind and leaves to remoting what is its own", async () => {
        await ask("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], Confirm: false });
        const { answer } = await ask("Get-SendConnector", {});
        const [object] = answer.objects as Record<string, unknown>[];
        expect(object).to.deep.include({ Name: "t:To Fabrikam", Port: 25, RequireTLS: false, TlsDomain: null });
        expect(object).to.deep.include({ AddressSpaces: ["t:SMTP:fabrikam.com;1"], SmartHosts: [] });
        expect(object?.Guid).to.match(/^g:[0-9a-f-]{36}$/);
        expect(object?.WhenChangedUTC).to.match(/^d:\d{4}-.*Z$/);
        expect(object).not.to.have.property("PSComputerName");
    });

    it("meters what was bound as the provider sends it", async () => {
        const table = { $: "table", entries: { Add: ["a.example"] } };
        await ask("Set-TransportConfig", { TLSSendDomainSecureList: table, Confirm: false });
        expect(lab.meter.mark().calls).to.deep.equal([
            {
                cmd: "Set-TransportConfig",
                par: { TLSSendDomainSecureList: { $: "merge", add: ["a.example"], remove: [] }, Confirm: false },
                ...{ kind: "write", ok: true, effect: true },
            },
        ]);
    });

    it("tells which errors end a cmdlet and which it writes", async () => {
        const { answer } = await ask("Remove-SendConnector", { Identity: "Nobody", Confirm: false });
        expect(answer.error).to.include({ reason: "ManagementObjectNotFoundException", thrown: false });
        const { answer: unbound } = await ask("Set-TransportConfig", { MaxSendSize: "huge" });
        expect(unbound.error).to.deep.include({
            ...{ thrown: true, category: "InvalidData", id: "ParameterArgumentTransformationError" },
            reason: "ParameterBindingArgumentTransformationException",
        });
    });

    it("answers nobody without the token", async () => {
        expect((await ask("Get-SendConnector", {}, "guessed")).status).to.equal(403);
        expect(lab.meter.mark().calls).to.deep.equal([]);
    });
});
