/** The TLS settings of one server, as pure functions: no I/O, no Pulumi. In the order in which an adapter calls them. */

export { type Kept, nothingKept } from "./bookkeeping";
export { type Change, changeId, inWords } from "./changes";
export { commandsOf } from "./commands";
export { configuredOn } from "./configured";
export { type DecodedSettings, decodeSettings } from "./decode";
export { type Desired, desiredOf } from "./desired";
export { FIXED, FORCEABLE } from "./guards/codes";
export { ALL_SERVERS } from "./guards/warnings";
export type { SchannelArgs, SchannelInputs } from "./inputs";
export { outputsOf, type SettingsOutputs } from "./outputs";
export { type PlanRequest, planChange, type SettingsPlan } from "./plan";
export { presentSettings } from "./present";
export { BOOT, readCalls } from "./reading/calls";
export { type Live, liveOf } from "./reading/live";
export { withoutStarted } from "./reboot";
export { onDestroy, planRemoval, removalInWords } from "./removal";
export { SETTINGS } from "./settings";
export { type Settled, settle } from "./settle";
export { LOCAL_CMDLETS } from "./suites/order-calls";
export { type Exchange, exchangeOf } from "./versions/exchange";
