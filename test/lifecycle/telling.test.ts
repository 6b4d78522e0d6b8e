import { expect } from "chai";
import { sendConnector } from "../../provider/resources/send-connector";
import { Place } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";

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
});
