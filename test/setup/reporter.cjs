const { writeFileSync } = require("node:fs");
const { Spec } = require("mocha").reporters;

/** Spec, plus what a reader of logs needs: the skipped tests by name, leaks by kind, and counts in one fixed line. */
class Reporter extends Spec {
    constructor(runner, options) {
        super(runner, options);
        this.patience = Number(options?.reporterOptions?.patience ?? 10_000);
        this.pending = [];
        // Mocha 12 drops a rejection that nobody handles; thrown, it fails the test that is running.
        process.on("unhandledRejection", (reason) => {
            throw reason;
        });
        runner.on("pending", (test) => this.pending.push(test.fullTitle()));
    }

    epilogue() {
        super.epilogue();
        this.nameSkipped();
        const { passes, failures, pending } = this.stats;
        this.close({ passed: passes, failed: failures, skipped: pending });
        // This timer keeps nothing alive: it fires only where a test left something open that does.
        setTimeout(() => this.leak({ passed: passes, failed: failures + 1, skipped: pending }), this.patience).unref();
    }

    nameSkipped() {
        if (this.pending.length > 0) {
            console.log(`SKIPPED, NOT TESTED HERE: ${this.pending.length}`);
            for (const title of this.pending) {
                console.log(`  - ${title}`);
            }
            console.log();
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
            writeFileSync(file, JSON.stringify(counts));
        } else {
            console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
        }
    }
}

module.exports = Reporter;
