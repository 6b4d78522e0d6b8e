import { RegistryHand } from "../registry/hand.js";
import { Registry } from "../registry/registry.js";
import { NET_KEYS, SCHANNEL, SUITES_LOCAL, SUITES_POLICY, WINHTTP_KEYS } from "./keys.js";
import { type TlsState, tlsState } from "./tls-state.js";

/** What Windows takes over when it boots, as far as TLS goes. */
const AT_BOOT = [SCHANNEL, SUITES_LOCAL, SUITES_POLICY, ...NET_KEYS, ...WINHTTP_KEYS];

/** The Windows of one server: its registry, and what of it is in force. Nothing here marks a reboot as pending. */
export class Machine {
    readonly registry: Registry;
    /** For tests: read and change by hand. */
    readonly hand: RegistryHand;
    private booted: Date;
    private inForce: Registry;

    constructor(
        readonly computer: string,
        /** Build of Windows. */
        readonly build: string,
        installed: Date,
        now: () => Date,
        equip: (hand: RegistryHand) => void = () => {},
    ) {
        let ready = false;
        this.registry = new Registry(() => (ready ? now() : installed));
        this.hand = new RegistryHand(this.registry);
        equip(this.hand);
        ready = true;
        this.booted = new Date(installed.getTime() + HOUR);
        this.inForce = this.registry.copyOf(AT_BOOT);
        this.now = now;
    }

    private readonly now: () => Date;

    get lastBoot(): Date {
        return this.booted;
    }

    /** The registry as it was read at the last boot: SCHANNEL, .NET, WinHTTP and the suites' lists only. */
    get active(): RegistryHand {
        return new RegistryHand(this.inForce);
    }

    /** What the registry says now. */
    get configuredState(): TlsState {
        return tlsState(this.hand, this.build);
    }

    /** What is in force. */
    get activeState(): TlsState {
        return tlsState(this.active, this.build);
    }

    reboot(): void {
        this.booted = this.now();
        this.inForce = this.registry.copyOf(AT_BOOT);
    }

    /** What holds at once, without a boot. */
    activate(path: string): void {
        this.inForce.removeTree(path);
        const key = this.registry.find(path);
        if (key !== undefined) this.inForce.ensure(path).key.takeFrom(key);
    }
}

const HOUR = 3_600_000;
