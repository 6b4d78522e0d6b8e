import type { Product } from "../../model/product.js";
import { isWithin } from "../../model/product.js";
import { InvalidValue } from "../../values/invalid-value.js";
import type { Names } from "../../values/names.js";
import { parseNames } from "../../values/names.js";

const CONFIGURATION = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

/** Low bits inferred from the order; the sums 31 and 15 were seen. */
export const authMechanisms: Names = {
    type: `${CONFIGURATION}.AuthMechanisms`,
    members: {
        None: 0,
        Tls: 1,
        Integrated: 2,
        BasicAuth: 4,
        BasicAuthRequireTLS: 8,
        ExchangeServer: 16,
        ExternalAuthoritative: 32,
    },
    flags: true,
};

/** R1. The enumeration alone would silently swallow `None` beside other names. */
export function parseAuthMechanism(text: string): string {
    const value = parseNames(authMechanisms, text);
    const alone = value === "None" || !text.split(",").some((part) => /^\s*(?:none|0)\s*$/i.test(part));
    if (!alone) throw new InvalidValue(text, authMechanisms.type, "[synthetic R1] None stands alone");
    return value;
}

export const permissionGroups: Names = {
    type: `${CONFIGURATION}.PermissionGroups`,
    members: {
        None: 0,
        AnonymousUsers: 1,
        ExchangeUsers: 2,
        ExchangeServers: 4,
        ExchangeLegacyServers: 8,
        Partners: 16,
        Custom: 32,
    },
    flags: true,
};

export const transportRole: Names = {
    type: `${CONFIGURATION}.ServerRole`,
    members: { HubTransport: 32, FrontendTransport: 16_384 },
};

export const extendedProtectionPolicy: Names = {
    type: "Microsoft.Exchange.Data.Directory.SystemConfiguration.ExtendedProtectionPolicySetting",
    members: { None: 0, Allow: 1, Require: 2 },
};

export const messageRateSource: Names = {
    type: `${CONFIGURATION}.MessageRateSourceFlags`,
    members: { None: 0, IPAddress: 1, User: 2, All: 3 },
    flags: true,
};

/** Only EnabledWithoutValue=2 was seen. */
export const sizeEnabled: Names = {
    type: `${CONFIGURATION}.SizeMode`,
    members: { Disabled: 0, Enabled: 1, EnabledWithoutValue: 2 },
};

export const usage: Names = {
    type: "Microsoft.Exchange.Management.SystemConfigurationTasks.NewReceiveConnector+UsageType",
    members: { Custom: 0, Internet: 1, Internal: 2, Client: 3, Partner: 4 },
};

/** Others exist, but the sheet does not name them. Bits are the lab's own. */
export function domainCapabilities(product: Product): Names {
    const hybrid = isWithin(product, "2013", "SE") ? { AcceptCloudServicesMail: 1 } : { AcceptOorgProtocol: 1 };
    return { type: `${CONFIGURATION}.SmtpReceiveCapabilities`, members: hybrid, flags: true };
}
