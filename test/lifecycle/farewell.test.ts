import { expect } from "chai";
import type { Kind } from "../../provider/resources/kind";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import type { Place } from "../conformance/driver/place";
import { type Program, Stack } from "../conformance/driver/stack";
import { usePlace } from "../conformance/driver/use-place";
import { succeed } from "../conformance/suite/bench";

describe("what becomes of mail when a connector goes", () => {
    let place: Place;
    usePlace({ preset: "single" }, (opened) => {
        place = opened;
    });

    const toFabrikam = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], requireTls: true };
    const relay = {
        server: "EX01",
        name: "Relay",
        transportRole: "FrontendTransport",
        bindings: ["0.0.0.0:25"],
        remoteIpRanges: ["10.1.0.0/24"],
    };

    interface Row {
        readonly what: string;
        readonly kind: Kind;
        readonly program: Program;
        readonly prepare?: () => void;
        readonly title: string;
        readonly says: RegExp;
    }
    const rows: readonly Row[] = [
        {
            what: "a send connector: who takes over",
            kind: sendConnector,
            program: toFabrikam,
            prepare: () => place.lab.console.run("New-SendConnector", { Name: "Internet", AddressSpaces: ["*"] }),
            title: "removes send connector 'To Fabrikam'",
            says: /fabrikam\.com then: send connector 'Internet'.*\(D1\)/,
        },
        {
            what: "a send connector: nobody takes over",
            kind: sendConnector,
            program: toFabrikam,
            title: "removes send connector 'To Fabrikam'",
            says: /nothing routes fabrikam\.com then: mail queues \(D1\)/,
        },
        {
            what: "a receive connector: who takes over",
            kind: receiveConnector,
            program: relay,
            title: "removes receive connector 'EX01\\Relay'",
            says: /'EX01\\Default Frontend EX01' serves 10\.1\.0\.0.* then/,
        },
        {
            what: "a receive connector: nobody takes over",
            kind: receiveConnector,
            program: { ...relay, bindings: ["0.0.0.0:2526"] },
            title: "removes receive connector 'EX01\\Relay'",
            says: /nothing serves 10\.1\.0\.0.* then: connections from there are refused/,
        },
    ];
    for (const { what, kind, program, prepare, title, says } of rows) {
        it(`${what}: in the output onDestroy, and in the log of a destroy`, async () => {
            prepare?.();
            const stack = new Stack(place, kind);
            await succeed(stack.up(program));
            expect(stack.state?.outputs.onDestroy).to.be.a("string").that.contains(title).and.matches(says);
            const run = await succeed(stack.destroy());
            expect(run.log.join("\n")).to.match(says);
        });
    }

    it("is told anew by a refresh, once somebody else takes over", async () => {
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(toFabrikam));
        place.lab.console.run("New-SendConnector", { Name: "Internet", AddressSpaces: ["*"] });
        await succeed(stack.refresh());
        expect(stack.state?.outputs.onDestroy).to.contain("send connector 'Internet'");
    });

    it("an adopted connector stays, so nobody takes over", async () => {
        place.lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"] });
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up({ ...toFabrikam, adopt: true }));
        expect(stack.state?.outputs.onDestroy)
            .to.be.a("string")
            .that.does.not.contain("removes")
            .and.does.not.contain("D1");
    });
});
