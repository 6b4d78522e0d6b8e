import { type Clock, realClock } from "../clock.js";
import type { RegistryHand } from "../registry/hand.js";
import { sameText } from "../values/same-text.js";
import { Machines } from "../windows/machines.js";
import { Account } from "./account.js";
import { Certificates } from "./certificates.js";
import { Directory, KINDS, type Kind, type Kinds } from "./directory.js";
import { DirectoryNames } from "./directory-names.js";
import { EdgeSubscription } from "./edge-subscription.js";
import { NAMING, type ObjectNames } from "./naming.js";
import type { ExplicitRight, ReceiveConnector } from "./receive-connector.js";
import type { SendConnector } from "./send-connector.js";
import type { Server } from "./server.js";
import { Services } from "./services.js";
import type { TransportConfig } from "./transport-config.js";
import { TransportServices } from "./transport-service.js";
import { plainView, type Viewpoint } from "./viewpoint.js";

/**
 * The organisation as its directory holds it, seen on the first domain controller; {@link at} gives the same one as
 * seen on another. Objects are never changed in place, only replaced.
 */
export class Organisation {
    readonly names: DirectoryNames;
    readonly account = new Account();
    readonly services = new Services(() => this.servers);
    readonly machines = new Machines(
        () => this.servers,
        () => this.clock.now(),
    );
    readonly transportServices = new TransportServices();
    readonly certificates = new Certificates();
    readonly edgeSubscription = new EdgeSubscription();
    /** Short names of servers that are down: what must be asked of them fails. The directory still knows them. */
    readonly unreachable = new Set<string>();
    /** What replication goes by. */
    clock: Clock = realClock;
    private readonly directory: Directory;
    private readonly view: Viewpoint;
    private turns = 0;

    constructor(
        readonly name: string,
        readonly domain: string,
        readonly domainControllers: readonly string[],
        readonly servers: readonly Server[],
        transport: TransportConfig,
    ) {
        this.names = new DirectoryNames(name, domain);
        this.directory = new Directory(domainControllers, () => this.clock.now());
        this.view = plainView(domainControllers[0] ?? "");
        this.transport = transport;
    }

    /** The same organisation from another viewpoint: whatever isn't about the view is shared with this one. */
    at(view: Viewpoint): Organisation {
        return Object.create(this, { view: { value: view } }) as Organisation;
    }

    /** The directory server whose copy this is. */
    get domainController(): string {
        return this.view.domainController;
    }

    /** The next domain controller whose turn it is, round and round. */
    roam(): string {
        const chosen = this.domainControllers[this.turns % this.domainControllers.length] ?? "";
        this.turns += 1;
        return chosen;
    }

    /** How long a write takes to the other domain controllers; `Infinity`: until {@link settle}. */
    get replicationLagMs(): number {
        return this.directory.lagMs;
    }

    set replicationLagMs(milliseconds: number) {
        this.directory.lagMs = milliseconds;
    }

    /** Brings all domain controllers level at once, and shows what is new. */
    settle(): void {
        this.directory.settle();
    }

    /** Distinguished name of what some domain controller has under this identity, and which isn't shown here. */
    elsewhere(identity: string): string | undefined {
        const isMeant = ({ identities }: ObjectNames) => identities.some((name) => sameText(name, identity));
        const namesOf = <K extends Kind>(kind: K, all: readonly Kinds[K][]) => all.map((one) => this.named(kind, one));
        const here = KINDS.flatMap((kind) => namesOf(kind, this.list(kind)));
        const anywhere = KINDS.flatMap((kind) => namesOf(kind, this.directory.everywhere(kind)));
        return here.some(isMeant) ? undefined : anywhere.find(isMeant)?.distinguishedName;
    }

    /** Somebody has read the objects of this kind here: what is new comes one read nearer. */
    looked(kind: Kind): void {
        this.directory.at(this.domainController, kind).looked();
    }

    /** Windows of that server starts anew. */
    reboot(server: string): void {
        this.machines.of(server).reboot();
    }

    /** The registry of that server as its last boot found it. */
    active(server: string): RegistryHand {
        return this.machines.of(server).active;
    }

    /** Cmdlets that the account's roles hide. */
    get hiddenCmdlets(): Set<string> {
        return this.account.hiddenCmdlets;
    }

    get transport(): TransportConfig {
        const [transport] = this.list("transport");
        if (transport === undefined) throw new Error("The organisation has no transport configuration.");
        return transport;
    }

    set transport(transport: TransportConfig) {
        this.put("transport", transport);
    }

    get sendConnectors(): readonly SendConnector[] {
        return this.list("sendConnector");
    }

    sendConnector(name: string): SendConnector | undefined {
        return this.sendConnectors.find(({ settings }) => sameText(settings.Name, name));
    }

    putSendConnector(connector: SendConnector): void {
        this.put("sendConnector", connector);
    }

    removeSendConnector(guid: string): void {
        this.remove("sendConnector", guid);
    }

    get receiveConnectors(): readonly ReceiveConnector[] {
        return this.list("receiveConnector");
    }

    receiveConnector(server: string, name: string): ReceiveConnector | undefined {
        return this.receiveConnectors.find(
            (connector) => sameText(connector.server, server) && sameText(connector.settings.Name, name),
        );
    }

    putReceiveConnector(connector: ReceiveConnector): void {
        this.put("receiveConnector", connector);
    }

    removeReceiveConnector(guid: string): void {
        this.remove("receiveConnector", guid);
    }

    /** Add-ADPermission on that connector. */
    addPermission(server: string, name: string, added: ExplicitRight): void {
        this.grant(server, name, (rights) => [...rights, added]);
    }

    /** Remove-ADPermission. */
    removePermission(server: string, name: string, { principal, right }: ExplicitRight): void {
        this.grant(server, name, (rights) =>
            rights.filter((other) => !(sameText(other.principal, principal) && sameText(other.right, right))),
        );
    }

    private grant(server: string, name: string, change: (rights: readonly ExplicitRight[]) => ExplicitRight[]): void {
        const connector = this.receiveConnector(server, name);
        if (connector === undefined) throw new Error(`There is no receive connector ${server}\\${name}.`);
        this.putReceiveConnector({ ...connector, rights: change(connector.rights) });
    }

    private list<K extends Kind>(kind: K): readonly Kinds[K][] {
        return this.directory.at(this.domainController, kind).list(this.view.seesNews);
    }

    private put<K extends Kind>(kind: K, object: Kinds[K]): void {
        this.view.mayWrite(this.named(kind, object).identities);
        this.directory.put(this.domainController, kind, object, this.view.hideNewFor);
    }

    private remove(kind: Kind, guid: string): void {
        const object = this.directory.at(this.domainController, kind).get(guid);
        if (object === undefined) return;
        this.view.mayWrite(this.named(kind, object).identities);
        this.directory.remove(this.domainController, kind, guid);
    }

    private named<K extends Kind>(kind: K, object: Kinds[K]) {
        return NAMING[kind](object, this.names);
    }
}
