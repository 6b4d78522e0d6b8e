import { expect } from "chai";
import type { Lab } from "../lab/index.js";
import { Bench, succeed, written } from "./bench";
import { CURRENT_VERSION_KEY } from "./places";

/** Somebody upgrades, or the session is one of another server. */
function become(lab: Lab, change: { readonly version?: string; readonly name?: string }): void {
    const [server] = lab.organisation.servers;
    Object.assign(server ?? {}, change);
}

const rows: Readonly<Record<string, { readonly strike: (bench: Bench) => void; readonly says: RegExp }>> = {
    "a build of Windows that nobody knows yet": {
        strike: ({ hand }) => hand.setText(CURRENT_VERSION_KEY, "CurrentBuild", "27700"),
        says: /does not know Windows build 27700, so nothing is written there/,
    },
    "a build that is no number": {
        strike: ({ hand }) => hand.setText(CURRENT_VERSION_KEY, "CurrentBuild", "next"),
        says: /build of Windows could not be read/,
    },
    "a build that is missing": {
        strike: ({ hand }) => hand.remove(CURRENT_VERSION_KEY, "CurrentBuild"),
        says: /build of Windows could not be read/,
    },
    "an Exchange that nobody knows yet": {
        strike: ({ place }) => become(place.lab, { version: "Version 15.3 (Build 1.0)" }),
        says: /version of Exchange on this machine is not known/,
    },
};

describe("SCHANNEL settings: what this package does not know is read and never written", () => {
    for (const [what, { strike, says }] of Object.entries(rows)) {
        it(`${what}`, async () => {
            const bench = await Bench.open({ releases: ["SE"] });
            try {
                await succeed(bench.stack.up({ eventLogging: 7 }));
                strike(bench);
                await bench.disconnect();
                const before = bench.dump();
                await succeed(bench.stack.refresh());
                const same = await succeed(bench.stack.up({ eventLogging: 7 }));
                expect(written(same)).to.deep.equal([]);
                for (const program of [{ eventLogging: 3 }, { baseline: "exchange" }]) {
                    for (const run of [await bench.stack.preview(program), await bench.stack.up(program)]) {
                        expect(run.errors.join("\n")).to.match(says);
                        expect(written(run)).to.deep.equal([]);
                    }
                }
                expect(bench.dump()).to.equal(before);
            } finally {
                await bench.close();
            }
        });
    }

    it("a session with another server than the machine: read, not written, and said which one to name", async () => {
        const bench = await Bench.open({ preset: "dag" });
        try {
            const before = bench.dump();
            const [, other] = bench.place.lab.organisation.servers;
            const connection = { ...bench.place.connection, exchange: { server: other?.fqdn } };
            const up = await bench.stack.up({ connection, eventLogging: 7 });
            expect(up.errors.join()).to.match(/name this one in connection\.exchange\.server/);
            expect(written(up)).to.deep.equal([]);
            await succeed(bench.stack.up({ connection, eventLogging: 1 }));
            expect(bench.stack.state?.outputs).to.include({ exchange: "", rebootRequired: false });
            expect(bench.dump()).to.equal(before);
        } finally {
            await bench.close();
        }
    });
});
