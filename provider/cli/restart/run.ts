import type { Watch } from "../../lifecycle/apply/watch";
import type { Clock } from "../../session/clock";
import type { TransportServiceName } from "../../session/frames";
import type { AgentSession } from "../../session/pool/pool";
import type { Target } from "./target";

/** What happens on the way, in the order in which it happens. */
export type RestartEvent =
    /** Everything was checked; nothing has been restarted yet. */
    | { readonly kind: "planned"; readonly targets: readonly Target[] }
    /** About to be restarted. */
    | { readonly kind: "restarting"; readonly server: string; readonly service: TransportServiceName }
    | { readonly kind: "running"; readonly server: string; readonly service: TransportServiceName }
    /** The services run, the bindings do not all listen yet. */
    | { readonly kind: "waiting"; readonly server: string; readonly answer: string }
    | { readonly kind: "listening"; readonly server: string; readonly bindings: number };

/** Everything that a restart takes from outside. */
export interface Run {
    readonly session: AgentSession;
    readonly clock: Clock;
    /** Ends the run after the service under way. */
    readonly signal: AbortSignal;
    /** Most that one server may take, in seconds. */
    readonly timeoutS: number;
    /** What every restart passes: the change window and the audit log. */
    readonly watch: Watch;
    readonly onEvent: (event: RestartEvent) => void;
}
