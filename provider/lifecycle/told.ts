import type { Kind } from "../resources/kind";
import type { Bookkeeping } from "./bookkeeping";
import type { Declared } from "./declared";
import { subjectOf } from "./judge";
import type { Live } from "./live";
import { onDestroy } from "./removal";
import type { Scene } from "./scene";

/** What an object tells beside its properties, and what will become of it: visible outputs. */
export interface Told {
    readonly onDestroy: string;
    readonly effectiveTls?: string;
    /** Server → the certificate that it would present. */
    readonly certificates?: Readonly<Record<string, string>>;
}

export function told(kind: Kind, declared: Declared, kept: Bookkeeping, live: Live | undefined, scene: Scene): Told {
    const around = scene.around(live);
    const certificates =
        live && around && kind.certificates?.({ ...subjectOf(kind, live, declared.values), action: "none", around });
    return {
        onDestroy: onDestroy(kind, kept, live, scene),
        ...(live && kind.effectiveTls && { effectiveTls: kind.effectiveTls(live.values) }),
        ...(certificates && { certificates }),
    };
}
