import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closingLine, readCounts } from "./counts.mjs";
import { isInterrupted, stopIfInterrupted } from "./interrupt.mjs";
import { lint } from "./lint.mjs";
import { runMocha } from "./mocha.mjs";
import { partsOf, sideBySide } from "./test-parts.mjs";
import { testCommand } from "./test-selection.mjs";

/** Linter, then tests; whatever happens, the last line says how many passed, failed and were skipped. */
export async function runTests(env, args) {
    const selected = testCommand(args);
    const folder = mkdtempSync(path.join(tmpdir(), "exchange-tls-counts-"));
    try {
        const complaints = await lint(env);
        const run = (part, index) => runPart(env, part, index, folder);
        const runs = await sideBySide(partsOf(selected), run, isInterrupted);
        stopIfInterrupted();
        const counts = { passed: 0, failed: 0, skipped: 0 };
        const failures = [];
        for (const { output, mocha, counted } of runs) {
            if (output !== undefined) {
                console.log(`\nMeanwhile, side by side with the above:\n${readFileSync(output, "utf8")}`);
            }
            for (const kind of Object.keys(counts)) {
                counts[kind] += counted[kind];
            }
            failures.push(...counted.failures);
            complaints.push(...mocha.complaints);
            if (mocha.code !== 0 && counted.failed + mocha.complaints.length === 0) {
                complaints.push(`mocha ended with code ${mocha.code} although no test failed (above)`);
            }
        }
        if (counts.passed + counts.failed === 0) {
            complaints.push("no test ran");
        }
        for (const complaint of [...failures, ...complaints]) {
            console.log(`Failed: ${complaint}`);
        }
        const total = { ...counts, failed: counts.failed + complaints.length };
        console.log(closingLine(total));
        return total.failed === 0 ? 0 : 1;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** One mocha. The first prints as it goes; the output of the others is kept until all have ended. */
async function runPart(env, part, index, folder) {
    const file = path.join(folder, `counts-${index}.json`);
    const output = index === 0 ? undefined : path.join(folder, `output-${index}.txt`);
    const sink = output === undefined ? 1 : openSync(output, "w");
    const mocha = await runMocha({ ...env, EXCHANGE_TLS_COUNTS: file }, part, sink);
    return { output, mocha, counted: readCounts(file) };
}
