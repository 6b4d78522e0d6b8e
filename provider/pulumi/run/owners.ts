import type { PinnedSession } from "../../lifecycle/observe/pinned";
import type { AgentInfo } from "../../session/pool/pool";

/** Which resource of this run declares the settings of a machine: two would undo each other. */
export class Owners {
    readonly #byConnection = new WeakMap<PinnedSession, string>();
    readonly #byComputer = new Map<string, string>();

    /** The other resource that has this connection; none: it is this one's now. */
    takeConnection(session: PinnedSession, urn: string): string | undefined {
        const owner = this.#byConnection.get(session) ?? urn;
        this.#byConnection.set(session, owner);
        return owner === urn ? undefined : owner;
    }

    /** The other resource that reached this computer, whatever it calls the host; none: it is this one's now. */
    takeComputer(info: AgentInfo, urn: string): string | undefined {
        const owner = this.#byComputer.get(computerOf(info)) ?? urn;
        this.#byComputer.set(computerOf(info), owner);
        return owner === urn ? undefined : owner;
    }

    /** The other resource that declares this computer's settings. */
    otherThan(info: AgentInfo, urn: string): string | undefined {
        const owner = this.#byComputer.get(computerOf(info));
        return owner === urn ? undefined : owner;
    }
}

/** Two forests may have a computer of one name; their domain controllers have not. */
function computerOf({ computer, domainController }: AgentInfo): string {
    const domain = domainController?.split(".").slice(1).join(".") ?? "";
    return `${computer}.${domain}`.toLowerCase();
}
