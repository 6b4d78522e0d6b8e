import { expect } from "chai";
import { agentText } from "./agent-script";
import { assignedIn, bodiesIn, callsIn, variablesOf } from "./functions";
import { parsePowerShell } from "./grammar";
import { BOOT, REGISTRY } from "./registry-stub";
import { REMOTE } from "./remote-stub";
import { LATE_STOP, SERVICES } from "./service-stub";
import { withStubs } from "./stubbed-agent";

/** PowerShell sets these itself: some cannot be set at all, the others lose what a script puts into them. */
const AUTOMATIC = [
    ..."_ args error event executioncontext false foreach home host input iscoreclr islinux ismacos".split(" "),
    ..."iswindows lastexitcode matches myinvocation null pid profile psboundparameters pscmdlet".split(" "),
    ..."pscommandpath psculture psedition pshome psitem psscriptroot psuiculture psversiontable".split(" "),
    ..."pwd sender shellid stacktrace switch this true".split(" "),
];

/** Mistakes that PowerShell never complains of: to it a wrong name is one more argument, or null. */
async function mistakesOf(text: string): Promise<readonly string[]> {
    const bodies = bodiesIn(await parsePowerShell(text));
    const declared = new Map(bodies.map(({ name, parameters }) => [name, parameters]));
    return bodies.flatMap((body) => {
        const set = [...body.parameters, ...assignedIn(body)];
        const unset = variablesOf(body).filter((name) => !set.includes(name) && !AUTOMATIC.includes(name));
        const taken = set.filter((name) => AUTOMATIC.includes(name));
        const wrong = callsIn(body).filter(({ command, parameters }) => {
            const wanted = declared.get(command);
            return wanted !== undefined && [...parameters].sort().join() !== [...wanted].sort().join();
        });
        return [
            ...unset.map((name) => `${body.name}: nothing sets $${name}`),
            ...taken.map((name) => `${body.name}: sets PowerShell's own $${name}`),
            ...wrong.map(({ line, command, parameters }) => `line ${line}: ${command} with ${parameters.join()}`),
        ];
    });
}

describe("agent.ps1: names", () => {
    for (const [what, text] of [
        ["as it is", agentText],
        ["with all stubs", withStubs(SERVICES, LATE_STOP, REGISTRY, BOOT, REMOTE)],
    ] as const) {
        it(`${what}, every call hands over what its function declares, and every variable is set`, async () => {
            expect(await mistakesOf(text)).to.deep.equal([]);
        });
    }

    const mutations: [what: string, from: string, to: string, told: string][] = [
        ["an undeclared parameter", "Failure -ErrorRecord $_", "Failure -Record $_", "Get-InnerFailure with record"],
        ["a parameter too few", "-Id $null -Problem", "-Problem", "New-ErrorFrame with problem"],
        ["a key that is no parameter", "$work = @{ State = ", "$work = @{ Status = ", "Invoke-Shell with status,"],
        ["a variable that nothing sets", "return $selected", "return $chosen", "Select-Property: nothing sets $chosen"],
        ["one within a text", "of $Name is not a text", "of $Nam is not a text", "nothing sets $nam"],
        ["one of PowerShell's own", "$read = $Command -match", "$matches = $Command -match", "own $matches"],
        ["a parameter of that name", "param ($State, $Line)", "param ($State, $Input)", "own $input"],
    ];
    it("would tell a wrong name", async () => {
        const spoilt = mutations.reduce((text, [, from, to]) => text.replace(from, () => to), agentText);
        const told = (await mistakesOf(spoilt)).join("\n");
        for (const [what, , , mistake] of mutations) expect(told, what).to.include(mistake);
    });

    it("nothing is read from the shared state, or kept in it, that it does not begin with", () => {
        const [, table = ""] = /^\$state = \[hashtable\]::Synchronized\(@\{\n([\s\S]*?)^\}\)$/m.exec(agentText) ?? [];
        const keys = new Set([...table.matchAll(/^ {4}(\w+) = /gm)].map(([, key]) => key));
        const used = new Set([...agentText.matchAll(/\$state\.(\w+)/gi)].map(([, key]) => key));
        expect([...used].sort()).to.deep.equal([...keys].sort());
    });
});
