import { sameText } from "../values/same-text.js";
import type { CmdletContext } from "./context.js";
import { TaskFailure } from "./failure.js";
import type { ParameterTable } from "./parameter.js";

/** Roles count in remote sessions only, and not for the hand at the console. */
function hasRoles({ session, byHand }: CmdletContext): boolean {
    return session === "remote" && byHand !== true;
}

export function mayRun(cmdlet: string, context: CmdletContext): boolean {
    return !hasRoles(context) || context.organisation.account.hasCmdlet(cmdlet);
}

/** The parameters that the account's role entries leave. */
export function visibleParameters(cmdlet: string, table: ParameterTable, context: CmdletContext): ParameterTable {
    if (!hasRoles(context)) return table;
    const { account } = context.organisation;
    return Object.fromEntries(Object.entries(table).filter(([name]) => account.hasParameter(cmdlet, name)));
}

/** E-23 by the roles, E-10 by the directory itself; the hand at the console may do everything. */
export function writeGuard(domainController: string, context: CmdletContext): (names: readonly string[]) => void {
    const { account } = context.organisation;
    return (names) => {
        const isIn = (set: ReadonlySet<string>) =>
            [...set].some((one) => one === "*" || names.some((name) => sameText(name, one)));
        if (hasRoles(context) && isIn(account.outOfScope)) throw outOfScope(names.at(-1) ?? "");
        if (context.byHand !== true && isIn(account.deniedWrites)) throw accessDenied(domainController);
    };
}

/** E-10. The identifier behind DSID- is made up. */
function accessDenied(domainController: string): TaskFailure {
    const why = "This error is not retriable. Additional information: Access is denied.";
    const response = "00000005: SecErr: DSID-03152870, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0";
    const message = `Active Directory operation failed on ${domainController}. ${why}\nActive directory response: ${response}`;
    return new TaskFailure("ADOperationException", message);
}

/** E-23: the end of the text was seen in the cloud; its beginning and the type are synthetic. */
function outOfScope(identity: string): TaskFailure {
    return new TaskFailure("ADScopeException", `[synthetic] '${identity}' isn't within your current write scopes.`);
}
