import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { SendConnector, type SendConnectorArgs, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, operations, type Run, writeCount } from "./inline-stack";

/** Plans are made and carried out by different processes: what the engine's saved plan and ours promise of the other. */
describe("saved plans, and updates that keep to the preview, on the real engine", function () {
    this.timeout(120_000);
    let lab: Lab;
    let stack: InlineStack;
    const file = (name: string) => join(stack.directory, name);

    before(async () => {
        lab = await startLab({ preset: "single" });
        stack = await InlineStack.create(lab);
        await stack.configure({ "exchange-tls:onLiveChange": "stop", "exchange-tls:planRecord": file("record.jsonl") });
    });
    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    const declare = (args: Partial<SendConnectorArgs> = {}) => {
        stack.program = () => {
            const connection = connectionTo(lab);
            new SendConnector("send", { connection, name: "To Fabrikam", addressSpaces: ["fabrikam.com"], ...args });
            new TransportConfig("lists", { connection, tlsSendDomainSecureList: ["fabrikam.com"] });
        };
    };
    const change = (par: Record<string, string | number | boolean>) =>
        lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", ...par });
    const good = async (run: Promise<Run>) => {
        const done = await run;
        expect(done.failed, done.text).to.equal(false);
        return done;
    };

    it("creates and updates go by a saved plan, with refresh; after a live change the update stops and shows both", async () => {
        declare();
        await good(stack.preview({ plan: file("create.json") }));
        const created = await good(stack.up({ plan: file("create.json") }));
        expect([writeCount(created), existsSync(file("record.jsonl"))]).to.deep.equal([2, false]);
        // By which an update is told from the preview before it, although one plan fits both.
        for (const { inputs } of await stack.resources()) expect(inputs.__updates).to.equal(true);

        declare({ requireTls: true, port: 26 });
        await good(stack.preview({ plan: file("update.json") }));
        expect(readFileSync(file("record.jsonl"), "utf8")).to.contain("-Port 26 -RequireTLS $true");
        // Nothing that the engine compares: what it planned to set is what it finds.
        change({ Port: 26 });
        const stopped = await stack.up({ plan: file("update.json") });
        expect([stopped.failed, writeCount(stopped)], stopped.text).to.deep.equal([true, 0]);
        expect(stopped.text).to.contain(STOPPED);

        change({ Port: 25 });
        const updated = await good(stack.up({ plan: file("update.json") }));
        expect(operations(updated).slice(-2)).to.have.members(["same", "update"]);
        expect([writeCount(updated), existsSync(file("record.jsonl"))]).to.deep.equal([1, false]);
    });

    it("without stop, the engine itself refuses what drifted since the plan was saved", async () => {
        await stack.configure({ "exchange-tls:onLiveChange": undefined });
        declare({ requireTls: true, port: 27 });
        await good(stack.preview({ plan: file("later.json") }));
        change({ RequireTLS: false });
        const refused = await stack.up({ plan: file("later.json") });
        expect([refused.failed, writeCount(refused)], refused.text).to.deep.equal([true, 0]);
        expect(refused.text).to.contain("violates plan: properties changed: =~requireTls");
        change({ RequireTLS: true });
        expect(writeCount(await good(stack.up()))).to.equal(1);
    });

    it("a removal is told anew when its consequence changed, and at no other time", async () => {
        // Somebody else's connector that takes nothing over says nothing.
        lab.console.run("New-SendConnector", { Name: "Elsewhere", AddressSpaces: ["elsewhere.example"] });
        const unmoved = await good(stack.preview({ expectNoChanges: true }));
        expect(unmoved.text).not.to.contain("--outputs:--");
        lab.console.run("New-SendConnector", { Name: "Internet", AddressSpaces: ["*"] });
        const moved = await good(stack.preview({ expectNoChanges: true }));
        expect(moved.text).to.match(/--outputs:--\s+~ onDestroy +: .*nothing routes.* => .*send connector 'Internet'/);
        expect(moved.text.match(/--outputs:--/g)).to.have.length(1);
    });
});

const STOPPED = `send connector 'To Fabrikam': comparing with the preview failed: the server changed since the preview. This was not sent, because exchange-tls:onLiveChange is stop. Run pulumi preview again, then pulumi up.
    - Set-SendConnector -Identity 'To Fabrikam' -Port 26 -RequireTLS $true
    + Set-SendConnector -Identity 'To Fabrikam' -RequireTLS $true
`;
