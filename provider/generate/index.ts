import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles } from "./files";

/** `npm run generate`: brings every generated file up to date. Runs in the repository's root. */
for (const { path, text } of generatedFiles) {
    const present = existsSync(path) ? readFileSync(path, "utf8") : "";
    const wanted = text(present);
    if (wanted === present) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted);
    console.log(`written: ${path}`);
}
