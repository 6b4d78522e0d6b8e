import fc from "fast-check";
import { tlsDomainCapability } from "../../../provider/values/tls-domain-capability";
import { cased, domains, mask } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/tls domain capability", () => {
    table(tlsDomainCapability, [
        ["", REFUSED],
        ["contoso.com", REFUSED],
        ["contoso.com:", REFUSED],
        [":AcceptOorgProtocol", REFUSED],
        ["contoso.com:AcceptOorgProtocol,", REFUSED],
        ["contoso.com:Accept Oorg", REFUSED],
        ["*.contoso.com:AcceptOorgProtocol", REFUSED],
        ["10.0.0.1:AcceptOorgProtocol", REFUSED],
        ["a:b:AcceptOorgProtocol", REFUSED],
        ["<I>CN=x:AcceptOorgProtocol", REFUSED],
        ["NOTLS :Accept-Oorg", REFUSED],
        [null, REFUSED],
        [5, REFUSED],
        ["mail.protection.outlook.com:AcceptCloudServicesMail", "mail.protection.outlook.com:AcceptCloudServicesMail"],
        [
            "Fabrikam.COM.: acceptoorgprotocol , ACCEPTCLOUDSERVICESMAIL",
            "fabrikam.com:AcceptCloudServicesMail,AcceptOorgProtocol",
        ],
        ["fabrikam.com:AcceptOorgProtocol,acceptOorgProtocol", "fabrikam.com:AcceptOorgProtocol"],
        ["no-tls:AcceptOorgProtocol", "NO-TLS:AcceptOorgProtocol"],
        ["fabrikam.com:SomethingElse", "fabrikam.com:somethingelse"],
        ["bücher.example:AcceptOorgProtocol", "xn--bcher-kva.example:AcceptOorgProtocol"],
        ["<i>CN=CA: 1, O=X<s>CN=mail.x.com:AcceptOorgProtocol", "<I>CN=CA: 1, O=X<S>CN=mail.x.com:AcceptOorgProtocol"],
    ]);
});

const CAPABILITIES = ["AcceptCloudServicesMail", "AcceptOorgProtocol", "AcceptXyz", "Other2"];
const whom = fc.oneof(
    domains,
    mask.map((mask) => ({ meaning: "NO-TLS", spellings: ["NO-TLS", cased("no-tls", mask)] })),
    fc
        .constantFrom("x", "X")
        .map((name) => ({ meaning: `<${name}>`, spellings: [`<I>CN=a: b<S>CN=${name}`, `<i>CN=a: b<s>CN=${name}`] })),
);
const capabilities = fc
    .tuple(whom, fc.shuffledSubarray(CAPABILITIES, { minLength: 1 }), mask)
    .map(([{ meaning, spellings }, names, mask]) => ({
        meaning: `${meaning} ${[...names].sort()}`,
        spellings: spellings.flatMap((text) => [
            `${text}:${names}`,
            `${text} : ${cased([...names].reverse().join(" , "), mask)},${names[0]}`,
        ]),
    }));

describe("values/tls domain capability, at random", () =>
    laws("tls-domain-capability", tlsDomainCapability, capabilities));
