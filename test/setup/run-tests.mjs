import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closingLine, readCounts } from "./counts.mjs";
import { stopIfInterrupted } from "./interrupt.mjs";
import { lint } from "./lint.mjs";
import { runMocha } from "./mocha.mjs";
import { testCommand } from "./test-selection.mjs";

/** Linter, then tests; whatever happens, the last line says how many passed, failed and were skipped. */
export async function runTests(env, args) {
    const selected = testCommand(args);
    const folder = mkdtempSync(path.join(tmpdir(), "exchange-tls-counts-"));
    const file = path.join(folder, "counts.json");
    try {
        const complaints = await lint(env);
        const mocha = await runMocha({ ...env, EXCHANGE_TLS_COUNTS: file }, selected);
        stopIfInterrupted();
        const counts = readCounts(file);
        complaints.push(...mocha.complaints);
        if (counts.passed + counts.failed === 0) {
            complaints.push("no test ran");
        } else if (mocha.code !== 0 && counts.failed + mocha.complaints.length === 0) {
            complaints.push(`mocha ended with code ${mocha.code} although no test failed (above)`);
        }
        for (const complaint of complaints) {
            console.log(`Failed: ${complaint}`);
        }
        const total = { ...counts, failed: counts.failed + complaints.length };
        console.log(closingLine(total));
        return total.failed === 0 ? 0 : 1;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
