import fc from "fast-check";
import { smartHost } from "../../../provider/values/smart-host";
import { addresses, domains } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/smart host", () => {
    table(smartHost, [
        ["[relay.contoso.com]", REFUSED],
        ["[10.0.0.1", REFUSED],
        ["10.0.0.1:25", REFUSED],
        ["[::1]:25", REFUSED],
        ["2001:db8::g", REFUSED],
        ["0x7f.1", REFUSED],
        ["*.contoso.com", REFUSED],
        ["relay.contoso.com..", REFUSED],
        ["http://relay", REFUSED],
        ["bücher.example/x", REFUSED],
        ["-", REFUSED],
        ["a,b", REFUSED],
        ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
        ["fe80::1%11", "fe80::1%11"],
        ["BÜCHER.example.", "xn--bcher-kva.example"],
        [" relay ", "relay"],
        ["mx_1.contoso.com", "mx_1.contoso.com"],
        ["10.0.0.256", REFUSED],
        ["10.0.0", REFUSED],
        ["", REFUSED],
        ["host:25", REFUSED],
        [null, REFUSED],
        ["[10.0.0.1]", "10.0.0.1"],
        ["[2001:DB8::1]", "2001:db8::1"],
        ["Relay.Contoso.com.", "relay.contoso.com"],
        ["--", "--"],
    ]);
});

const bracketed = addresses.map(({ meaning, spellings }) => ({
    meaning,
    spellings: [...spellings, ...spellings.map((text) => `[${text.trim()}]`)],
}));

describe("values/smart host, at random", () => laws("smart-host", smartHost, fc.oneof(domains, bracketed)));
