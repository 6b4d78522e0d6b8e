import { expect } from "chai";
import { SendConnector, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, type Run } from "./inline-stack";

const CONNECTORS = 30;
const PARALLEL = 8;

describe("exchanges with the server", () => {
    let lab: Lab;
    let stack: InlineStack;
    let port = 25;

    before(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 40 });
        stack = await InlineStack.create(lab);
        stack.program = () => {
            const connection = connectionTo(lab);
            const names = Array.from({ length: CONNECTORS }, (_, index) => `partner${index}.com`);
            const all = names.map(
                (domain) =>
                    new SendConnector(domain, { connection, name: `To ${domain}`, addressSpaces: [domain], port }),
            );
            new TransportConfig("partners", { connection, tlsSendDomainSecureList: names }, { dependsOn: all });
        };
    });

    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    const exchanges = ({ reading, text, failed }: Run) => {
        expect(failed, text).to.equal(false);
        expect(reading.connections).to.equal(1);
        return reading.exchanges.open + reading.exchanges.batch;
    };
    /** open, snapshot; then per level of dependencies ceil(changed / parallel) + 1 at most. */
    const READING = 2;
    const WRITING = Math.ceil(CONNECTORS / PARALLEL) + 1 + (1 + 1);

    it(`preview of ${CONNECTORS + 1} new resources: 2`, async () => {
        expect(exchanges(await stack.preview())).to.equal(READING);
    });

    it(`their up: at most ${READING + WRITING}, one write call each`, async () => {
        const run = await stack.up({ parallel: PARALLEL });
        expect(exchanges(run)).to.be.at.most(READING + WRITING);
        expect(writes(run.reading)).to.have.length(CONNECTORS + 1);
    });

    it("up again: 2, no write call", async () => {
        const run = await stack.up();
        expect(exchanges(run)).to.equal(READING);
        expect(writes(run.reading)).to.deep.equal([]);
    });

    it(`one property changed on all: at most ${READING + WRITING}, that property alone`, async () => {
        port = 2525;
        const run = await stack.up({ parallel: PARALLEL });
        expect(exchanges(run)).to.be.at.most(READING + WRITING);
        expect(writes(run.reading)).to.have.length(CONNECTORS);
        for (const { par } of writes(run.reading)) {
            expect(Object.keys(par)).to.have.members(["Identity", "Port", "DomainController"]);
        }
    });

    it(`destroy: at most ${READING + WRITING}`, async () => {
        expect(exchanges(await stack.destroy({ parallel: PARALLEL }))).to.be.at.most(READING + WRITING);
        expect(lab.console.run("Get-SendConnector")).to.deep.equal([]);
    });
});
