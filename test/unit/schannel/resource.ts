import {
    BOOT,
    decodeSettings,
    desiredOf,
    exchangeOf,
    type Kept,
    liveOf,
    nothingKept,
    outputsOf,
    planChange,
    planRemoval,
    presentSettings,
    readCalls,
    type SchannelInputs,
    type SettingsPlan,
    settle,
} from "../../../provider/resources/schannel-settings";
import type { Spelled } from "../../../provider/resources/schannel-settings/tell/present";
import type { TestServer } from "./server";

/** AdminDisplayVersion of servers that appear in the tests. */
export const EXCHANGE = {
    "2010": "Version 14.3 (Build 123.4)",
    "2013": "Version 15.0 (Build 1497.2)",
    "2016 CU8": "Version 15.1 (Build 1415.2)",
    "2016": "Version 15.1 (Build 2507.6)",
    "2019 CU14": "Version 15.2 (Build 1544.4)",
    "2019 CU15": "Version 15.2 (Build 1748.10)",
    SE: "Version 15.2 (Build 2562.17)",
    next: "Version 16.0 (Build 1.0)",
} as const;
export type ExchangeName = keyof typeof EXCHANGE;

/** What the Pulumi adapter does with the pure functions, in its order. */
export class TestResource {
    kept: Kept = nothingKept;
    #inputs: SchannelInputs;

    constructor(
        readonly server: TestServer,
        readonly exchange: ExchangeName,
        inputs: SchannelInputs = {},
    ) {
        this.#inputs = inputs;
    }

    declare(inputs: SchannelInputs): this {
        this.#inputs = inputs;
        return this;
    }

    #desired() {
        const decoded = decodeSettings(this.#inputs);
        if (!decoded.ok) throw new Error(decoded.problems.map(({ path, message }) => `${path} ${message}`).join("; "));
        const live = this.live();
        const exchange = exchangeOf(EXCHANGE[this.exchange]);
        return { live, exchange, desired: desiredOf(decoded.args, live.windows, exchange) };
    }

    live() {
        return liveOf(this.server.run(readCalls()));
    }

    preview(): SettingsPlan {
        return planChange({ ...this.#desired(), kept: this.kept });
    }

    /** Applies what preview shows; a refused plan writes nothing. */
    up(): SettingsPlan {
        const plan = this.preview();
        if (plan.refusals.length === 0) this.#write(plan);
        return plan;
    }

    destroy(): SettingsPlan {
        const plan = planRemoval(this.kept, this.live());
        if (plan.refusals.length === 0) this.#write(plan);
        return plan;
    }

    #write(plan: SettingsPlan) {
        const results = this.server.run(plan.calls);
        const [boot] = this.server.run([BOOT]);
        const answer = { results, readBack: boot ?? { skipped: true } } as const;
        const { kept, failures } = settle(plan, this.kept, answer, this.live());
        if (failures.length > 0) throw new Error(failures.map(({ text }) => text).join("; "));
        // The state is JSON between two runs.
        this.kept = JSON.parse(JSON.stringify(kept)) as Kept;
    }

    outputs() {
        return outputsOf(this.live(), exchangeOf(EXCHANGE[this.exchange]), this.kept);
    }

    present() {
        const { desired, live } = this.#desired();
        return presentSettings(this.#inputs as unknown as Spelled, desired, live);
    }
}

/** Codes of a plan's refusals. */
export function codes(plan: SettingsPlan): readonly string[] {
    return plan.refusals.map(({ code }) => code);
}
