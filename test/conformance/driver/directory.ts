import type { Lab } from "../../lab/index.js";

/** One object as the directory holds it: never changed in place, so an old one is the object as it was. */
interface Entry {
    /** e.g. `receive connector EX01\Default EX01`. */
    readonly label: string;
    readonly properties: Readonly<Record<string, unknown>>;
    putBack(): void;
    remove(): void;
}

/** Everything that can be written in the organisation, by kind and Guid. */
export type Directory = ReadonlyMap<string, Entry>;

export function directoryOf({ organisation }: Lab): Directory {
    const entries = new Map<string, Entry>();
    for (const connector of organisation.sendConnectors) {
        entries.set(connector.guid, {
            label: `send connector ${connector.settings.Name}`,
            properties: { ...connector.settings },
            putBack: () => organisation.putSendConnector(connector),
            remove: () => organisation.removeSendConnector(connector.guid),
        });
    }
    for (const connector of organisation.receiveConnectors) {
        const { guid, server, settings, rights } = connector;
        entries.set(guid, {
            label: `receive connector ${server}\\${settings.Name}`,
            properties: { ...settings, server, rights },
            putBack: () => organisation.putReceiveConnector(connector),
            remove: () => organisation.removeReceiveConnector(guid),
        });
    }
    const { transport } = organisation;
    entries.set(transport.guid, {
        label: "transport config",
        properties: { ...transport.settings },
        putBack: () => {
            organisation.transport = transport;
        },
        remove: () => undefined,
    });
    return entries;
}

/** Every property in which they differ, as `send connector X: Port`; an object that came or went as `+ …`, `- …`. */
export function differences(
    before: Directory,
    after: Directory,
    lists: "as they stand" | "lists are sets" = "as they stand",
): readonly string[] {
    const text = (value: unknown) =>
        JSON.stringify(lists === "lists are sets" && Array.isArray(value) ? [...value].sort() : value);
    const gone = [...before].filter(([guid]) => !after.has(guid)).map(([, { label }]) => `- ${label}`);
    const rest = [...after].flatMap(([guid, { label, properties }]) => {
        const old = before.get(guid);
        if (old === undefined) return [`+ ${label}`];
        const names = [...new Set([...Object.keys(old.properties), ...Object.keys(properties)])];
        return names
            .filter((name) => text(old.properties[name]) !== text(properties[name]))
            .map((name) => `${old.label}: ${name}`);
    });
    return [...gone, ...rest].sort();
}

/** Somebody with all rights puts everything back as it was. */
export function putBack(lab: Lab, before: Directory): void {
    for (const [guid, entry] of directoryOf(lab)) if (!before.has(guid)) entry.remove();
    const now = directoryOf(lab);
    for (const [guid, entry] of before) {
        if (JSON.stringify(now.get(guid)?.properties) !== JSON.stringify(entry.properties)) entry.putBack();
    }
}
