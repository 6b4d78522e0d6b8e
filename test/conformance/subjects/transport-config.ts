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
    typical: { tlsSendDomainSecureList: ["Fabrikam.com"], tlsReceiveDomainSecureList: ["fabrikam.com"] },
    drift: {
        typed: {
            TLSSendDomainSecureList: { Add: ["by-hand.example"], Remove: ["fabrikam.com"] },
            MaxSendSize: "20MB",
        },
        fields: ["tlsSendDomainSecureList"],
        repaired: { TLSSendDomainSecureList: { $: "merge", add: ["fabrikam.com"], remove: [] } },
        left: ["MaxSendSize", "TLSSendDomainSecureList"],
    },
};
