import { TransportConfig } from "../../../provider/index";
import { transportConfigSamples } from "../samples/transport-config";
import type { Subject } from "../subject";

export const transportConfig: Subject = {
    kind: TransportConfig.kind,
    places: { own: { preset: "single", foreignDomains: 2 } },
    prepare: () => undefined,
    base: {},
    sent: {},
    typed: {},
    least: {},
    samples: transportConfigSamples,
};
