import { expect } from "chai";
import { Place, schannelSettings } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import { writes } from "../lab/meter.js";

describe("SCHANNEL settings of a server, against the lab", () => {
    it("the baseline: what the preview tells is what is written, in one exchange between two that read, and once", async () => {
        const place = await Place.open({ preset: "single" });
        try {
            const stack = new Stack(place, schannelSettings);
            const program = { baseline: "exchange" };
            const preview = await stack.preview(program);
            expect(preview.errors).to.deep.equal([]);
            const told = preview.log.filter((line) => line.startsWith("HKLM"));
            const up = await stack.up(program);
            expect(up.errors).to.deep.equal([]);
            expect(writes(up.reading)).to.have.length(told.length);
            expect(up.reading.exchanges.batch).to.equal(3);
            expect(stack.state?.outputs.rebootRequired).to.equal(true);
            const again = await stack.up(program);
            expect(writes(again.reading)).to.deep.equal([]);
            expect(again.operation).to.equal("same");
        } finally {
            await place.close();
        }
    });
});
