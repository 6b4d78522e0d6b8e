import { expect } from "chai";
import type { AgentError, WireArgument } from "../../provider/session/frames";
import { batch, call, describeOnPowerShell, errorOf, open, outOf, ownAgents, sharedAgent } from "./conversation";

interface Case {
    readonly what: string;
    readonly cmd?: string;
    readonly par: Readonly<Record<string, WireArgument>>;
    readonly error: Partial<AgentError>;
}

const cases: readonly Case[] = [
    {
        what: "an unknown cmdlet",
        cmd: "Remove-SendConnector",
        par: { Identity: "x" },
        error: { category: "ObjectNotFound", reason: "CommandNotFoundException", fqid: "CommandNotFoundException" },
    },
    {
        what: "an unknown parameter",
        cmd: "Set-TransportConfig",
        par: { TLSReceiveDomainSecureList: ["x"] },
        error: {
            category: "InvalidArgument",
            reason: "ParameterBindingException",
            fqid: "NamedParameterNotFound,Set-TransportConfig",
        },
    },
    {
        what: "a mandatory parameter that is missing",
        cmd: "New-SendConnector",
        par: {},
        error: {
            category: "InvalidArgument",
            reason: "ParameterBindingException",
            fqid: "MissingMandatoryParameter,New-SendConnector",
        },
    },
    {
        what: "a mandatory text that is empty",
        cmd: "New-SendConnector",
        par: { Name: "" },
        error: {
            category: "InvalidData",
            reason: "ParameterBindingValidationException",
            fqid: "ParameterArgumentValidationErrorEmptyStringNotAllowed,New-SendConnector",
        },
    },
    ...[{ Port: "abc" }, { ProtocolLoggingLevel: "Nonsense" }, { Enabled: "True" }].map((par) => ({
        what: `a value of a wrong type: ${JSON.stringify(par)}`,
        cmd: "New-SendConnector",
        par: { Name: "x", ...par },
        error: {
            category: "InvalidData",
            reason: "ParameterBindingArgumentTransformationException",
            fqid: "ParameterArgumentTransformationError,New-SendConnector",
        },
    })),
    {
        what: "a value out of range",
        cmd: "New-SendConnector",
        par: { Name: "x", Port: 70_000 },
        error: {
            category: "InvalidData",
            reason: "ParameterBindingValidationException",
            fqid: "ParameterArgumentValidationError,New-SendConnector",
        },
    },
    {
        what: "an error that the cmdlet writes",
        par: { Identity: "error" },
        error: {
            message: "not there",
            category: "ObjectNotFound",
            reason: "TimeoutException",
            failureCategory: "ManagementObjectNotFoundException",
            requestId: "11111111-2222-3333-4444-555555555555",
            server: "EX01",
            transient: true,
        },
    },
    {
        what: "output and an error",
        par: { Identity: "output and error" },
        error: { message: "other half", category: "InvalidData", fqid: "Half,Get-SendConnector" },
    },
    {
        what: "an error that ends the cmdlet",
        par: { Identity: "terminating" },
        error: { category: "PermissionDenied", reason: "TimeoutException", fqid: "Fatal,Get-SendConnector" },
    },
    {
        what: "a text that is thrown",
        par: { Identity: "thrown text" },
        error: {
            message: "just a text",
            category: "OperationStopped",
            reason: "RuntimeException",
            fqid: "just a text",
            transient: false,
        },
    },
    {
        what: "an exception that is thrown",
        par: { Identity: "thrown exception" },
        error: { message: "an exception", category: "OperationStopped", reason: "InvalidOperationException" },
    },
    { what: "a question that nobody can answer", par: { Identity: "question" }, error: { transient: false } },
];

describeOnPowerShell("agent.ps1: errors of cmdlets", () => {
    const agent = sharedAgent();

    for (const { what, cmd = "Get-SendConnector", par, error } of cases) {
        it(`tells of ${what}`, async () => {
            expect(errorOf(await call(agent(), cmd, par, ["Name"]))).to.include({ code: "Cmdlet", ...error });
        });
    }

    it("names the types of the exception, where it came from included", async () => {
        const error = errorOf(await call(agent(), "Get-SendConnector", { Identity: "error" }));
        expect(error.exceptionTypes).to.include("System.TimeoutException");
        expect(error.exceptionTypes).to.include("System.Management.Automation.RemoteException");
    });

    it("takes a secret out of whatever a cmdlet says of it", async () => {
        const par = { Name: "x", Comment: { $: "secure", v: "Sesame-77" } as const };
        const result = await call(agent(), "New-SendConnector", par);
        expect(errorOf(result).message).to.equal("*** is bad");
        expect(JSON.stringify(result)).not.to.include("Sesame-77");
    });

    const failing = { cmd: "Get-SendConnector", par: { Identity: "error" }, sel: [] };
    const fine = { cmd: "Get-TransportConfig", par: {}, sel: [] };

    it("skips the rest of a batch after an error when told so", async () => {
        const results = await batch(agent(), [fine, failing, fine, fine], { stopOnError: true });
        expect(results.map((result) => ("skipped" in result ? "skipped" : result.ok))).to.deep.equal([
            true,
            false,
            "skipped",
            "skipped",
        ]);
    });

    it("goes on after an error otherwise", async () => {
        const results = await batch(agent(), [failing, fine]);
        expect(results.map((result) => "ok" in result && result.ok)).to.deep.equal([false, true]);
    });
});

describeOnPowerShell("agent.ps1: a session that breaks", () => {
    const start = ownAgents();

    it("says Session for the write that lost it, and opens it again for a read only", async function () {
        this.timeout(200_000);
        const agent = start();
        await agent.hello();
        await open(agent);
        const write = { cmd: "Set-SendConnector", par: { Identity: "die" }, sel: [] };
        const later = { cmd: "Set-SendConnector", par: { Comment: "x" }, sel: [] };
        const read = { cmd: "Get-SendConnector", par: { Identity: "server" }, sel: ["Name"] };
        // PowerShell notices after a minute that the other process is gone.
        const [lost, refused, again, well] = await batch(agent, [write, later, read, later], { seconds: 150 });
        expect(errorOf(lost)).to.include({ code: "Session", transient: true });
        expect(errorOf(refused)).to.include({ code: "Session" });
        expect(again && outOf(again)).to.have.length(1);
        expect(well && outOf(well)).to.deep.equal([]);
    });
});
