/**
 * The lab: a pretend Exchange organisation behind a real SSH server, written from the reference sheets alone.
 *
 * ```ts
 * const lab = await startLab({ preset: "single", foreignDomains: 40 });
 * const mark = lab.meter.mark();
 * // … let the provider work against lab.connection with lab.password …
 * expect(writes(lab.meter.since(mark))).to.have.length(0);
 * await lab.stop();
 * ```
 */

export { Chance } from "./chance.js";
export { type Clock, HandClock } from "./clock.js";
export { Credential } from "./cmdlets/argument.js";
export type { LiveObject } from "./cmdlets/context.js";
export type { ErrorRecord } from "./cmdlets/error-record.js";
export { ConsoleError } from "./console.js";
export type { Fault, Plan } from "./faults.js";
export { newKey } from "./front/key.js";
export { type Finding, healthCheck, type Report } from "./health-checker/report.js";
export { type Lab, type LabConnection, type LabOptions, startLab } from "./lab.js";
export { byCmdlet, type MeteredCall, type Reading, reads, writes } from "./meter.js";
export {
    type Certificate,
    CLIENT_AUTHENTICATION,
    issuedCertificate,
    SERVER_AUTHENTICATION,
    selfSigned,
} from "./model/certificate.js";
export { subscribeEdge } from "./model/edge-subscription.js";
export { PRESETS, type Preset, type PresetOptions } from "./model/presets.js";
export type { ExplicitRight } from "./model/receive-connector.js";
export { RELEASES, type Release } from "./model/releases.js";
export { ROLE_GROUPS, type RoleGroup } from "./model/role-groups.js";
export type { ServiceName, ServiceStatus, Trouble } from "./model/services.js";
export type { RegistryHand } from "./registry/hand.js";
export type { Switches } from "./switches.js";
export { WINDOWS, type WindowsName } from "./windows/build.js";
export { NET_2, NET_4, SCHANNEL, SUITES_LOCAL, SUITES_POLICY, WINHTTP_KEYS } from "./windows/keys.js";
export type { Machine } from "./windows/machine.js";
export type { TlsState } from "./windows/tls-state.js";
