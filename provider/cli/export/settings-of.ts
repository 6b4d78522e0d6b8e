import { providerOf } from "../../../sdk/state-form";
import type { PinnedSession } from "../../lifecycle/observe/pinned";
import { exchangeOn, settingsOf } from "../../lifecycle/settings";
import type { Wire } from "../../pulumi/engine/wire";
import type { Ways } from "../../pulumi/run/ways";
import { SettingsProvider } from "../../pulumi/settings/settings-provider";
import { configuredOn, decodeSettings, desiredOf, planChange } from "../../resources/schannel-settings";
import { acceptable } from "./acceptable";
import { ExportRefusedError } from "./errors";
import type { Exported, LeftOut } from "./exported";
import { objectionsTo, type Recorded, refreshed } from "./objections";

const KIND = "SchannelSettings";
const LISTS = "The orders of cipher suites and curves are not declared: nobody can tell who chose them";

/** What is configured on the machine that is logged on to; undefined where nothing is. */
export async function settingsResource(
    session: PinnedSession,
    connection: Wire,
    ways: Ways,
): Promise<Exported | LeftOut | undefined> {
    const live = await settingsOf(session);
    const exchange = exchangeOn(await session.info());
    const id = live.machine?.computer;
    if (id === undefined) throw unknownMachine(session.server);
    const title = `SCHANNEL settings of ${id}`;
    const { args, odd } = configuredOn(live);
    if (Object.keys(args).length === 0) return undefined;

    const provider = new SettingsProvider(ways);
    const recorded = (program: Wire): Recorded => {
        const inputs = { __provider: providerOf(KIND), connection, ...program };
        const decoded = decodeSettings(program);
        const kept =
            decoded.ok && planChange({ desired: desiredOf(decoded.args, live.windows, exchange), live, exchange });
        return { id, inputs, outputs: { ...inputs, __declared: program, ...(kept && { __kept: kept.after }) } };
    };
    const accepted = await acceptable(args, [], Object.keys(args), (program) =>
        objectionsTo(provider, recorded(program)),
    );
    if ("refusal" in accepted) return { title, why: accepted.refusal };
    const { program } = accepted;
    const { inputs, outputs } = recorded(program);
    const all = { kind: KIND, title, called: `${id} schannel`, id, program, inputs } as const;
    return {
        ...all,
        outputs: await refreshed(provider, { id, inputs, outputs }),
        remarks: [LISTS, ...odd, ...accepted.remarks],
    };
}

function unknownMachine(server: string): ExportRefusedError {
    return new ExportRefusedError({
        server,
        step: "reading the SCHANNEL settings",
        answer: "the machine did not tell its name",
        hint: "Run again, or leave out --schannel; nothing was written",
    });
}
