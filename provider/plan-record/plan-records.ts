import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { canonicalJson } from "../canonical-json";
import { PlanRecord } from "./plan-record";

/** The records of this process, by file and stack. */
export class PlanRecords {
    readonly #open = new Map<string, PlanRecord>();

    /** Of the stack that a URN names; a relative path begins at the program's folder, where the engine starts us. */
    of(urn: string, file: string | undefined): PlanRecord {
        const [, stack = "", project = ""] = /^urn:pulumi:(.*?)::(.*?)::/.exec(urn) ?? [];
        const path = resolve(file ?? `.exchange-tls/${nameOf(project)}.${nameOf(stack)}.plan.jsonl`);
        const key = JSON.stringify([path, project, stack]);
        const record = this.#open.get(key) ?? new PlanRecord(path, `${project}/${stack}`);
        this.#open.set(key, record);
        return record;
    }
}

function nameOf(text: string): string {
    return text.replaceAll(/[^\w.-]/g, "_");
}

/** The same text for the same inputs. */
export function hashOf(inputs: unknown): string {
    return createHash("sha256").update(canonicalJson(inputs)).digest("hex").slice(0, 16);
}
