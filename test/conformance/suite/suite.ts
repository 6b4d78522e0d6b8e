import { expect } from "chai";
import type { Subject } from "../subject";
import { Bench } from "./bench";
import { describeLife } from "./life";
import { describeMarks } from "./marks";
import { describeProperty } from "./properties";
import { describeUnreadable } from "./unreadable";

/**
 * The conformance suite (reference/users-and-peers.md, "What the tests must show"), the same for every kind: A created
 * and read equal, B a second up does nothing, C one property changed alone, D a change by hand, E removed by hand,
 * H taken over and given back, I destroyed twice, J a preview writes nothing, K what cannot be read is not absent,
 * L the state of the previous release. F (import) and G (export) come with the commands that do it.
 */
export function describeConformance(subject: Subject): void {
    const { kind, samples } = subject;
    const bench = new Bench(subject);

    describe(`conformance of the ${kind.noun}`, () => {
        after(() => bench.close());

        it("every property has a sample", () => {
            expect(Object.keys(samples)).to.have.members(Object.keys(kind.fields));
        });

        describe("life", () => describeLife(bench));
        if (kind.cmdlets.create !== undefined) describe("marks", () => describeMarks(bench));
        describe("what cannot be read", () => describeUnreadable(bench));
        describeSamples(bench);
    });
}

/** A, B, C, D, H and J for the samples of a subject, in another organisation. */
export function describeElsewhere(subject: Subject, where: string): void {
    const bench = new Bench(subject);

    describe(`conformance of the ${subject.kind.noun}, ${where}`, () => {
        after(() => bench.close());
        describeSamples(bench);
    });
}

function describeSamples(bench: Bench): void {
    for (const [field, some] of Object.entries(bench.subject.samples)) {
        for (const sample of Array.isArray(some) ? some : [some]) {
            const title = sample.title === undefined ? field : `${field}, ${sample.title}`;
            describe(title, () => describeProperty(bench, field, sample));
        }
    }
}
