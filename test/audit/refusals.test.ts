import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import { directoryOf, putBack } from "../conformance/driver/directory";
import { Place, type Subject, schannelSettings } from "../conformance/driver/place";
import { type Program, type Run, Stack } from "../conformance/driver/stack";
import { JointStack } from "../conformance/driver/together";
import { succeed, written } from "../conformance/suite/bench";

const INSIDE = Date.parse("2026-11-28T21:30:00Z");
const OUTSIDE = Date.parse("2026-11-25T16:56:00Z");
const NEXT = "next window: Sat 2026-11-28 22:00-02:00 Europe/Berlin, in 3 days 4 h";
const FORETOLD = `pulumi up would be refused now: it is outside the change window; ${NEXT}`;

const rows: [kind: Subject, first: Program, second: Program][] = [
    [
        sendConnector,
        { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] },
        { name: "To Fabrikam", addressSpaces: ["fabrikam.com"], requireTls: true },
    ],
    [
        receiveConnector,
        {
            server: "EX01",
            name: "Relay",
            transportRole: "FrontendTransport",
            bindings: ["0.0.0.0:2526"],
            remoteIpRanges: ["10.1.0.0/24"],
        },
        {
            server: "EX01",
            name: "Relay",
            transportRole: "FrontendTransport",
            bindings: ["0.0.0.0:2527"],
            remoteIpRanges: ["10.1.0.0/24"],
        },
    ],
    [
        transportConfig,
        { tlsSendDomainSecureList: ["fabrikam.com"], standalone: true },
        { tlsSendDomainSecureList: ["contoso.com"], standalone: true },
    ],
    [schannelSettings, { eventLogging: 5 }, { eventLogging: 7 }],
];

describe("outside the change window", () => {
    let place: Place;
    before(async () => {
        place = await Place.open({ preset: "single", foreignDomains: 3 });
    });
    after(() => place.close());
    beforeEach(() => {
        place.config["exchange-tls:changeWindow"] = "Sat 22:00-02:00 Europe/Berlin";
        place.today = () => INSIDE;
        for (const name of Object.keys(place.env)) delete place.env[name];
    });

    /** Refused in one line, and the server got nothing to write. */
    const expectRefused = ({ errors, reading }: Pick<Run, "errors" | "reading">, resources = 1) => {
        expect(errors, errors.join("\n")).to.have.length(resources);
        for (const error of errors) {
            expect(error).to.include(`writing failed: it is outside the change window; ${NEXT}. This was not sent.`);
            expect(error).not.to.include("\n");
        }
        expect(written({ reading } as Run)).to.deep.equal([]);
    };
    const outside = <T>(work: () => Promise<T>): Promise<T> => {
        place.today = () => OUTSIDE;
        return work();
    };

    for (const [kind, first, second] of rows) {
        it(`${kind.type}: create, update and delete are refused, refresh and previews are not, and afterwards all is as before`, async () => {
            const stack = new Stack(place, kind);
            const preview = await outside(() => stack.preview(first));
            expect(preview.errors, preview.errors.join()).to.deep.equal([]);
            expect(preview.log.filter((line) => line === FORETOLD)).to.have.length(1);
            expectRefused(await stack.up(first));
            expect(stack.state).to.equal(undefined);

            place.today = () => INSIDE;
            const made = await succeed(stack.up(first));
            expect(made.log).not.to.include(FORETOLD);
            const state = stack.state;

            expect((await outside(() => stack.refresh())).errors).to.deep.equal([]);
            expect((await stack.preview(second)).errors).to.deep.equal([]);
            expectRefused(await stack.up(second));
            expect(JSON.stringify(stack.state?.outputs)).to.equal(JSON.stringify(state?.outputs));
            // Nothing to write, nothing to refuse; nor anything to foretell.
            const same = await succeed(stack.up(first));
            expect(same.log).not.to.include(FORETOLD);
            expectRefused(await stack.destroy());
            expect(stack.state).not.to.equal(undefined);

            place.today = () => INSIDE;
            await succeed(stack.destroy());
        });
    }

    it("an update that only takes note of something is not refused", async () => {
        const stack = new Stack(place, sendConnector);
        const program = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
        await succeed(stack.up(program));
        const run = await outside(() => succeed(stack.up({ ...program, requireTls: false, adopt: "own" })));
        expect(run.operation).to.equal("update");
        place.today = () => INSIDE;
        await succeed(stack.destroy());
    });

    it("ten resources: one line in the preview, not ten", async () => {
        const stack = new JointStack(place);
        const program = Array.from({ length: 10 }, (_, at) => {
            const name = `c${at}`;
            return [sendConnector, name, { name, addressSpaces: [`${name}.com`] }] as const;
        });
        let minutes = 0;
        // A preview of many resources takes minutes, and the time that is left changes with each.
        place.today = () => OUTSIDE + 60_000 * minutes++;
        const run = await stack.preview(...program);
        expect(run.errors).to.deep.equal([]);
        expect(run.log.filter((line) => line.includes("change window"))).to.deep.equal([FORETOLD]);
    });

    it("a window that ends on the way: what was written is kept, the rest is refused, and the next window completes it", async () => {
        const before = directoryOf(place.lab);
        const stack = new Stack(place, receiveConnector);
        // Two writes: New- and, of what only Set- takes, Set-.
        const program = {
            ...{ server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
            ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24"], bareLinefeedRejectionEnabled: true },
        };
        const mark = place.lab.meter.mark();
        const isMade = () => place.lab.meter.since(mark).calls.some(({ cmd }) => cmd === "New-ReceiveConnector");
        place.today = () => (isMade() ? OUTSIDE : INSIDE);
        const run = await stack.up(program);
        expect(run.errors.join()).to.include(NEXT);
        expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(["New-ReceiveConnector"]);
        expect(stack.state?.id).to.match(/^[0-9a-f-]{36}$/);

        place.today = () => INSIDE;
        const rest = await succeed(stack.up(program));
        expect(written(rest).map(({ cmd }) => cmd)).to.deep.equal(["Set-ReceiveConnector"]);
        await succeed(stack.destroy());
        putBack(place.lab, before);
    });

    const reasons: [reason: string, passes: boolean][] = [
        ["", false],
        ["   ", false],
        ["1", false],
        ["urgent", false],
        ["incident 4711", true],
    ];
    for (const [reason, passes] of reasons) {
        it(`the reason '${reason}' ${passes ? "is enough" : "is none"}`, async () => {
            place.env.EXCHANGE_TLS_OUTSIDE_WINDOW = reason;
            const stack = new Stack(place, sendConnector);
            const run = await outside(() => stack.up({ name: "To Fabrikam", addressSpaces: ["fabrikam.com"] }));
            if (passes) {
                const told =
                    "writes outside the change window, because EXCHANGE_TLS_OUTSIDE_WINDOW says: incident 4711";
                expect(run.errors).to.deep.equal([]);
                expect(run.log.filter((line) => line.includes("change window"))).to.deep.equal([told]);
                await succeed(stack.destroy());
            } else {
                expect(run.errors.join()).to.include(NEXT);
                if (reason.trim() !== "") expect(run.errors.join()).to.include(`holds no reason ('${reason}'`);
                expect(written(run)).to.deep.equal([]);
            }
        });
    }

    it("the environment goes before the configuration, which a destroy has of the last update", async () => {
        const stack = new Stack(place, sendConnector);
        const program = { name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
        place.env.EXCHANGE_TLS_CHANGE_WINDOW = '["Wed 12:00-13:00 UTC", "2026-11-25 16:00-18:00 UTC"]';
        await outside(() => succeed(stack.up(program)));
        place.env.EXCHANGE_TLS_CHANGE_WINDOW = "Wed 12:00-13:00 UTC";
        const run = await stack.destroy();
        expect(run.errors.join()).to.include("next window: Wed 2026-12-02 12:00-13:00 UTC");
        // Pipelines define what they do not mean as empty.
        place.env.EXCHANGE_TLS_CHANGE_WINDOW = "";
        place.today = () => INSIDE;
        await succeed(stack.destroy());
    });

    const wrong: [name: string, value: string, words: string][] = [
        ["changeWindow", "Sa 22:00-02:00 UTC", "exchange-tls:changeWindow 'Sa' is no day"],
        ["auditLog", " ", "exchange-tls:auditLog names no file"],
        ["explain", "yes", "exchange-tls:explain must be on or off"],
    ];
    for (const [name, value, words] of wrong) {
        it(`exchange-tls:${name} '${value}' is refused in one line, and nothing is done`, async () => {
            const was = place.config[`exchange-tls:${name}`];
            place.config[`exchange-tls:${name}`] = value;
            const run = await new Stack(place, sendConnector).up({ name: "x", addressSpaces: ["x.com"] });
            if (was === undefined) delete place.config[`exchange-tls:${name}`];
            else place.config[`exchange-tls:${name}`] = was;
            expect(run.errors).to.have.length(1);
            expect(run.errors[0]).to.include(words).and.include("Nothing was done");
            expect(run.reading.calls).to.deep.equal([]);
        });
    }
});
