import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { Place, schannelSettings } from "../conformance/driver/place";
import { runIn, Stack, type Told, urnOf } from "../conformance/driver/stack";
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

    it("a wrong variable is told in full by the first resource of a run, and in short by the others, of any kind", async () => {
        const kinds = [sendConnector, transportConfig, receiveConnector, schannelSettings];
        const stacks = kinds.map((kind) => new Stack(place, kind, urnOf(kind, "partner")));
        const programs = [{ name: "To X", addressSpaces: ["x.com"] }, {}, relay, { eventLogging: 1 }];
        for (const [index, stack] of stacks.entries()) await succeed(stack.up(programs[index] ?? {}));
        place.env.EXCHANGE_TLS_ON_LIVE_CHANGE = "halt";
        try {
            for (const _ of ["one run", "the next"]) {
                const errors: string[] = [];
                await runIn(place, async (process) => {
                    for (const stack of stacks) {
                        const told: Told = { operation: "none", drift: undefined, errors: [] };
                        const refresh = stack.refreshBy(await process(stack.kind), told);
                        await refresh.catch((error: Error) => errors.push(error.message));
                    }
                });
                const [first, ...others] = errors;
                expect(first).to.match(
                    /^send connector 'To X': .*EXCHANGE_TLS_ON_LIVE_CHANGE must be replan or stop\. /,
                );
                const labels = ["transport config", "receive connector 'EX01\\Relay'", "SCHANNEL settings of EX01"];
                expect(others).to.deep.equal(labels.map((label) => `${label}: ${SHORT}`));
            }
        } finally {
            delete place.env.EXCHANGE_TLS_ON_LIVE_CHANGE;
        }
        for (const stack of stacks) await succeed(stack.destroy());
    });

    it("lists of which nothing is declared: a creation that writes nothing says so", async () => {
        const stack = new Stack(place, transportConfig);
        const run = await succeed(stack.up({}));
        expect(run.log).to.deep.equal([ONLY_STATE]);
        expect(written(run)).to.deep.equal([]);
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

const SHORT =
    "nothing was compared or done, because reading the stack's configuration failed (see SendConnector 'partner')";
const ONLY_STATE = "nothing is written: only the stack's state changes";
const SET = "Set-ReceiveConnector -Identity 'EX01\\Relay' -PipeliningEnabled $false";
