import path from "node:path";
import { pathToFileURL } from "node:url";

/** The checkout, seen from the compiled tests. */
export const checkout = path.resolve(__dirname, "..", "..", "..");

interface Found {
    place: string;
    folder: string;
    version: string;
}

interface Places {
    place: string;
    folder: string | undefined;
}

interface Selected {
    files: string[];
    options: string[];
}

/** What the tests use of set-up's scripts, which are plain JavaScript because they run before the compiler is there. */
interface Modules {
    "cli-version": { isNewEnough(text: string, minimum?: string): boolean; minimumVersion: string };
    "cli-places": {
        folderOnPath(program: string, pathVariable: string): string | undefined;
        findCli(
            places: Places[],
            pathVariable: string,
            versionOf: (folder: string) => Promise<string | undefined>,
        ): Promise<{ found: Found | undefined; refused: string[] }>;
    };
    "compiled-files": {
        sourceFiles(folder: string): string[];
        missingOutput(folder: string, sources: string[]): boolean;
        removeStaleOutput(folder: string, sources: string[]): void;
    };
    environment: {
        cliEnvironment(cli: Found, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
        pathLine(cli: Found, env: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string;
    };
    "file-fault": { asFault(error: Error): Error };
    "go-failure": { reasonOf(output: string): string };
    "install-hint": { installHint(platform: NodeJS.Platform): string };
    "lock-stamp": { whyInstall(folder: string): string | undefined; stampDependencies(folder: string): void };
    "mutual-exclusion": { alone<T>(folder: string, label: string, work: () => Promise<T>): Promise<T> };
    "npm-failure": { nextAfterNpm(output: string): string; npmReason(output: string): string };
    places: {
        cacheFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string;
    };
    "process-group": {
        startGroup(command: string, args: string[], options?: object): object;
        ended(child: object): Promise<{ code: number; left: string[] }>;
    };
    "test-parts": {
        partsOf(selected: Selected): Selected[];
        sideBySide<T>(
            parts: Selected[],
            run: (part: Selected, at: number) => Promise<T>,
            isOver: () => boolean,
        ): Promise<T[]>;
    };
    "test-selection": { testCommand(args: string[], tests: string[]): Selected };
}

/** Loads a script from the checkout itself: the compiler leaves JavaScript where it is. */
export async function load<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
    return import(pathToFileURL(path.join(checkout, "test", "setup", `${name}.mjs`)).href);
}
