import { expect } from "chai";
import { sendConnector } from "../../provider/resources/send-connector";
import { type Directory, directoryOf, putBack } from "../conformance/driver/directory";
import { Place } from "../conformance/driver/place";
import { type Run, Stack } from "../conformance/driver/stack";
import { succeed, written } from "../conformance/suite/bench";
import type { Fault } from "../lab/index.js";

const program = (password: string, more = {}) => ({
    ...{ name: "Relay", addressSpaces: ["fabrikam.com"], smartHosts: ["relay.fabrikam.com"], dnsRoutingEnabled: false },
    smartHostAuthMechanism: "BasicAuthRequireTLS",
    authenticationCredential: { username: "svc", password },
    ...more,
});
const [OLD, NEW] = ["Old-Passw0rd", "New-Passw0rd"];

/** Nobody can read it again: what is remembered of it is all that a run knows. */
describe("a password", () => {
    let place: Place;
    let stack: Stack;
    let untouched: Directory;
    before(async () => {
        place = await Place.open({ preset: "single" });
        untouched = directoryOf(place.lab);
    });
    after(() => place.close());
    beforeEach(async () => {
        stack = new Stack(place, sendConnector);
        await succeed(stack.up(program(OLD)));
        expect(stored()).to.equal(OLD);
    });
    afterEach(() => {
        place.lab.faults.clear();
        putBack(place.lab, untouched);
    });

    const stored = () => place.lab.organisation.sendConnector("Relay")?.settings.AuthenticationCredential?.password;
    const parameters = (run: Run) => written(run).map(({ par }) => Object.keys(par).sort());
    const sendsIt = (run: Run) => parameters(run).some((names) => names.includes("AuthenticationCredential"));
    /** The state knows the one that is there, so there is nothing to write. */
    const expectKnown = async (password: string, more = {}) => {
        expect(stored()).to.equal(password);
        expect(written(await succeed(stack.up(program(password, more))))).to.deep.equal([]);
    };

    const cuts: readonly Fault[] = ["cut-before-execution", "cut-before-answer", "cut-in-answer"];
    for (const fault of cuts) {
        it(`${fault}: the new one is there in the end, and known`, async () => {
            place.lab.faults.inject({ fault, cmd: "Set-SendConnector" });
            const run = await stack.up(program(NEW));
            expect(place.lab.transcript.join("\n")).to.contain(`fault ${fault}`);
            if (run.errors.length > 0) await succeed(stack.up(program(NEW)));
            await expectKnown(NEW);
        });

        it(`${fault} all the time: an error, and the next run writes it`, async () => {
            place.lab.faults.inject({ fault, cmd: "Set-SendConnector", times: 9 });
            const run = await stack.up(program(NEW));
            expect(run.errors).to.have.length(1);
            place.lab.faults.clear();
            const next = await succeed(stack.up(program(NEW)));
            expect(sendsIt(next)).to.equal(true);
            await expectKnown(NEW);
        });
    }

    for (const more of [{}, { port: 26 }]) {
        const what = Object.keys(more).length > 0 ? "with another property" : "alone";
        for (const transient of [false, true]) {
            it(`refused ${what}, ${transient ? "in passing" : "for good"}: an error, and the next run writes it`, async () => {
                const error = { code: "Cmdlet", message: "no", reason: "ADTransientException", transient };
                place.lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-SendConnector", times: 9, error });
                const run = await stack.up(program(NEW, more));
                expect(run.errors.join()).to.contain("Set-SendConnector");
                expect(stored()).to.equal(OLD);
                place.lab.faults.clear();
                const next = await succeed(stack.up(program(NEW, more)));
                expect(parameters(next).flat()).to.include.members(
                    "port" in more ? ["AuthenticationCredential", "Port"] : ["AuthenticationCredential"],
                );
                await expectKnown(NEW, more);
            });
        }

        it(`refused ${what} once in passing: the same run writes it`, async () => {
            const error = { code: "Cmdlet", message: "no", reason: "ADTransientException", transient: true };
            place.lab.faults.inject({ fault: "cmdlet-error", cmd: "Set-SendConnector", error });
            await succeed(stack.up(program(NEW, more)));
            await expectKnown(NEW, more);
        });
    }

    it("of somebody else's connector, and no longer declared: destroy still tells that it stays, and declared anew it is sent", async () => {
        const heir = new Stack(place, sendConnector, "urn:pulumi:test::p::t::heir");
        const taken = { ...program(NEW), adopt: true };
        const { authenticationCredential: _, ...without } = taken;
        await succeed(heir.up(taken));
        await succeed(heir.up(without));
        expect(heir.state?.outputs.onDestroy).to.contain("authenticationCredential stays as it is");
        expect(sendsIt(await succeed(heir.up(taken)))).to.equal(true);
        await succeed(heir.up(without));
        expect((await succeed(heir.destroy())).log.join()).to.contain("authenticationCredential stays as it is");
    });
});
