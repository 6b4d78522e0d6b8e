import type { Case } from "../case";

export function onRemoval(_subject: Case): readonly string[] {
    return [];
}
