// Runs in a process of its own, so that a download that hangs can be ended. Arguments: version, folder.
import { createRequire } from "node:module";
import path from "node:path";
import { sdkFolder } from "./places.mjs";

const [version, folder] = process.argv.slice(2);
const fromSdk = createRequire(path.join(sdkFolder, "package.json"));
const { PulumiCommand } = fromSdk("./automation");
const { SemVer } = fromSdk("semver");

try {
    await PulumiCommand.install({ version: new SemVer(version), root: folder });
} catch (error) {
    // The last line is what set-up shows.
    console.error(String(error.message).split("\n").filter(Boolean)[0]);
    process.exit(1);
}
