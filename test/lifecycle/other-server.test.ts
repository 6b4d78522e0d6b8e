import { expect } from "chai";
import { receiveConnector } from "../../provider/resources/receive-connector";
import { sendConnector } from "../../provider/resources/send-connector";
import { differences, directoryOf } from "../conformance/driver/directory";
import { Place } from "../conformance/driver/place";
import { Stack } from "../conformance/driver/stack";
import { succeed, written } from "../conformance/suite/bench";
import type { Lab } from "../lab/index.js";
import { putReceiveConnector } from "./past-the-rules";

const relay = {
    server: "EX02",
    name: "Relay",
    bindings: ["0.0.0.0:2526"],
    remoteIpRanges: ["10.1.0.0/24"],
};
const frontend = { ...relay, transportRole: "FrontendTransport" };
const CERTIFICATE = "<I>CN=Issuer<S>CN=mail.contoso.com";

/** The session is on EX01. */
describe("a receive connector of another server than the session's", () => {
    let place: Place;
    afterEach(() => place.close());

    it("what its own server does not have is refused, and named with that server", async () => {
        place = await Place.open({ preset: "dag", releases: ["2019 CU15", "2010 SP3"] });
        const before = directoryOf(place.lab);
        const stack = new Stack(place, receiveConnector);
        for (const more of [{ tlsCertificateName: CERTIFICATE }, { tlsCertificateName: null }]) {
            for (const run of [await stack.preview({ ...relay, ...more }), await stack.up({ ...relay, ...more })]) {
                expect(run.errors.join()).to.match(
                    /tlsCertificateName.*needs Exchange 2013.*; EX02 runs Exchange 2010/,
                );
                expect(written(run)).to.deep.equal([]);
            }
        }
        expect(stack.state).to.equal(undefined);
        expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
    });

    it("the same on the session's own server is accepted", async () => {
        place = await Place.open({ preset: "dag", releases: ["2019 CU15", "2010 SP3"] });
        const program = { ...frontend, server: "EX01", tlsCertificateName: null };
        await succeed(new Stack(place, receiveConnector).up(program));
    });

    it("adopted: a change to what its server does not have is refused, another one is made", async () => {
        place = await Place.open({ preset: "dag", releases: ["2019 CU15", "2010 SP3"] });
        place.lab.console.run("New-ReceiveConnector", {
            ...{ Server: "EX02", Name: "Relay", Bindings: ["0.0.0.0:2526"], RemoteIPRanges: ["10.1.0.0/24"] },
        });
        const stack = new Stack(place, receiveConnector);
        const { server, name } = relay;
        const run = await stack.up({ server, name, adopt: true, tlsCertificateName: CERTIFICATE });
        expect(run.errors.join()).to.match(/tlsCertificateName.*EX02 runs Exchange 2010/);
        expect(written(run)).to.deep.equal([]);
        const allowed = await succeed(stack.up({ server, name, adopt: true, banner: "220 relay" }));
        expect(written(allowed)).to.have.length(1);
    });

    describe("of a version that nobody knows", () => {
        const UNKNOWN = /EX02 runs a version that this package does not know \(Version 16\.0 \(Build 1\.1\)\)/;
        const age = ({ organisation }: Lab) => {
            const server = organisation.servers.find(({ name }) => name === "EX02");
            if (server === undefined) throw new Error("there is no EX02");
            Object.assign(server, { version: "Version 16.0 (Build 1.1)" });
        };
        const open = async (prepare?: (lab: Lab) => void) => {
            place = await Place.open({ preset: "dag" }, prepare);
        };

        it("is not made", async () => {
            await open(age);
            const stack = new Stack(place, receiveConnector);
            for (const run of [await stack.preview(frontend), await stack.up(frontend)]) {
                expect(run.errors.join()).to.match(UNKNOWN);
                expect(written(run)).to.deep.equal([]);
            }
            expect(stack.state).to.equal(undefined);
        });

        it("is neither changed nor removed", async () => {
            await open();
            const stack = new Stack(place, receiveConnector);
            await succeed(stack.up(frontend));
            age(place.lab);
            const changed = await stack.up({ ...frontend, banner: "220 relay" });
            expect(changed.errors.join()).to.match(UNKNOWN);
            expect(written(changed)).to.deep.equal([]);
            expect(written(await succeed(stack.up(frontend)))).to.deep.equal([]);
            const destroyed = await stack.destroy();
            expect(destroyed.errors.join()).to.match(UNKNOWN);
            expect(written(destroyed)).to.deep.equal([]);
            expect(stack.state).not.to.equal(undefined);
            expect(place.lab.organisation.receiveConnector("EX02", "Relay")).not.to.equal(undefined);
        });

        it("gets nothing back that was changed on it", async () => {
            await open();
            const stack = new Stack(place, receiveConnector);
            const { server } = relay;
            const adopted = { server, name: "Default Frontend EX02", adopt: true, protocolLoggingLevel: "None" };
            await succeed(stack.up(adopted));
            age(place.lab);
            const destroyed = await stack.destroy();
            expect(destroyed.errors.join()).to.match(UNKNOWN);
            expect(written(destroyed)).to.deep.equal([]);
            expect(stack.state).not.to.equal(undefined);
        });

        it("does not stand in the way of other servers and of the organisation", async () => {
            await open(age);
            await succeed(new Stack(place, receiveConnector).up({ ...frontend, server: "EX01" }));
            await succeed(new Stack(place, sendConnector).up({ name: "Out", addressSpaces: ["fabrikam.com"] }));
        });
    });
});

describe("a receive connector that moves to another server", () => {
    let place: Place;
    let stack: Stack;
    const there = { ...frontend, server: "EX01" };
    beforeEach(async () => {
        place = await Place.open({ preset: "dag" });
        stack = new Stack(place, receiveConnector);
        await succeed(stack.up(there));
    });
    afterEach(() => place.close());

    interface Row {
        readonly what: string;
        readonly server: string;
        readonly prepare?: () => void;
        readonly says: RegExp;
    }
    const rows: readonly Row[] = [
        { what: "that does not exist", server: "EX09", says: /there is no Exchange server EX09/ },
        {
            what: "where another service has the binding",
            server: "EX02",
            prepare: () =>
                putReceiveConnector(
                    place.lab,
                    "Default EX02",
                    { Name: "Other", Bindings: ["0.0.0.0:2526"], RemoteIPRanges: ["10.2.0.0/24"] },
                    "EX02",
                ),
            says: /'EX02\\Other'.*\(R10\)/,
        },
        {
            what: "that has one of this name",
            server: "EX02",
            prepare: () =>
                putReceiveConnector(
                    place.lab,
                    "Default Frontend EX02",
                    { Name: "Relay", Bindings: ["0.0.0.0:2527"] },
                    "EX02",
                ),
            says: /'EX02\\Relay' exists already/,
        },
        {
            what: "whose version nobody knows",
            server: "EX02",
            prepare: () => {
                const [, server] = place.lab.organisation.servers;
                if (server) Object.assign(server, { version: "Version 16.0 (Build 1.1)" });
            },
            says: /EX02 runs a version that this package does not know/,
        },
    ];
    for (const { what, server, prepare, says } of rows) {
        it(`to one ${what}: refused, and the old one stays`, async () => {
            prepare?.();
            const { state } = stack;
            const before = directoryOf(place.lab);
            for (const run of [await stack.preview({ ...there, server }), await stack.up({ ...there, server })]) {
                expect(run.errors.join()).to.match(says);
                expect(written(run)).to.deep.equal([]);
            }
            expect(stack.state?.id).to.equal(state?.id);
            expect(differences(before, directoryOf(place.lab))).to.deep.equal([]);
            expect(written(await succeed(stack.up(there)))).to.deep.equal([]);
        });
    }

    it("to a good one: the preview tells both commands, and up does them", async () => {
        const moved = { ...there, server: "EX02" };
        const preview = await succeed(stack.preview(moved));
        expect(preview.operation).to.equal("replace");
        expect(written(preview)).to.deep.equal([]);
        const told = preview.log.filter((line) => /^(New|Set|Remove)-/.test(line));
        expect(told.map((line) => line.split(" ")[0])).to.deep.equal([
            "Remove-ReceiveConnector",
            "New-ReceiveConnector",
        ]);
        expect(told[1]).to.contain("-Server 'EX02'");
        const run = await succeed(stack.up(moved));
        expect(written(run).map(({ cmd }) => cmd)).to.deep.equal(["Remove-ReceiveConnector", "New-ReceiveConnector"]);
        const { organisation } = place.lab;
        expect(organisation.receiveConnector("EX01", "Relay")).to.equal(undefined);
        expect(organisation.receiveConnector("EX02", "Relay")).not.to.equal(undefined);
        expect(written(await succeed(stack.up(moved)))).to.deep.equal([]);
    });
});
