import path from "node:path";
import { sourceFiles } from "./compiled-files.mjs";
import { Fault } from "./fault.mjs";
import { root } from "./places.mjs";

const withoutValue =
    /^(-b|-i|-p|-c|--(bail|invert|parallel|color|diff|inline-diffs|full-trace|dry-run|forbid-.*|no-.*))$/;

/** Splits the command line into mocha's options and fragments of paths, and gives the test files that are meant. */
export function testCommand(args, tests = testFiles()) {
    const { fragments, options } = split(args);
    const matches = (file) => fragments.some((fragment) => file.includes(fragment.replace(/\.ts$/, "")));
    const files = fragments.length === 0 ? tests : tests.filter(matches);
    if (files.length === 0) {
        const folders = [...new Set(tests.map((file) => path.dirname(file).slice("dist/test/".length)))];
        throw new Fault(
            fragments.length === 0 ? "There are no tests." : `No test file's path contains ${fragments.join(" or ")}.`,
            folders.length === 0 ? "update the checkout (`git pull`)" : `name one of: ${folders.join(", ")}`,
        );
    }
    return { files, options };
}

function split(args) {
    const fragments = [];
    const options = [];
    for (let at = 0; at < args.length; at++) {
        const arg = args[at];
        if (!arg.startsWith("-")) {
            fragments.push(arg);
        } else if (arg.includes("=") || withoutValue.test(arg) || at + 1 === args.length) {
            options.push(arg);
        } else {
            options.push(arg, args[++at]);
        }
    }
    return { fragments, options };
}

/** Taken from the sources, so that a compiled file that lost its source can never run. */
function testFiles() {
    return sourceFiles(root)
        .filter((file) => file.endsWith(".test.ts"))
        .map((file) => `dist/${file.split(path.sep).join("/").replace(/ts$/, "js")}`);
}
