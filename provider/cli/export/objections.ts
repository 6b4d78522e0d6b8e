import { RefusedError } from "../../lifecycle/errors";
import type { Refusal } from "../../lifecycle/plan/judge";
import type { Wire } from "../../pulumi/engine/wire";
import { Failure } from "../../pulumi/failures";
import type { DynamicProvider } from "../../pulumi/object/dynamic-provider";
import type { SettingsProvider } from "../../pulumi/settings/settings-provider";

export type Provider = DynamicProvider | SettingsProvider;

/** A resource as it would stand in a stack's state. */
export interface Recorded {
    readonly id: string;
    readonly inputs: Wire;
    readonly outputs: Wire;
}

/** What the engine would be told by an import and the preview after it: the same calls with the same values. */
export async function objectionsTo(provider: Provider, { id, inputs, outputs }: Recorded): Promise<readonly Refusal[]> {
    const { failures = [] } = await provider.check(inputs, inputs);
    if (failures.length > 0) return failures.map(({ reason: message }) => ({ code: "Check", message }));
    try {
        const { changes } = await provider.diff(id, outputs, inputs);
        return changes ? [{ code: "Differs", message: "it would not mean the same when it is written" }] : [];
    } catch (error) {
        if (error instanceof Failure && error.cause instanceof RefusedError) {
            return error.cause.refusals;
        }
        throw error;
    }
}

/** The outputs as a refresh leaves them: that the import's are the same keeps its first preview silent. */
export async function refreshed(provider: Provider, { id, outputs }: Recorded): Promise<Wire> {
    const { props = {} } = await provider.read(id, outputs);
    return props;
}
