import fc from "fast-check";
import { serverName } from "../../../provider/values/server-name";
import { cased, mask } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/server name", () => {
    table(serverName, [
        ["6f2a1c9e-0d1b-4c3e-8a55-0123456789ab", REFUSED],
        ["{6F2A1C9E-0D1B-4C3E-8A55-0123456789AB}", REFUSED],
        ["10.0.0.1", REFUSED],
        ["CN=EX01", REFUSED],
        ["CN=EX01,CN=Users,DC=contoso,DC=com", REFUSED],
        ["CN=EX01\\0ADEL:6f2a,CN=Servers,DC=x", REFUSED],
        ["/o=Contoso/cn=EX01", REFUSED],
        [".", REFUSED],
        [null, REFUSED],
        [["EX01"], REFUSED],
        ["ex01.contoso.com.", "EX01"],
        ["cn=ex01, CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),DC=contoso,DC=com", "EX01"],
        ["/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=ex01", "EX01"],
        ["", REFUSED],
        ["EX 01", REFUSED],
        ["ex01.contoso.com", "EX01"],
        ["Ex01", "EX01"],
    ]);
});

const servers = fc
    .tuple(
        fc.constantFrom("EX01", "EX02", "MBX-1", "A", "AB_C"),
        fc.constantFrom("contoso.com", "corp.contoso.com"),
        mask,
    )
    .map(([name, domain, mask]) => ({
        meaning: name,
        spellings: [
            name,
            cased(name, mask),
            cased(`${name}.${domain}`, mask),
            `${name}.${domain}.`,
            `CN=${cased(name, mask)},CN=Servers,CN=x,DC=y`,
            `/o=Contoso/ou=x/cn=Configuration/cn=Servers/cn=${cased(name, mask)}`,
        ],
    }));

describe("values/server name, at random", () => laws("server-name", serverName, servers));
