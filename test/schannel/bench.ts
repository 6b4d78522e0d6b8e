import { expect } from "chai";
import { Place, schannelSettings } from "../conformance/driver/place";
import { type Program, type Run, Stack } from "../conformance/driver/stack";
import { HandClock, type LabOptions, type Machine, type MeteredCall, type RegistryHand, writes } from "../lab/index.js";
import { type Contents, contentsOf } from "./contents";

const MINUTE = 60_000;

/** One server whose settings a stack of one resource declares; its clock stands still until it is moved. */
export class Bench {
    stack: Stack;

    private constructor(
        readonly place: Place,
        readonly clock: HandClock,
    ) {
        this.stack = this.newStack();
    }

    static async open(
        options: Partial<Omit<LabOptions, "clock">> = {},
        prepare: (hand: RegistryHand) => void = () => {},
    ): Promise<Bench> {
        const clock = new HandClock();
        const place = await Place.open({ preset: "single", ...options, clock }, ({ organisation, registry }) =>
            prepare(registry(organisation.servers[0]?.name ?? "")),
        );
        return new Bench(place, clock);
    }

    newStack(): Stack {
        return new Stack(this.place, schannelSettings);
    }

    get machine(): Machine {
        const { organisation } = this.place.lab;
        return organisation.machines.of(organisation.servers[0]?.name ?? "");
    }

    get hand(): RegistryHand {
        return this.machine.hand;
    }

    /** The whole registry, kinds and keys and what is not ours among it. */
    dump(): string {
        return this.hand.dump("");
    }

    contents(): Contents {
        return contentsOf(this.dump());
    }

    /** The connection goes: the next run opens another one. */
    async disconnect(): Promise<void> {
        this.place.lab.faults.inject({ fault: "cut-before-answer", cmd: "reg get", times: 2 });
        await this.newStack().preview({ eventLogging: 0 });
        this.place.lab.faults.clear();
    }

    restart(): void {
        this.clock.advance(MINUTE);
        this.machine.reboot();
        this.clock.advance(MINUTE);
    }

    async close(): Promise<void> {
        await this.place.close();
    }
}

/** The run, which must end without an error. */
export async function succeed(run: Promise<Run>): Promise<Run> {
    const ended = await run;
    expect(ended.errors).to.deep.equal([]);
    return ended;
}

/** The same program again: nothing to do, nothing written, nothing shown but what waits for a restart. */
export async function expectNothing(stack: Stack, program: Program, waits: readonly string[] = []): Promise<void> {
    const again = await succeed(stack.up(program));
    expect(written(again)).to.deep.equal([]);
    expect(again.operation).to.equal("same");
    expect(again.drift).to.deep.equal(waits);
}

export function written({ reading }: Run): readonly MeteredCall[] {
    return writes(reading);
}

/** What a run told about values, without the reason behind it: `HKLM\…  Enabled: absent -> DWord 0`. */
export function told({ log }: Pick<Run, "log">): readonly string[] {
    const change = /^(?:HKLM\\.* {2}.*: .* -> |HKLM\\.*: the key is removed|TLS (?:curves|cipher suites): )/;
    return log
        .filter((line) => change.test(line))
        .map((line) => line.replace(/ \((?:declared|given back|repair|made by us)\)$/, ""));
}
