import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root, from a compiled file as from a source. */
export function repositoryRoot(): string {
    for (let directory = __dirname; directory !== dirname(directory); directory = dirname(directory)) {
        const description = join(directory, "package.json");
        if (existsSync(description) && readFileSync(description, "utf8").includes('"name": "pulumi-exchange-tls"')) {
            return directory;
        }
    }
    throw new Error(`No package pulumi-exchange-tls above ${__dirname}`);
}
