import type { KindName } from "../../../sdk/state-form";

const NAMES: readonly KindName[] = ["SendConnector", "ReceiveConnector", "TransportConfig", "SchannelSettings"];

/** The class of a kind. */
export function kindNameOf(type: string): KindName {
    const name = NAMES.find((one) => one === type);
    if (name === undefined) throw new Error(`no class is called ${type}`);
    return name;
}
