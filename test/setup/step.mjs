import { stopIfInterrupted } from "./interrupt.mjs";
import { ended, endGroup, startGroup } from "./process-group.mjs";
import { progress } from "./say.mjs";

const keep = 20_000;

/** Runs one program of set-up quietly, with progress; its output matters only when it fails. */
export async function step({ label, command, args, limit, ...options }) {
    const shown = progress(label);
    const child = startGroup(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding("utf8").on("data", (text) => {
            output = (output + text).slice(-keep);
        });
    }
    let late = false;
    const watch = setTimeout(() => {
        late = true;
        endGroup(child);
    }, limit);
    try {
        const { code, error } = await ended(child);
        if (late) {
            output += `\nIt was ended after ${limit / 1000} s.`;
        }
        return { ok: code === 0, output: error ? String(error.message) : output.trim(), seconds: shown.stop() };
    } finally {
        clearTimeout(watch);
        shown.stop();
        stopIfInterrupted();
    }
}

/** The last lines of an output, indented: what people need from a failed program. */
export function tail(output, lines = 12) {
    return output
        .split("\n")
        .slice(-lines)
        .map((line) => `    ${line}`)
        .join("\n");
}
