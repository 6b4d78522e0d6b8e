/** The TLS settings of one server, as pure functions: no I/O, no Pulumi. In the order in which an adapter calls them. */

export { FIXED, FORCEABLE } from "./guards/codes";
export { ALL_SERVERS } from "./guards/warnings";
export { type Change, changeId, inWords } from "./plan/changes";
export { commandsOf } from "./plan/commands";
export { type PlanRequest, planChange, type SettingsPlan } from "./plan/plan";
export { onDestroy, planRemoval, removalInWords } from "./plan/removal";
export { type DecodedSettings, decodeSettings } from "./program/decode";
export { type Desired, desiredOf } from "./program/desired";
export type { SchannelArgs, SchannelInputs } from "./program/inputs";
export { BOOT, readCalls } from "./reading/calls";
export { type Live, liveOf } from "./reading/live";
export { type Kept, nothingKept } from "./remember/bookkeeping";
export { withoutStarted } from "./remember/reboot";
export { type Settled, settle } from "./remember/settle";
export { SETTINGS } from "./settings";
export { LOCAL_CMDLETS } from "./suites/order-calls";
export { configuredOn } from "./tell/configured";
export { outputsOf, type SettingsOutputs } from "./tell/outputs";
export { presentSettings } from "./tell/present";
export { type Exchange, exchangeOf } from "./versions/exchange";
