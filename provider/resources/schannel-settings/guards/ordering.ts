import { OLD_PROTOCOLS, type Protocol, ROLES } from "../settings/names";
import { effectIn, missingFor12, type Situation, shutOut } from "./situation";

/** What the ordering guard says: `wait` names the versions whose turn comes once the machine was restarted. */
export type Ordering =
    | { readonly verdict: "go"; readonly notChecked?: string }
    | { readonly verdict: "refuse"; readonly text: string }
    | {
          readonly verdict: "wait";
          readonly protocols: readonly Protocol[];
          readonly text: string;
          /** The same where the guard is lifted. */
          readonly forced: string;
      };

const DECLARE =
    'declare protocols "TLS 1.2": "enabled" and dotNet { strongCrypto: true, systemDefaultTlsVersions: true }';

/** G1: the old versions go only when TLS 1.2 and .NET's eight values are in place, and active (sections 7 and 19.3). */
export function ordering(situation: Situation): Ordering {
    const leaving = OLD_PROTOCOLS.filter((protocol) => shutOut(situation, protocol).length > 0);
    const missing = missingFor12(situation, situation.after);
    if (leaving.length === 0) {
        const gone = OLD_PROTOCOLS.filter((protocol) =>
            ROLES.some((role) => effectIn(situation, situation.after, protocol, role) === "off"),
        );
        const before = new Set(missingFor12(situation, situation.before).map(subjectOf));
        const caused = missing.filter((text) => !before.has(subjectOf(text)));
        if (gone.length === 0 || caused.length === 0) return { verdict: "go" };
        const text = `${gone.join(" and ")} ${gone.length > 1 ? "are" : "is"} off, and with this plan ${caused.join("; ")}: keep these values, or switch the old versions on first`;
        return { verdict: "refuse", text };
    }
    if (missing.length > 0) {
        const text = `${leaving.join(" and ")} cannot be switched off while ${missing.join("; ")}: ${DECLARE}`;
        return { verdict: "refuse", text };
    }
    const inactive = missingFor12(situation, situation.active);
    if (inactive.length === 0) {
        const foreign = situation.unwritten.length > 0;
        return { verdict: "go", ...(foreign && { notChecked: notChecked(situation, leaving) }) };
    }
    const why = `what has to come first is in place after this run, but not active until ${situation.computer} was restarted (in the running system ${inactive.join("; ")})`;
    return {
        verdict: "wait",
        protocols: leaving,
        text: `left on for now: ${leaving.join(", ")}, because ${why}. Restart it, then run pulumi up again`,
        forced: `switched off: ${leaving.join(", ")}, although ${why}`,
    };
}

function notChecked({ computer, unwritten }: Situation, leaving: readonly Protocol[]): string {
    const titles = [...new Set(unwritten)].join(", ");
    return `not checked: whether ${computer} was restarted since ${titles} were set, because this resource did not set them: if they are new, restart it before ${leaving.join(" and ")} go`;
}

/** What a text of `missingFor12` is about, whatever its value. */
function subjectOf(text: string): string {
    return text.replace(/ is .*?(\((?:client|server)\))?$/, "$1");
}
