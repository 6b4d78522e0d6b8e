import fc from "fast-check";
import { ipAddress } from "../../../provider/values/ip-address";
import { addresses } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/ip address", () => {
    table(ipAddress, [
        ["", REFUSED],
        ["010.0.0.1", REFUSED],
        ["10.1", REFUSED],
        ["0x7f.0.0.1", REFUSED],
        ["10.0.0.256", REFUSED],
        ["1.2.3.4.5", REFUSED],
        ["1::2::3", REFUSED],
        ["00001::", REFUSED],
        ["[::1]", REFUSED],
        ["fe80::1%eth0", REFUSED],
        ["fe80::1%", REFUSED],
        ["fe80::1%1%2", REFUSED],
        ["fe80::1%4294967296", REFUSED],
        ["10.0.0.1%3", REFUSED],
        ["10.0.0.1/32", REFUSED],
        ["localhost", REFUSED],
        [0, REFUSED],
        [null, REFUSED],
        ["0.0.0.0", "0.0.0.0"],
        [" 192.0.2.1 ", "192.0.2.1"],
        ["::", "::"],
        ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
        ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
        ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
        ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
        ["::ffff:10.0.0.1", "::ffff:10.0.0.1"],
        ["::FFFF:0a00:0001", "::ffff:10.0.0.1"],
        ["::10.0.0.1", "::a00:1"],
        ["FE80::1%11", "fe80::1%11"],
        ["fe80::1%011", "fe80::1%11"],
        ["fe80::1%0", "fe80::1"],
    ]);
});

const scoped = fc.tuple(addresses, fc.constantFrom(0, 1, 11)).map(([{ family, meaning, spellings }, scope]) => {
    if (family === 4) return { meaning, spellings };
    const marks = scope === 0 ? ["", "%0"] : [`%${scope}`, `%0${scope}`];
    return { meaning: `${meaning} ${scope}`, spellings: spellings.flatMap((text) => marks.map((mark) => text + mark)) };
});

describe("values/ip address, at random", () => laws("ip-address", ipAddress, scoped));
