import type { ReceiveConnector } from "./receive-connector.js";
import { type Change, changedAttributes, type DirectoryObject, Replica } from "./replica.js";
import type { SendConnector } from "./send-connector.js";
import type { TransportConfig } from "./transport-config.js";

/** The objects that each domain controller has a copy of. */
export interface Kinds {
    readonly sendConnector: SendConnector;
    readonly receiveConnector: ReceiveConnector;
    readonly transport: TransportConfig;
}

export type Kind = keyof Kinds;
export const KINDS: readonly Kind[] = ["sendConnector", "receiveConnector", "transport"];
type Replicas = { readonly [K in Kind]: Replica<Kinds[K]> };

/** The directory: one copy of everything per domain controller, and what is on its way between them. */
export class Directory {
    /** How long a write takes to the other domain controllers; `Infinity`: until they are settled by hand. */
    lagMs = 0;
    private readonly copies: ReadonlyMap<string, Replicas>;
    private pending: { readonly due: number; readonly arrive: () => void }[] = [];
    private stamp = 0;

    constructor(
        domainControllers: readonly string[],
        private readonly now: () => Date,
    ) {
        // A setup without any still has one copy.
        const names = domainControllers.length === 0 ? [""] : domainControllers;
        this.copies = new Map(names.map((name) => [name, emptyCopy()]));
    }

    /** Objects of one kind on one domain controller, as far as they have got there. */
    at<K extends Kind>(domainController: string, kind: K): Replica<Kinds[K]> {
        this.deliver(this.now().getTime());
        return this.copyOf(domainController)[kind];
    }

    put<K extends Kind>(domainController: string, kind: K, object: Kinds[K], hiddenFor = 0): void {
        const { guid } = object;
        const before: Kinds[K] | undefined = this.at(domainController, kind).get(guid);
        const attributes = changedAttributes<DirectoryObject>(before, object);
        this.spread(domainController, kind, { guid, stamp: this.next(), object, attributes, hiddenFor });
    }

    remove(domainController: string, kind: Kind, guid: string): void {
        this.spread(domainController, kind, { guid, stamp: this.next(), object: null, attributes: [], hiddenFor: 0 });
    }

    /** Brings all domain controllers level at once, and shows what isn't shown yet. */
    settle(): void {
        this.deliver(Number.POSITIVE_INFINITY);
        for (const copy of this.copies.values()) {
            for (const replica of Object.values(copy)) replica.showAll();
        }
    }

    /** Every copy of every object of one kind, also of what isn't shown. */
    everywhere<K extends Kind>(kind: K): readonly Kinds[K][] {
        return [...this.copies.values()].flatMap((copy) => copy[kind].list(true));
    }

    private spread<K extends Kind>(origin: string, kind: K, change: Change<Kinds[K]>): void {
        this.at(origin, kind).apply(change);
        const due = this.now().getTime() + this.lagMs;
        for (const [name, copy] of this.copies) {
            if (name !== origin) this.pending.push({ due, arrive: () => copy[kind].apply(change) });
        }
        this.deliver(this.now().getTime());
    }

    private deliver(until: number): void {
        const arrived = this.pending.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
        this.pending = this.pending.filter(({ due }) => due > until);
        for (const { arrive } of arrived) arrive();
    }

    private next(): number {
        this.stamp += 1;
        return this.stamp;
    }

    private copyOf(domainController: string): Replicas {
        const copy = this.copies.get(domainController);
        if (copy === undefined) throw new Error(`There is no domain controller ${domainController}.`);
        return copy;
    }
}

function emptyCopy(): Replicas {
    return { sendConnector: new Replica(), receiveConnector: new Replica(), transport: new Replica() };
}
