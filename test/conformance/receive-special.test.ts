import { expect } from "chai";
import { ReceiveConnector } from "../../provider/index";
import type { Switches } from "../lab/index.js";
import { directoryOf } from "./driver/directory";
import { Place } from "./driver/place";
import { Stack } from "./driver/stack";
import { receiveConnector } from "./subjects/receive-connector";
import { call, expectNothing, expectOnly, succeed, written } from "./suite/bench";

const NAME = "K From Fabrikam";
const RELAY = { principal: "NT AUTHORITY\\ANONYMOUS LOGON", right: "Ms-Exch-SMTP-Accept-Any-Recipient" };
const CLOUD = "mail.protection.outlook.com:AcceptCloudServicesMail";
const PARTNER = "fabrikam.com:AcceptCloudServicesMail";

describe("conformance of a receive connector: what only it has", () => {
    let place: Place;
    let stack: Stack;

    const open = async (switches: Partial<Switches> = {}) => {
        place = await Place.open({ preset: "single", switches }, receiveConnector.prepare);
        stack = new Stack(place, ReceiveConnector.kind);
    };
    afterEach(() => place.close());

    const shown = (property: string) =>
        place.lab.console.run("Get-ReceiveConnector", { Identity: `EX01\\${NAME}` })[0]?.[property];
    const groups = (...permissionGroups: string[]) => ({ ...receiveConnector.base, permissionGroups });

    for (const customPermissionGroup of ["reject", "ignore"] as const) {
        it(`rights granted on it show as Custom, which is neither drift nor written (${customPermissionGroup})`, async () => {
            await open({ customPermissionGroup });
            await succeed(stack.up(groups("AnonymousUsers")));
            place.lab.organisation.addPermission("EX01", NAME, RELAY);
            expect(shown("PermissionGroups")).to.equal("AnonymousUsers, Custom");
            await expectNothing(stack.up(groups("AnonymousUsers")));
            const run = await succeed(stack.up(groups("AnonymousUsers", "Partners")));
            expect(written(run)).to.deep.equal([
                call("Set-ReceiveConnector", { PermissionGroups: "AnonymousUsers, Partners" }),
            ]);
            expect(shown("PermissionGroups")).to.equal("AnonymousUsers, Partners, Custom");
            const gone = await succeed(stack.destroy());
            expect(gone.log.join("\n")).to.contain("(R30)");
        });
    }

    it("a server that cannot edit its capabilities in place: an error, the list as it was, and exact works", async () => {
        await open({ undocumentedMerge: "as-text" });
        const program = (...tlsDomainCapabilities: string[]) => ({ ...receiveConnector.base, tlsDomainCapabilities });
        await succeed(stack.up(program(CLOUD)));
        const before = directoryOf(place.lab);
        const run = await stack.up(program(CLOUD, PARTNER));
        expect(run.errors.join()).to.contain("Set-ReceiveConnector failed");
        expectOnly(place.lab, before, []);
        expect(stack.state).not.to.equal(undefined);
        const exact = { ...program(CLOUD, PARTNER), listModes: { tlsDomainCapabilities: "exact" } };
        await succeed(stack.up(exact));
        expect(shown("TlsDomainCapabilities")).to.have.members([CLOUD, PARTNER]);
        await expectNothing(stack.up(exact));
    });
});
