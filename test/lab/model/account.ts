import { sameText } from "../values/same-text.js";
import { type RoleGroup, roleLets } from "./role-groups.js";

/** What the account that the lab is reached with may do. Tests change it while the lab runs. */
export class Account {
    roleGroup: RoleGroup = "Organization Management";
    /** Cmdlets that the account's roles hide beside that: E-9. */
    readonly hiddenCmdlets = new Set<string>();
    /** Objects whose writes the directory denies (E-10): name, `Server\Name`, `Transport Settings`, GUID or `*`. */
    readonly deniedWrites = new Set<string>();
    /** Objects outside the roles' write scope (E-23), named in the same way. */
    readonly outOfScope = new Set<string>();
    private readonly hidden = new Map<string, readonly string[]>();

    /** The roles' entries for this cmdlet lack these parameters: E-15. */
    hideParameters(cmdlet: string, ...parameters: readonly string[]): void {
        this.hidden.set(cmdlet.toLowerCase(), [...(this.hidden.get(cmdlet.toLowerCase()) ?? []), ...parameters]);
    }

    hasCmdlet(cmdlet: string): boolean {
        return roleLets(this.roleGroup, cmdlet) && !this.hiddenCmdlets.has(cmdlet);
    }

    hasParameter(cmdlet: string, parameter: string): boolean {
        return !(this.hidden.get(cmdlet.toLowerCase()) ?? []).some((name) => sameText(name, parameter));
    }
}
