import { expect } from "chai";
import type { RoleGroup } from "../model/role-groups.js";
import type { Arguments } from "./argument.js";
import { Bench } from "./bench.js";
import { runCmdlet } from "./run.js";

const HIDDEN = "CommandNotFoundException";

describe("lab: rights", () => {
    const groups: readonly (readonly [RoleGroup, string, boolean])[] = [
        ["Organization Management", "Set-TransportConfig", true],
        ["Server Management", "Set-TransportConfig", false],
        ["Server Management", "Get-TransportConfig", false],
        ["Server Management", "Get-SendConnector", false],
        ["Server Management", "New-SendConnector", false],
        ["Server Management", "Get-ExchangeServer", true],
        ["Server Management", "Set-ReceiveConnector", true],
        ["Server Management", "Get-ExchangeCertificate", false],
        ["Hygiene Management", "Get-ReceiveConnector", true],
        ["View-Only", "Get-TransportConfig", true],
        ["View-Only", "Set-TransportConfig", false],
        ["View-Only", "Remove-SendConnector", false],
    ];
    for (const [group, cmdlet, has] of groups) {
        it(`${group} ${has ? "has" : "lacks"} ${cmdlet}`, () => {
            const bench = new Bench();
            bench.organisation.account.roleGroup = group;
            expect(bench.organisation.account.hasCmdlet(cmdlet)).to.equal(has);
            if (!has) expect(bench.reason(cmdlet.toLowerCase())).to.equal(HIDDEN);
        });
    }

    it("a hidden parameter isn't there, in any spelling, for this cmdlet alone", () => {
        const bench = new Bench();
        bench.organisation.account.hideParameters("set-sendconnector", "Comment", "TlsCertificateName");
        expect(bench.connector({ Comment: "x" }).error).to.equal(null);
        const { error } = bench.run("Set-SendConnector", { Identity: "To Fabrikam", comment: "y" });
        expect(error).to.include({
            ...{ category: "InvalidArgument", reason: "ParameterBindingException" },
            fqid: "NamedParameterNotFound,Set-SendConnector",
        });
        expect(bench.reason("Set-SendConnector", { Identity: "To Fabrikam", Port: 26 })).to.equal("ok");
    });

    it("roles don't count through the snap-in, nor at the console", () => {
        const bench = new Bench();
        bench.organisation.account.roleGroup = "Server Management";
        bench.organisation.account.outOfScope.add("*");
        for (const changes of [{ session: "local" } as const, { byHand: true } as const]) {
            const context = { ...bench.context, ...changes };
            expect(runCmdlet("Set-TransportConfig", { Xexch50Enabled: false }, context).error).to.equal(null);
        }
    });

    const writes: readonly (readonly [string, string, Arguments, boolean])[] = [
        ["To Fabrikam", "Set-SendConnector", { Identity: "To Fabrikam", Comment: "x" }, true],
        ["to FABRIKAM", "Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false }, true],
        ["*", "Set-TransportConfig", { Xexch50Enabled: false }, true],
        ["Transport Settings", "Set-TransportConfig", { Xexch50Enabled: false }, true],
        ["New", "New-SendConnector", { Name: "New", AddressSpaces: ["*"] }, true],
        ["Another", "Set-SendConnector", { Identity: "To Fabrikam", Comment: "x" }, false],
        ["To Fabrikam", "Set-TransportConfig", { Xexch50Enabled: false }, false],
        ["*", "Get-SendConnector", {}, false],
    ];
    for (const [named, cmdlet, given, refused] of writes) {
        it(`${named} denied, or out of scope: ${cmdlet} ${JSON.stringify(given)} is ${refused ? "" : "not "}refused`, () => {
            for (const [set, reason] of [
                ["deniedWrites", "ADOperationException"],
                ["outOfScope", "ADScopeException"],
            ] as const) {
                const bench = new Bench();
                bench.connector();
                const before = JSON.stringify([bench.organisation.sendConnectors, bench.organisation.transport]);
                bench.organisation.account[set].add(named);
                expect(bench.reason(cmdlet, given)).to.equal(refused ? reason : "ok");
                const after = JSON.stringify([bench.organisation.sendConnectors, bench.organisation.transport]);
                if (refused) expect(after).to.equal(before);
            }
        });
    }
});
