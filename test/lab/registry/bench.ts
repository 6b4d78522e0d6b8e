import { HandClock } from "../clock.js";
import { RegistryKey } from "./dot-net.js";
import { DotNetException } from "./dot-net-value.js";
import { RegistryHand } from "./hand.js";
import { RegistryDrive } from "./provider.js";
import { RegExe } from "./reg-exe.js";
import { Registry } from "./registry.js";

/** One registry with all its front ends, for the lab's own tests. */
export class RegistryBench {
    readonly clock = new HandClock();
    readonly registry = new Registry(() => this.clock.now());
    readonly hand = new RegistryHand(this.registry);
    readonly drive = new RegistryDrive(this.registry);
    readonly reg = new RegExe(this.registry);
    readonly hklm = RegistryKey.openBaseKey(this.registry, 64);
    readonly hklm32 = RegistryKey.openBaseKey(this.registry, 32);
}

/** Short name of the exception, or `ok`. */
export function outcome(run: () => unknown): string {
    try {
        run();
        return "ok";
    } catch (error) {
        if (error instanceof DotNetException) return error.name;
        throw error;
    }
}
