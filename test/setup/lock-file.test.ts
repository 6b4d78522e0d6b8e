import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { checkout } from "./script-modules";

interface Entry {
    resolved?: string;
    optionalDependencies?: Record<string, string>;
}

const text = readFileSync(path.join(checkout, "package-lock.json"), "utf8");
const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };

describe("package-lock.json", () => {
    it("names the optional packages of every platform, or npm ci refuses it", () => {
        const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
        const present = new Set(Object.keys(packages).map((where) => where.split("node_modules/").at(-1)));
        expect(wanted.filter((name) => !present.has(name))).to.deep.equal([]);
    });

    it("names no registry, so that everyone's own is used", () => {
        const hosts = Object.values(packages).filter((entry) => entry.resolved?.includes("://"));
        expect(hosts).to.deep.equal([]);
    });
});
