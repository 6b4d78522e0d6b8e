import { isWithin, type Product } from "../../model/product.js";
import type { Names } from "../../values/names.js";

const CONNECTOR = "Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig";

/** Only Default=0 was seen live; the other bits are synthetic, their names documented. */
export function errorPolicies(product: Product): Names {
    const members = isWithin(product, "2013", "SE")
        ? { Default: 0, DowngradeDnsFailures: 1, DowngradeCustomFailures: 2, UpgradeCustomFailures: 4 }
        : { Default: 0, DowngradeDnsFailures: 1, DowngradeAuthFailures: 2 };
    return { type: "Microsoft.Exchange.Data.Directory.SystemConfiguration.ErrorPolicies", members, flags: true };
}

export const connectorType: Names = {
    type: "Microsoft.Exchange.Data.Directory.SystemConfiguration.TenantConnectorType",
    members: { Default: 0, XPremises: 1 },
};

export const protocolLoggingLevel: Names = {
    type: "Microsoft.Exchange.Data.ProtocolLoggingLevel",
    members: { None: 0, Verbose: 1 },
};

export const smartHostAuthMechanism: Names = {
    type: `${CONNECTOR}+AuthMechanisms`,
    members: { None: 0, BasicAuth: 2, BasicAuthRequireTLS: 4, ExchangeServer: 8, ExternalAuthoritative: 16 },
};

export const tlsAuthLevel: Names = {
    type: "Microsoft.Exchange.Data.TlsAuthLevel",
    members: { EncryptionOnly: 1, CertificateValidation: 2, DomainValidation: 3 },
};

export const usage: Names = {
    type: "Microsoft.Exchange.Management.SystemConfigurationTasks.NewSendConnector+UsageType",
    members: { Custom: 0, Internal: 1, Internet: 2, Partner: 3 },
};
