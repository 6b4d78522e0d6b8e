// What the stack declares, step by step; GOLDEN_STEP names the step, and the connection comes from the lab.
const exchange = require("pulumi-exchange-tls");

const step = process.env.GOLDEN_STEP;
const connection = JSON.parse(process.env.GOLDEN_CONNECTION);
const elsewhere = { ...connection, port: 1, connectTimeout: 2 };

let last;
/** One after the other, so that every run prints them in one order. */
function declare(Kind, name, args) {
    last = new Kind(name, { connection, ...args }, { dependsOn: last ? [last] : [] });
    return last;
}

const other =
    step === "unknown input" &&
    declare(exchange.SendConnector, "other", { name: "Other", addressSpaces: ["other.example"] });

declare(exchange.SendConnector, "fabrikam", {
    name: "To Fabrikam",
    addressSpaces: ["fabrikam.com"],
    requireTls: true,
    tlsAuthLevel: step === "refused rule" ? "EncryptionOnly" : "DomainValidation",
    tlsDomain: "mail.fabrikam.com",
    maxMessageSize: "36 MB",
    ...(other && { comment: other.guid.apply((guid) => `after ${guid}`) }),
});

declare(exchange.ReceiveConnector, "fabrikam", {
    server: step === "replacement" ? "EX02" : "EX01",
    name: "From Fabrikam",
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:25"],
    remoteIpRanges: ["203.0.113.0/26", "198.51.100.7"],
    authMechanism: ["Tls"],
    permissionGroups: ["AnonymousUsers"],
    requireTls: true,
});

if (step === "partial failure") {
    declare(exchange.SendConnector, "woodgrove", { name: "To Woodgrove", addressSpaces: ["woodgrove.com"] });
}

declare(exchange.TransportConfig, "partners", {
    tlsSendDomainSecureList: step === "partial failure" ? ["fabrikam.com", "woodgrove.com"] : ["fabrikam.com"],
    tlsReceiveDomainSecureList: ["fabrikam.com"],
    standalone: true,
});

if (step === "adoption") {
    declare(exchange.SendConnector, "outbound", {
        name: "Outbound",
        addressSpaces: ["*"],
        fqdn: "mail.contoso.com",
        adopt: true,
    });
    declare(exchange.SendConnector, "by-hand", { name: "By hand", addressSpaces: ["by-hand.example"] });
}
if (step === "unreachable server") {
    for (const name of ["Far", "Farther"]) {
        const addressSpaces = [`${name.toLowerCase()}.example`];
        declare(exchange.SendConnector, name.toLowerCase(), { connection: elsewhere, name, addressSpaces });
    }
}
