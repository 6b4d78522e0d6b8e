import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { directoryOf, putBack } from "../conformance/driver/directory";
import { Place, schannelSettings } from "../conformance/driver/place";
import type { Program, Run, State } from "../conformance/driver/stack";
import { Stack, urnOf } from "../conformance/driver/stack";
import { JointStack } from "../conformance/driver/together";
import type { Sample } from "../conformance/sample";
import { receiveConnector } from "../conformance/subjects/receive-connector";
import { sendConnector } from "../conformance/subjects/send-connector";
import { transportConfig } from "../conformance/subjects/transport-config";
import { Bench } from "../conformance/suite/bench";
import { LEAVES } from "../schannel/leaves";

/** By which the engine tells what is stored as a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const MASK = "********";

/** What stands in the state as it is: the engine itself hides outputs that are called like a secret input. */
function plain({ inputs: _, outputs }: State, secrets: readonly string[]): string {
    const open = Object.entries(outputs).filter(([name]) => !secrets.includes(name));
    return JSON.stringify(Object.fromEntries(open), (_key, value) =>
        typeof value === "object" && value !== null && SIGNATURE in value ? MASK : value,
    );
}

/** Texts of a value that stand nowhere by chance: no words such as `None` and no numbers, which other properties have as well. */
function textsOf(value: unknown): readonly string[] {
    if (typeof value === "object" && value !== null) {
        return Object.entries(value).flatMap(([key, inner]) => (key === "username" ? [] : textsOf(inner)));
    }
    return typeof value === "string" && /[a-z].*[.@ ]|[.@ ].*[a-z]|\d\.\d+\.\d/i.test(value) ? [value] : [];
}

let folder: string;
before(async () => {
    folder = await mkdtemp(join(tmpdir(), "exchange-tls-secret-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Everything that a run says, and what it put on record. */
async function said(run: Run, auditLog: string): Promise<readonly string[]> {
    const record = await readFile(auditLog, "utf8").catch(() => "");
    await rm(auditLog, { force: true });
    return [...run.log, ...run.errors, ...record.split("\n")];
}

for (const subject of [sendConnector, receiveConnector, transportConfig]) {
    const { kind, samples } = subject;
    describe(`a secret: each property of a ${kind.noun}`, () => {
        const bench = new Bench(subject);
        after(() => bench.close());

        const look = async (field: string, sample: Sample) => {
            const stack = await bench.stack(sample);
            const { place } = stack;
            const { lab } = place;
            const auditLog = join(folder, `${kind.type}-${field}`);
            place.config["exchange-tls:auditLog"] = auditLog;
            const makeByHand = () => {
                if (sample.made === undefined) return;
                lab.console.run(kind.cmdlets.create ?? "", { ...subject.typed, ...sample.made });
            };
            const program = ({ program: value }: Sample["from"]) => bench.program(field, sample, value);
            const elsewhere = JSON.stringify({
                ...program(sample.from),
                [field]: undefined,
                connection: place.connection,
            });
            const canaries = [sample.from.program, sample.to.program]
                .flatMap(textsOf)
                .filter((text) => !elsewhere.includes(text));
            const parameter = bench.parameter(field);
            // As a value under its own name: in a command, in words, in a record.
            const shown = [
                new RegExp(`-${parameter} (?!'\\*{8}')`),
                new RegExp(`(^|[(;,] )${field}: (?!\\*{8}|expected|must)`),
                new RegExp(`\\b${field} to (?!\\*{8})`),
                new RegExp(`"(${parameter}|${field})":(?!"\\*{8}"|null,"after|null})`),
            ];
            const watch = async (one: Stack, work: () => Promise<Run>): Promise<Run> => {
                one.secrets = [field];
                const run = await work();
                const texts = await said(run, auditLog);
                for (const text of texts) {
                    for (const canary of canaries)
                        expect(text.toLowerCase(), text).not.to.contain(canary.toLowerCase());
                    for (const pattern of shown) expect(text).not.to.match(pattern);
                }
                if (one.state !== undefined) {
                    const state = plain(one.state, [field]).toLowerCase();
                    for (const canary of canaries) expect(state).not.to.contain(canary.toLowerCase());
                }
                return run;
            };
            // What an up says includes what its preview says.
            const go = (one: Stack, given: Program) => watch(one, () => one.up(given));
            makeByHand();
            expect((await go(stack, program(sample.from))).errors).to.deep.equal([]);
            // The old value is a secret, too.
            expect((await go(stack, program(sample.to))).errors).to.deep.equal([]);
            await watch(stack, () => stack.refresh());
            // What is there is shown, except for what is secret. Of a name, another program knows nothing.
            const other = new Stack(place, kind, urnOf(kind, "other"));
            const stranger = { ...program(sample.from), adopt: false };
            if (kind.cmdlets.create !== undefined && !["name", "server"].includes(field)) {
                const found = await watch(other, () => other.preview(stranger));
                expect(found.errors.join()).to.contain("exists already");
                await go(other, { ...program(sample.from), adopt: true });
                await watch(other, () => other.destroy());
            }
            const echo = { code: "Cmdlet", message: `Not so: ${canaries.join(", ")}.`, transient: false } as const;
            lab.faults.inject({ fault: "cmdlet-error", cmd: kind.cmdlets.change, error: echo });
            await go(stack, program(sample.from));
            lab.faults.clear();
            const wrong = { ...program(sample.from), [field]: { "canary-wrong": "canary-wrong" } };
            for (const text of (await stack.preview(wrong)).errors) expect(text).not.to.contain("canary-wrong");
            await watch(stack, () => stack.destroy());
        };

        for (const [field, given] of Object.entries(samples)) {
            const [sample] = [given].flat();
            if (sample === undefined) continue;
            it(field, async () => {
                const { lab } = await bench.place(sample.place);
                const untouched = directoryOf(lab);
                try {
                    await look(field, sample);
                } finally {
                    lab.faults.clear();
                    putBack(lab, untouched);
                }
            });
        }
    });
}

describe("a secret: a server's settings", () => {
    let place: Place;
    before(async () => {
        place = await Place.open({ preset: "single" });
    });
    after(() => place.close());

    // The first of each.
    const parts = new Map([...LEAVES].reverse().map(({ path: [top = ""], program }) => [top, program]));
    for (const [top, program] of parts) {
        it(top, async () => {
            const auditLog = join(folder, `schannel-${top}`);
            place.config["exchange-tls:auditLog"] = auditLog;
            const stack = new Stack(place, schannelSettings);
            stack.secrets = [top];
            const texts: string[] = [];
            for (const work of [
                () => stack.preview(program),
                () => stack.up(program),
                () => stack.refresh(),
                () => stack.preview({ eventLogging: 5, dotNet: { strongCrypto: true } }),
                () => stack.destroy(),
            ]) {
                const run = await work();
                expect(run.errors).to.deep.equal([]);
                if (stack.state !== undefined) {
                    expect(plain(stack.state, [top])).not.to.match(/DWord|MultiString|offered|absent|TLS_|Nist/);
                }
                texts.push(...(await said(run, auditLog)));
            }
            expect(texts.join("\n")).to.match(/^\d+ change\(s\), not shown: \w+ is a secret$/m);
            for (const text of texts) expect(text).not.to.match(/ -> |HKLM|SYSTEM|DWord|TLS_|Nist/);
        });
    }
});

describe("a secret connection", () => {
    let place: Place;
    before(async () => {
        place = await Place.open({ preset: "single" });
    });
    after(() => place.close());
    const hidden = { username: "CONTOSO\\canary", passwordEnv: "CANARY_ENV", hostKey: `SHA256:${"C4n".repeat(14)}A` };
    const troubles: Readonly<Record<string, object>> = {
        "that nobody answers": { port: 1 },
        "that does not let us in": { username: hidden.username },
        "with another host key": { hostKey: hidden.hostKey },
        "without its password": { passwordEnv: hidden.passwordEnv },
    };
    for (const kind of [sendConnector.kind, schannelSettings] as const) {
        for (const [what, more] of Object.entries(troubles)) {
            it(`${what}: ${kind.type} tells neither host nor account`, async () => {
                await place.reconnect();
                const stack = new Stack(place, kind);
                stack.secrets = ["connection"];
                const program = kind === schannelSettings ? { eventLogging: 7 } : sendConnector.base;
                const connection = { ...place.connection, ...more };
                const runs = [
                    await stack.preview({ ...program, connection }),
                    await stack.up({ ...program, connection }),
                ];
                for (const { log, errors } of runs) {
                    for (const text of [...log, ...errors]) {
                        for (const canary of [
                            "127.0.0.1",
                            "canary",
                            "CANARY",
                            hidden.hostKey,
                            place.connection.username,
                        ]) {
                            expect(text).not.to.contain(canary);
                        }
                    }
                }
                expect(runs.flatMap(({ log, errors }) => [...log, ...errors]).join()).to.contain(MASK);
            });
        }
    }
});

it("a secret of one resource is none in what another one of the run says", async () => {
    const place = await Place.open({ preset: "single" });
    try {
        const stack = new JointStack(place);
        const name = "Relay of canary-7f3a";
        const base = { ...receiveConnector.base, bindings: ["0.0.0.0:2526"] };
        stack.of(receiveConnector.kind, "first").secrets = ["name"];
        const { errors, log } = await stack.preview(
            [receiveConnector.kind, "first", { ...base, name }],
            [receiveConnector.kind, "second", { ...base, name: "Second" }],
        );
        expect(errors.join()).to.match(/those of 'EX01\\\*{8}' already.*\(R9\)/);
        expect([...errors, ...log].join()).not.to.contain("canary");
    } finally {
        await place.close();
    }
});
