import type { Program } from "../conformance/driver/stack";
import { NET_2, NET_4, SCHANNEL, SUITES_LOCAL, SUITES_POLICY, WINHTTP_KEYS } from "../lab/index.js";

/** One property of the program alone, and the only values that it may write, as sheet 1 has them. */
export interface Leaf {
    /** Names from the top. */
    readonly path: readonly string[];
    readonly program: Program;
    /** `HKLM\…\Key  Name` → kind and data as the lab's dump shows them. */
    readonly values: Readonly<Record<string, string>>;
}

const ALL_GUARDS = ["G1", "G2", "G3", "G4", "G5", "G6"];

function leaf(path: readonly string[], word: unknown, values: Readonly<Record<string, string>>): Leaf {
    const [top = "", ...rest] = path;
    const inner = rest.reduceRight((value: unknown, name) => ({ [name]: value }), word);
    return { path, program: { [top]: inner, force: ALL_GUARDS }, values };
}

const dword = (number: number) => `DWord 0x${number.toString(16).padStart(8, "0")}`;
const at = (key: string, name: string) => `HKLM\\${key}  ${name}`;
const [ON, YES, NO] = [0xffffffff, 1, 0];

const PROTOCOLS = ["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3", "DTLS 1.0", "DTLS 1.2"];
const CIPHERS = [
    ...["AES 128/128", "AES 256/256", "DES 56/56", "NULL", "RC2 40/128", "RC2 56/128", "RC2 128/128"],
    ...["RC4 40/128", "RC4 56/128", "RC4 64/128", "RC4 128/128", "Triple DES 168"],
];

function role(protocol: string, name: "Client" | "Server", isOn: boolean): Readonly<Record<string, string>> {
    const key = `${SCHANNEL}\\Protocols\\${protocol}\\${name}`;
    return { [at(key, "Enabled")]: dword(isOn ? YES : NO), [at(key, "DisabledByDefault")]: dword(isOn ? NO : YES) };
}

const protocols = PROTOCOLS.flatMap((name) => [
    leaf(["protocols", name], "enabled", { ...role(name, "Client", true), ...role(name, "Server", true) }),
    leaf(["protocols", name, "client"], "disabled", role(name, "Client", false)),
    leaf(["protocols", name, "server"], "disabled", role(name, "Server", false)),
]);

const algorithms = (
    [
        ["ciphers", "Ciphers", CIPHERS],
        ["hashes", "Hashes", ["MD5", "SHA", "SHA256", "SHA384", "SHA512"]],
        ["keyExchange", "KeyExchangeAlgorithms", ["Diffie-Hellman", "ECDH", "PKCS"]],
    ] as const
).flatMap(([property, key, names]) =>
    names.map((name, index) => {
        const isOn = index % 2 === 0;
        const place = at(`${SCHANNEL}\\${key}\\${name}`, "Enabled");
        return leaf([property, name], isOn ? "enabled" : "disabled", { [place]: dword(isOn ? ON : NO) });
    }),
);

const keySizes = (
    [
        ["diffieHellman", "clientMin", "Diffie-Hellman", "ClientMinKeyBitLength", 2048],
        ["diffieHellman", "clientMax", "Diffie-Hellman", "ClientMaxKeyBitLength", 8192],
        ["diffieHellman", "serverMin", "Diffie-Hellman", "ServerMinKeyBitLength", 4096],
        ["pkcs", "clientMin", "PKCS", "ClientMinKeyBitLength", 512],
        ["pkcs", "clientMax", "PKCS", "ClientMaxKeyBitLength", 16_384],
    ] as const
).map(([property, size, key, name, bits]) =>
    leaf(["keySizes", property, size], bits, { [at(`${SCHANNEL}\\KeyExchangeAlgorithms\\${key}`, name)]: dword(bits) }),
);

const dotNet = (
    [
        ["strongCrypto", "SchUseStrongCrypto"],
        ["systemDefaultTlsVersions", "SystemDefaultTlsVersions"],
    ] as const
).flatMap(([property, name]) => {
    const both = (keys: readonly string[], number: number) =>
        Object.fromEntries(keys.map((key) => [at(key, name), dword(number)]));
    return [
        leaf(["dotNet", property], true, both([...NET_4, ...NET_2], YES)),
        leaf(["dotNet", "v4", property], true, both(NET_4, YES)),
        leaf(["dotNet", "v2", property], false, both(NET_2, NO)),
    ];
});

const winHttp = (
    [
        [["TLS 1.2"], 0x800],
        [["TLS 1.3", "TLS 1.2"], 0x2800],
        [["SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2"], 0xaa8],
    ] as const
).map(([names, mask]) =>
    leaf(
        ["winHttp", "protocols"],
        names,
        Object.fromEntries(WINHTTP_KEYS.map((key) => [at(key, "DefaultSecureProtocols"), dword(mask)])),
    ),
);

const rootValues = [
    leaf(["renegotiation", "allowInsecureClients"], false, { [at(SCHANNEL, "AllowInsecureRenegoClients")]: dword(NO) }),
    leaf(["renegotiation", "allowInsecureServers"], true, { [at(SCHANNEL, "AllowInsecureRenegoServers")]: dword(YES) }),
    leaf(["eventLogging"], 7, { [at(SCHANNEL, "EventLogging")]: dword(7) }),
    leaf(["eventLogging"], 0, { [at(SCHANNEL, "EventLogging")]: dword(0) }),
];

const SUITES = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"];
const CURVES = ["NistP384", "NistP256"];
const texts = (names: readonly string[]) => `MultiString ${JSON.stringify(names)}`;

const lists = [
    leaf(["cipherSuites", "order"], SUITES, { [at(SUITES_LOCAL, "Functions")]: texts(SUITES) }),
    leaf(["curves", "order"], CURVES, { [at(SUITES_LOCAL, "EccCurves")]: texts(CURVES) }),
    leaf(
        ["cipherSuites"],
        { order: SUITES, scope: "policy" },
        {
            [at(SUITES_POLICY, "Functions")]: `String "${SUITES.join(",")}"`,
        },
    ),
    leaf(["curves"], { order: CURVES, scope: "policy" }, { [at(SUITES_POLICY, "EccCurves")]: texts(CURVES) }),
].map((one) => ({ ...one, path: [one.path[0] ?? "", "order"] }));

export const LEAVES: readonly Leaf[] = [
    ...protocols,
    ...algorithms,
    ...keySizes,
    ...dotNet,
    ...winHttp,
    ...rootValues,
    ...lists,
];
