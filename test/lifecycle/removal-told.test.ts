import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { Place, Subject } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { usePlace } from "../conformance/driver/use-place";
import { succeed, written } from "../conformance/suite/bench";

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const IN_WORDS = /^(?:New|Set|Remove)-|^nothing is written/;

describe("what a removal tells while it runs", () => {
    let place: Place;
    usePlace({ preset: "single", foreignDomains: 1 }, (opened) => {
        place = opened;
    });

    const fabrikam = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
    const relay = { server: "EX01", name: "Relay", transportRole: "FrontendTransport" };
    const from = { ...relay, bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"] };
    const there = () =>
        place.lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: "fabrikam.com" });

    interface Row {
        readonly what: string;
        readonly kind: Subject;
        readonly program: Program;
        readonly before?: () => unknown;
        /** Between up and destroy. */
        readonly meanwhile?: () => unknown;
        readonly told: readonly string[];
    }
    const rows: readonly Row[] = [
        {
            what: "a connector that somebody removed: nothing",
            kind: sendConnector,
            program: fabrikam,
            meanwhile: () => place.lab.console.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false }),
            told: [],
        },
        {
            what: "a connector of ours",
            kind: receiveConnector,
            program: from,
            told: ["Remove-ReceiveConnector -Identity '<guid>' -Confirm:$false"],
        },
        {
            what: "one that was taken over and changed",
            kind: sendConnector,
            before: there,
            program: { ...fabrikam, port: 587, adopt: true },
            told: ["Set-SendConnector -Identity 'To Fabrikam' -Port 25"],
        },
        {
            what: "one that was taken over as it was",
            kind: sendConnector,
            before: there,
            program: { ...fabrikam, adopt: true },
            told: ["nothing is written: send connector 'To Fabrikam' stays as it is"],
        },
        {
            what: "an entry of a shared list",
            kind: transportConfig,
            program: { tlsSendDomainSecureList: ["fabrikam.com"], standalone: true },
            told: ["Set-TransportConfig -TLSSendDomainSecureList @{Remove='fabrikam.com'}"],
        },
    ];
    for (const { what, kind, program, before, meanwhile, told } of rows) {
        it(what, async () => {
            before?.();
            const stack = new Stack(place, kind);
            await succeed(stack.up(program));
            meanwhile?.();
            const run = await succeed(stack.destroy());
            const lines = run.log.filter((line) => IN_WORDS.test(line)).map((line) => line.replace(GUID, "<guid>"));
            expect(lines).to.deep.equal(told);
            expect(written(run)).to.have.length(told.filter((line) => !line.startsWith("nothing")).length);
        });
    }

    it("a write whose answer was lost is told once", async () => {
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(fabrikam));
        place.lab.faults.inject({ fault: "cut-before-answer", cmd: "Remove-SendConnector", times: 1 });
        const { log } = await succeed(stack.destroy());
        expect(log.filter((line) => line.startsWith("Remove-"))).to.have.length(1);
    });

    it("nothing where explain is off", async () => {
        place.config["exchange-tls:explain"] = "off";
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(fabrikam));
        expect((await succeed(stack.destroy())).log.filter((line) => IN_WORDS.test(line))).to.deep.equal([]);
        delete place.config["exchange-tls:explain"];
    });

    it("a replacement, which was told before: not twice", async () => {
        const stack = new Stack(place, receiveConnector);
        await succeed(stack.up(from));
        const run = await succeed(
            stack.up({ ...from, remoteIpRanges: ["10.2.0.0/24"], __replacedBy: ["remoteIpRanges"] }),
        );
        expect(run.operation).to.equal("replace");
        expect(run.log.filter((line) => line.startsWith("Remove-"))).to.have.length(1);
        await succeed(stack.destroy());
    });
});
