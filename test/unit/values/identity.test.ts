import fc from "fast-check";
import { acceptedDomain, receiveConnectorIdentity } from "../../../provider/values/identity";
import { cased, mask, optional } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/receive connector identity", () => {
    table(receiveConnectorIdentity, [
        ["Default EX01", REFUSED],
        ["6f2a1c9e-0d1b-4c3e-8a55-0123456789ab", REFUSED],
        ["EX01\\", REFUSED],
        ["\\Default", REFUSED],
        ["EX01\\Def*", REFUSED],
        ["10.0.0.1\\Default", REFUSED],
        ["CN=Default EX01,CN=Connections,DC=x", REFUSED],
        [5, REFUSED],
        ["", null],
        [null, null],
        ["ex01.contoso.com\\Default EX01", "EX01\\default ex01"],
        ["EX01\\DEFAULT ex01", "EX01\\default ex01"],
        [
            "CN=Default EX01,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,DC=contoso,DC=com",
            "EX01\\default ex01",
        ],
        ["CN=To A\\, B,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,DC=x", "EX01\\to a, b"],
    ]);
});

describe("values/accepted domain", () => {
    table(acceptedDomain, [
        [" ", REFUSED],
        ["*", REFUSED],
        ["6F2A1C9E-0D1B-4C3E-8A55-0123456789AB", REFUSED],
        ["{6f2a1c9e-0d1b-4c3e-8a55-0123456789ab}", REFUSED],
        ["6f2a1c9e0d1b4c3e8a550123456789ab", REFUSED],
        ["CN=contoso.com,CN=Accepted Domains,DC=x", REFUSED],
        ["x".repeat(65), REFUSED],
        [5, REFUSED],
        ["", null],
        [null, null],
        ["Contoso.com", "contoso.com"],
        ["Main domain", "main domain"],
    ]);
});

const connectors = fc
    .tuple(
        fc.constantFrom("EX01", "EX02"),
        fc.constantFrom("Default EX01", "To A, B", 'a"b+c', "Zu Müller", "a\\b"),
        mask,
    )
    .map(([server, name, mask]) => {
        const escaped = name.replaceAll(/[,\\+"]/g, "\\$&");
        const hex = name.replaceAll(/[,\\+"ü]/g, (char) =>
            [...Buffer.from(char)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join(""),
        );
        const dn = (text: string) => `CN=${text},CN=SMTP Receive Connectors,CN=Protocols,CN=${server},CN=Servers,DC=x`;
        return {
            meaning: `${server} ${name}`,
            spellings: [
                `${server}\\${name}`,
                cased(`${server}\\${name}`, mask),
                `${server}.contoso.com\\${name}`,
                dn(escaped),
                dn(hex),
            ],
        };
    });
const names = fc
    .tuple(fc.constantFrom("contoso.com", "main domain", "bücher.example"), mask)
    .map(([name, mask]) => ({ meaning: name, spellings: [name, ` ${cased(name, mask)} `] }));

describe("values/receive connector identity, at random", () =>
    laws("identity", receiveConnectorIdentity, optional(connectors)));
describe("values/accepted domain, at random", () => laws("identity", acceptedDomain, optional(names)));
