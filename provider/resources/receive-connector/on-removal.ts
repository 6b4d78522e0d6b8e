import type { Case } from "../case";
import { effectiveTls } from "./effective-tls";
import { hasExplicitRights } from "./explicit-rights";
import { heirsOf } from "./heirs";
import { some } from "./in-words";
import { called } from "./surroundings";

/** Who takes the mail when the connector goes, and the rights that go with it (D1, R30). */
export function onRemoval(subject: Case): readonly string[] {
    const { server, name, live, values } = subject;
    const there = live ?? values;
    const heirs = there.enabled === false ? [] : heirsOf(subject, there, undefined);
    const mail = heirs.map(({ connector, ranges }) =>
        connector === undefined
            ? `nothing serves ${some(ranges)} then: connections from there are refused (D1)`
            : `${called(connector)} serves ${some(ranges)} then (${effectiveTls(connector.values)}) (D1)`,
    );
    const rights = `rights that were granted on it by Add-ADPermission (anonymous relay, for example) are lost: note them first with Get-ADPermission, and grant them again on what replaces '${server}\\${name}' (R30)`;
    return live !== undefined && hasExplicitRights(subject) ? [...mail, rights] : mail;
}
