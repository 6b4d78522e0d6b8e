import type { Case } from "../case";
import type { FieldValues } from "../values";
import { domainTarget, fitOf, spacesOf, type Target, targetsOf } from "./address-spaces";
import { type TlsLevel, tlsLevel } from "./effective-tls";
import { secureDomains } from "./secure-domains";

/** A connector that mail may leave through. */
export interface Sender {
    readonly name: string;
    readonly values: FieldValues;
}

/** What another connector takes over, or none. */
export interface Heir {
    readonly connector: Sender | undefined;
    readonly targets: readonly Target[];
    readonly before: TlsLevel;
    readonly after: TlsLevel | undefined;
}

/** The enabled connectors that route mail to `target`: closest address space, then lowest cost; several share it. */
export function routesOf(senders: readonly Sender[], target: Target): readonly Sender[] {
    const ways = senders
        .filter(({ values }) => values.enabled !== false)
        .flatMap((sender) =>
            spacesOf(sender.values).map((space) => ({ sender, cost: space.cost, fit: fitOf(space, target) })),
        )
        .filter(({ fit }) => fit > 0)
        .toSorted((a, b) => b.fit - a.fit || a.cost - b.cost);
    const [best] = ways;
    return [
        ...new Set(ways.filter(({ fit, cost }) => fit === best?.fit && cost === best.cost).map(({ sender }) => sender)),
    ];
}

/** Who takes over what a connector routes with `before` and no longer with `after` (undefined: it is gone). */
export function heirsOf(subject: Case, before: FieldValues, after: FieldValues | undefined): readonly Heir[] {
    const others = subject.around.neighbours("SendConnector");
    const old: Sender = { name: subject.name, values: before };
    const now: Sender | undefined = after && { name: subject.name, values: after };
    const secure = before.domainSecureEnabled === true || others.some((one) => one.values.domainSecureEnabled === true);
    const listed = secure ? secureDomains(subject.around) : [];
    const spaces = spacesOf(before);
    const targets = [
        ...spaces.flatMap(targetsOf),
        // Mutual TLS is for single domains, also of those that only a wildcard routes.
        ...listed.map(domainTarget).filter((target) => spaces.some((space) => fitOf(space, target) > 0)),
    ];
    const distinct = [...new Map(targets.map((target) => [`${target.type}:${target.address}`, target])).values()];
    const changes = distinct.flatMap((target): Heir[] => {
        const level = (sender: Sender) => tlsLevel(sender.values, listed.includes(target.address));
        const left = routesOf([...(now ? [now] : []), ...others], target);
        if (!routesOf([old, ...others], target).includes(old) || (now && left.includes(now))) return [];
        const [weakest] = left.toSorted((a, b) => level(a).rank - level(b).rank);
        return [{ connector: weakest, targets: [target], before: level(old), after: weakest && level(weakest) }];
    });
    return together(changes);
}

function together(heirs: readonly Heir[]): readonly Heir[] {
    const groups = new Map<string, Heir>();
    for (const heir of heirs) {
        const key = JSON.stringify([heir.connector?.name, heir.before.words, heir.after?.words]);
        const there = groups.get(key);
        groups.set(key, there ? { ...there, targets: [...there.targets, ...heir.targets] } : heir);
    }
    return [...groups.values()];
}
