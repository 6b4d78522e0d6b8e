import { Report } from "./report";
import { tellStory } from "./story";

/** `npm run demo`: the real Pulumi CLI against a pretend Exchange organisation. */
async function main(): Promise<void> {
    const report = new Report(process.stdout);
    await tellStory(report);
    process.exitCode = report.close() ? 0 : 1;
}

main().catch((error: Error) => {
    console.error(`\nThe demo stopped: ${error.message}`);
    console.error("Next: run `npm test` to see which part is broken, and report it with this output.");
    process.exitCode = 1;
});
