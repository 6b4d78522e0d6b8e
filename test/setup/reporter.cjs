const { writeFileSync } = require("node:fs");
const { Spec } = require("mocha").reporters;

/** Spec, plus what a reader of logs needs: what was skipped, leaks by kind, and at the end, where a log is read, failures and counts. */
class Reporter extends Spec {
    constructor(runner, options) {
        super(runner, options);
        this.patience = Number(options?.reporterOptions?.patience ?? 10_000);
        /** Skipped tests by suite. */
        this.pending = new Map();
        // Mocha 12 drops a rejection that nobody handles; thrown, it fails the test that is running.
        process.on("unhandledRejection", (reason) => {
            throw reason;
        });
        runner.on("pending", ({ parent }) => {
            const suite = parent.fullTitle() || "(no suite)";
            this.pending.set(suite, (this.pending.get(suite) ?? 0) + 1);
        });
    }

    epilogue() {
        const { passes, failures, pending } = this.stats;
        this.nameSkipped(pending);
        super.epilogue();
        this.close({ passed: passes, failed: failures, skipped: pending });
        // This timer keeps nothing alive: it fires only where a test left something open that does.
        setTimeout(() => this.leak({ passed: passes, failed: failures + 1, skipped: pending }), this.patience).unref();
    }

    nameSkipped(count) {
        if (count > 0) {
            console.log(`\nSKIPPED, NOT TESTED HERE: ${count}`);
            for (const [suite, tests] of this.pending) {
                console.log(`  - ${suite}: ${tests}`);
            }
        }
    }

    leak(counts) {
        const open = process.getActiveResourcesInfo().filter((kind) => kind !== "TTYWrap");
        console.log(
            `Failed: ${this.patience / 1000} s after the last test something is still open: ${open.join(", ")}.`,
        );
        this.close(counts);
        // Mocha sets its own code on exit; this listener comes after it.
        process.on("exit", () => {
            process.exitCode = 1;
        });
        process.exit();
    }

    /** Under set-up the line is left to it, because it may have something to add; alone it is printed here. */
    close(counts) {
        const file = process.env.EXCHANGE_TLS_COUNTS;
        if (file) {
            writeFileSync(file, JSON.stringify({ ...counts, failures: this.failures.map(inOneLine) }));
        } else {
            console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
        }
    }
}

function inOneLine(test) {
    const [message] = String(test.err?.message ?? test.err).split("\n");
    return `${test.fullTitle()}: ${message}`;
}

module.exports = Reporter;
