import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const folders = ["sdk", "provider", "test"];

/** The TypeScript files that the compiler is given, relative to the checkout, always in the same order. */
export function sourceFiles(checkout) {
    return files(checkout, folders, (file) => /\.[cm]?ts$/.test(file));
}

/** Whether something that the compiler once wrote has been deleted. */
export function missingOutput(checkout, sources) {
    return sources
        .filter((file) => !/\.d\.[cm]?ts$/.test(file))
        .some((file) => !existsSync(path.join(checkout, "dist", file.replace(/ts$/, "js"))));
}

/** Deletes compiled files whose source is gone: a deleted test must not run on, nor a deleted module satisfy an import. */
export function removeStaleOutput(checkout, sources) {
    const known = new Set(sources.map((file) => path.join("dist", file.replace(/\.[cm]?ts$/, ""))));
    const compiled = files(checkout, folders, (file) => /\.(d\.)?[cm]?(ts|js)$/.test(file), "dist");
    for (const file of compiled.filter((each) => !known.has(each.replace(/(\.d)?\.[cm]?(ts|js)$/, "")))) {
        rmSync(path.join(checkout, file), { force: true });
    }
}

function files(checkout, among, wanted, below = "") {
    return among
        .map((folder) => path.join(below, folder))
        .filter((folder) => existsSync(path.join(checkout, folder)))
        .flatMap((folder) =>
            readdirSync(path.join(checkout, folder), { recursive: true }).map((name) => path.join(folder, name)),
        )
        .filter((file) => wanted(file) && !file.includes("node_modules"))
        .sort();
}
