import { expect } from "chai";
import { sendConnector } from "../../provider/resources/send-connector";
import { differences, directoryOf } from "../conformance/driver/directory";
import type { Place } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import { usePlace } from "../conformance/driver/use-place";
import { expectNothing, succeed, written } from "../conformance/suite/bench";

const LATER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const TLS_ONLY = { name: "To Fabrikam", requireTls: true, adopt: true };

describe("a send connector that is taken over without its address spaces", () => {
    let place: Place;
    usePlace({ preset: "single" }, (opened) => {
        place = opened;
    });
    const byHand = (cmd: string, par: Record<string, string | string[] | boolean>) => place.lab.console.run(cmd, par);
    const exists = () => byHand("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com;7"] });

    it("they are never written and never compared, whoever changes them, and destroy leaves them", async () => {
        exists();
        const stack = new Stack(place, sendConnector);
        const up = await succeed(stack.up(TLS_ONLY));
        expect(written(up)).to.deep.equal([{ cmd: "Set-SendConnector", par: { RequireTLS: true } }]);
        byHand("Set-SendConnector", { Identity: "To Fabrikam", AddressSpaces: ["fabrikam.com", "woodgrove.example"] });
        await expectNothing(stack.up(TLS_ONLY));
        const before = directoryOf(place.lab);
        await succeed(stack.destroy());
        expect(differences(before, directoryOf(place.lab))).to.deep.equal(["send connector To Fabrikam: RequireTLS"]);
    });

    it("gone by the next run: it cannot be made anew without them, and the preview says so", async () => {
        exists();
        const stack = new Stack(place, sendConnector);
        await succeed(stack.up(TLS_ONLY));
        byHand("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false });
        const run = await stack.preview(TLS_ONLY);
        expect(run.errors.join()).to.match(/addressSpaces: is required, because there is no such send connector/);
    });

    for (const [what, program, says] of [
        ["whether it is taken over is known only later", { ...TLS_ONLY, adopt: LATER }, /^$/],
        ["another property is known only later", { ...TLS_ONLY, port: LATER }, /^$/],
        ["that, and it is not taken over", { ...TLS_ONLY, adopt: false, port: LATER }, /^addressSpaces: is required/],
    ] as const) {
        it(what, async () => {
            exists();
            expect((await new Stack(place, sendConnector).preview(program)).errors.join()).to.match(says);
        });
    }
});
