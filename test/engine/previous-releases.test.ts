import { expect } from "chai";
import { SendConnector, type SendConnectorArgs, TransportConfig, type TransportConfigArgs } from "../../sdk";
import { type Deployment, recordedReleases, recordedState } from "../conformance/driver/recorded";
import { type Lab, startLab } from "../lab/index.js";
import { InlineStack, writeCount } from "./inline-stack";

/** Conformance L once more, with everything that the engine itself does to a state. */
for (const release of recordedReleases) {
    describe(`the state of release ${release} on the real engine`, () => {
        let lab: Lab;
        let stack: InlineStack;

        before(async () => {
            lab = await startLab({ preset: "single" });
            stack = await InlineStack.create(lab);
            stack.exact = true;
            const deployment = recordedState(release, lab);
            await stack.import(deployment);
            stack.program = () => declare(deployment);
        });
        after(async () => {
            await lab.stop();
            await stack.remove();
        });

        it("previews without a change, and destroy leaves what was there before", async () => {
            const preview = await stack.preview({ expectNoChanges: true });
            expect(preview.failed, preview.text).to.equal(false);
            expect(writeCount(preview)).to.equal(0);
            const gone = await stack.destroy();
            expect(gone.failed, gone.text).to.equal(false);
            expect(lab.console.run("Get-SendConnector").map((one) => String(one.Name))).to.deep.equal(["By hand"]);
        });
    });
}

/** The program of that time, from what it declared. */
function declare({ resources }: Deployment): undefined {
    for (const { urn, type, inputs } of resources) {
        const name = urn.split("::").at(-1) ?? "";
        const args = Object.fromEntries(Object.entries(inputs ?? {}).filter(([key]) => !key.startsWith("__")));
        if (type.endsWith(":SendConnector")) new SendConnector(name, args as unknown as SendConnectorArgs);
        if (type.endsWith(":TransportConfig")) new TransportConfig(name, args as unknown as TransportConfigArgs);
    }
}
