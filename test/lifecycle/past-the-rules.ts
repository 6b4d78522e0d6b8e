import type { Lab } from "../lab/index.js";

type Receive = NonNullable<ReturnType<Lab["organisation"]["receiveConnector"]>>;
type Send = NonNullable<ReturnType<Lab["organisation"]["sendConnector"]>>;

/** Gives a receive connector these settings past all rules of its cmdlets: under another name, a copy of it. */
export function putReceiveConnector(
    { organisation, parts }: Lab,
    name: string,
    settings: Partial<Receive["settings"]>,
    server = "EX01",
): void {
    const model = organisation.receiveConnector(server, name);
    if (model === undefined) throw new Error(`there is no receive connector ${server}\\${name}`);
    const guid = settings.Name === undefined ? model.guid : parts.chance.guid();
    organisation.putReceiveConnector({ ...model, guid, settings: { ...model.settings, ...settings } });
}

/** Gives a send connector these settings past all rules of its cmdlets. */
export function putSendConnector({ organisation }: Lab, name: string, settings: Partial<Send["settings"]>): void {
    const model = organisation.sendConnector(name);
    if (model === undefined) throw new Error(`there is no send connector ${name}`);
    organisation.putSendConnector({ ...model, settings: { ...model.settings, ...settings } });
}
