import { typeOf } from "../../../sdk/state-form";
import type { Exported } from "./exported";

/**
 * What `pulumi import --file` takes. It holds neither stack nor project, so any stack can take it: the hidden `__urn`
 * comes with the program's first run.
 */
export function importFile(resources: readonly Exported[], names: readonly string[]): string {
    const rows = resources.map(({ kind, id, inputs, outputs }, at) => ({
        type: typeOf(kind),
        name: names[at],
        id,
        inputs,
        outputs,
    }));
    return `${JSON.stringify({ resources: rows }, null, 2)}\n`;
}
