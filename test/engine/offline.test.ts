import { expect } from "chai";
import { SendConnector, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, operations, type Run } from "./inline-stack";

const times = (text: string, part: string) => text.split(part).length - 1;

/** In one command each what cannot be shown without the engine: which calls come, and what a refresh is configured with. */
describe("servers that cannot be reached, on the real engine", () => {
    let here: Lab;
    let there: Lab;
    let stack: InlineStack;
    const FAR_PASSWORD = "FAR_PASSWORD";

    before(async () => {
        here = await startLab({ preset: "single" });
        there = await startLab({ preset: "single" });
        stack = await InlineStack.create(here, { [FAR_PASSWORD]: there.password });
        declare({ grown: false });
        await succeed(stack.up({ skipPreview: true }));
        declare({ grown: true });
        await there.faults.refuseDials();
    });
    after(async () => {
        await stack.remove();
        await here.stop();
        await there.stop();
    });

    const declare = ({ grown }: { readonly grown: boolean }) => {
        stack.program = () => {
            const near = connectionTo(here);
            const far = { ...connectionTo(there), passwordEnv: FAR_PASSWORD };
            const connector = (name: string, connection: typeof near) =>
                new SendConnector(name, { connection, name, addressSpaces: [`${name}.com`], requireTls: grown });
            for (const name of ["far-1", "far-2"]) connector(name, far);
            connector("near-1", near);
            if (!grown) return;
            connector("near-2", near);
            connector("far-3", far);
            new TransportConfig("far-4", { connection: far, tlsSendDomainSecureList: ["far.com"], standalone: true });
        };
    };
    const succeed = async (work: Promise<Run>): Promise<Run> => {
        const run = await work;
        expect(run.failed, run.text).to.equal(false);
        return run;
    };
    const address = () => `127.0.0.1:${there.connection.port}`;

    it("what exists there stops the refresh: once in full with the ways out, in short for the others", async () => {
        const run = await stack.preview();
        expect(run.failed).to.equal(true);
        expect(times(run.text, "ECONNREFUSED")).to.equal(1);
        expect(times(run.text, "EXCHANGE_TLS_OFFLINE=true")).to.equal(1);
        expect(run.text).to.match(/nothing was compared or done, because \S+ cannot be reached \(see \w+ 'far-[12]'\)/);
        expect(run.text).to.contain(address());
    });

    it("left out as the error says, the rest is compared and planned; what is new there is checked without it", async () => {
        const run = await succeed(stack.preview({ exclude: ["**::far-1", "**::far-2"] }));
        expect(times(run.text, `${address()} cannot be reached`)).to.equal(1);
        for (const command of ["Set-SendConnector -Identity 'near-1'", "New-SendConnector -Name 'near-2'"]) {
            expect(run.text).to.contain(command);
        }
        expect([...operations(run)].filter((op) => op === "create")).to.have.length(3);
    });

    it("offline no server is dialled, and the program is compared with the state, by a refresh as well", async () => {
        const before = await stack.resources();
        stack.environment.EXCHANGE_TLS_OFFLINE = "true";
        try {
            const run = await succeed(stack.preview());
            expect(run.reading.authentications).to.deep.equal({});
            expect(times(run.text, "no server is asked")).to.equal(1);
            expect(run.text).not.to.match(/ECONNREFUSED|(New|Set)-SendConnector/);
            const count = (op: string) => operations(run).filter((one) => one === op).length;
            expect([count("create"), count("update")]).to.deep.equal([3, 3]);
            expect(await stack.resources()).to.deep.equal(before);
        } finally {
            stack.environment.EXCHANGE_TLS_OFFLINE = "false";
        }
    });
});
