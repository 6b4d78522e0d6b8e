import type { AgentError } from "../../session/frames";

/** What to do about a refusal, by the exception's short name: servers speak other languages (reference sheet, 11). */
const BY_REASON: Readonly<Record<string, string>> = {
    CommandNotFoundException: "The account's management role hides the cmdlet: add the role that README's table names",
    ParameterBindingException:
        "The account's management role, or the server's version, hides a parameter: add the role that README's table names, or leave the property out",
    ADOperationException:
        "The directory refused the write: check that the account may write this object (membership of the Exchange role groups, no blocked inheritance)",
    ADScopeException: "The object is outside the account's write scope: widen the scope of its role assignment",
    AdminLimitExceededException:
        "The directory holds no more entries of one property: join neighbouring addresses to ranges, or use a second connector (R22)",
    ParameterBindingArgumentTransformationException:
        'The server takes the value of one parameter in no such form; if it is a list of additions (@{Add=…}), declare listModes: { <property>: "exact" }',
    ManagementObjectNotFoundException:
        "The object is not, or not yet, known to the domain controller that was asked: wait for replication, then run again",
    ADNoSuchObjectException:
        "The object is not, or not yet, known to the domain controller that was asked: wait for replication, then run again",
    CmdletProxyException:
        "Exchange handed the command on to a server of another version, which did not carry it out: connect to that server itself (exchange.server)",
    ManagementObjectAmbiguousException: "Several objects have this name: give the right one another name by hand",
    ADObjectAlreadyExistsException: "Another object has this name: choose another one, or adopt that object",
    ReceiveConnectorRoleConflictException:
        "Two services of the server would listen on one binding: give one of the connectors another binding or transportRole (R10)",
};

const OTHERWISE = "Correct the program or the server, then run again";

const EDGE =
    "An Edge server that is subscribed takes its send connectors from the organisation: declare this one over a connection to a Mailbox server, with the Edge server in sourceTransportServers";

interface Circumstances {
    /** The cmdlet ran on an Edge server and writes send connectors. */
    readonly onEdge: boolean;
    /** An earlier write of this run was accepted. */
    readonly wrote: boolean;
}

/** The next action after a cmdlet refused. */
export function hintFor(error: AgentError, { onEdge, wrote }: Circumstances): string {
    const action = actionFor(error, onEdge);
    return wrote
        ? `An earlier write of this run was accepted and holds, the next run writes what is missing. ${action}`
        : action;
}

function actionFor({ reason, failureCategory, transient }: AgentError, onEdge: boolean): string {
    const known = BY_REASON[failureCategory ?? ""] ?? BY_REASON[reason ?? ""];
    if (known !== undefined) return known;
    if (onEdge) return EDGE;
    return transient ? "Run pulumi up again" : OTHERWISE;
}
