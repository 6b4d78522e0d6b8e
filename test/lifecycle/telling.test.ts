import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { Place } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import { succeed, written } from "../conformance/suite/bench";

describe("what a run tells", () => {
    let place: Place;
    before(async () => {
        place = await Place.open({ preset: "single" });
    });
    after(() => place.close());

    const mutual = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], domainSecureEnabled: true };

    it("a new connector, whose domains follow in the same run, does not call for them", async () => {
        const stack = new Stack(place, sendConnector);
        const run = await stack.up(mutual);
        expect(run.errors).to.deep.equal([]);
        expect(run.log.join("\n")).to.contain("New-SendConnector").and.not.contain("(S2)");
        // Nobody has listed them by the next run.
        expect((await stack.up(mutual)).log.join("\n")).to.contain("(S2)");
    });

    const relay = {
        ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
        ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"] },
    };
    const commandsIn = (log: readonly string[]) => log.filter((line) => /^(New|Set|Remove)-/.test(line));

    it("a new connector with a property that only Set- takes: the preview tells both commands, and up sends them", async () => {
        const stack = new Stack(place, receiveConnector);
        const program = { ...relay, bareLinefeedRejectionEnabled: true };
        const [first, second, ...more] = commandsIn((await succeed(stack.preview(program))).log);
        expect(more).to.deep.equal([]);
        expect(first)
            .to.match(/^New-ReceiveConnector /)
            .and.not.contain("BareLinefeed");
        expect(second).to.equal("Set-ReceiveConnector -Identity 'EX01\\Relay' -BareLinefeedRejectionEnabled $true");
        const run = await succeed(stack.up(program));
        expect(commandsIn(run.log)).to.deep.equal([first, second]);
        expect(written(run).map(({ cmd, par }) => [cmd, "BareLinefeedRejectionEnabled" in par])).to.deep.equal([
            ["New-ReceiveConnector", false],
            ["Set-ReceiveConnector", true],
        ]);
        await succeed(stack.destroy());
    });

    it("a new connector whose second property is the default: one command, told and sent", async () => {
        const stack = new Stack(place, receiveConnector);
        const program = { ...relay, bareLinefeedRejectionEnabled: false };
        expect(commandsIn((await succeed(stack.preview(program))).log)).to.have.length(1);
        expect(written(await succeed(stack.up(program)))).to.have.length(1);
        await succeed(stack.destroy());
    });

    it("an update of the engine's that sends nothing says so, and no other does", async () => {
        const stack = new Stack(place, receiveConnector);
        await succeed(stack.up(relay));
        const { remoteIpRanges: _, ...fewer } = relay;
        const rows: [what: string, program: Record<string, unknown>, told: readonly string[]][] = [
            ["the same", relay, []],
            ["what is so already", { ...relay, enabled: true }, [ONLY_STATE]],
            ["one property is not managed any more", fewer, [ONLY_STATE]],
            ["the same again", fewer, []],
            ["what differs", { ...fewer, pipeliningEnabled: false }, ["pipeliningEnabled: true -> false", SET]],
        ];
        for (const [what, program, told] of rows) {
            expect((await succeed(stack.preview(program))).log, `preview: ${what}`).to.deep.equal(told);
            const run = await succeed(stack.up(program));
            expect(run.log, `up: ${what}`).to.deep.equal(told);
            expect(written(run), what).to.have.length(told.includes(SET) ? 1 : 0);
        }
        await succeed(stack.destroy());
    });
});

const ONLY_STATE = "nothing is written: only the stack's state changes";
const SET = "Set-ReceiveConnector -Identity 'EX01\\Relay' -PipeliningEnabled $false";
