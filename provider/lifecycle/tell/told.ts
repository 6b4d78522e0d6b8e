import type { Kind } from "../../resources/kind";
import type { Declared } from "../declared";
import type { Live } from "../observe/live";
import { subjectOf } from "../plan/judge";
import { onDestroy } from "../plan/removal";
import type { Scene } from "../plan/scene";
import type { Bookkeeping } from "../remember/bookkeeping";

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
